using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;

namespace ParIndex.Documents.Cycles;

/// <summary>The frameworks of the ranking groups; groups that name one file share one framework.</summary>
internal static class FrameworkFiles
{
    /// <summary>By group code; a group whose file cannot be used is left out, and the findings say why.</summary>
    public static Dictionary<string, Framework> Read(FolderReading folder, Cycle cycle)
    {
        var byFile = new Dictionary<string, Framework?>(StringComparer.Ordinal);
        var byGroup = new Dictionary<string, Framework>(StringComparer.Ordinal);
        foreach (var group in cycle.Groups)
        {
            if (group.Framework is not { } file) continue;
            if (!byFile.TryGetValue(file, out var framework))
                byFile[file] = framework = folder.Json(file, (bytes, findings) => RulesFiles.Framework(bytes, findings));
            if (framework is not null) byGroup[group.Code] = framework;
        }

        return byGroup;
    }
}
