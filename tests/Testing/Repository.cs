using System.Runtime.CompilerServices;

namespace ParIndex.Testing;

/// <summary>Folders of the repository, wherever the tests run.</summary>
public static class Repository
{
    /// <summary>The root: where the solution file lies.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>True in <c>./check --full</c>: what is repeated is repeated as often as promised.</summary>
    public static bool FullRun { get; } = Environment.GetEnvironmentVariable("PARINDEX_FULL") is { Length: > 0 };

    /// <summary>A path below the root.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "ParIndex.slnx"))) return folder.FullName;
        return Directory.GetParent(here)!.Parent!.Parent!.FullName;
    }
}
