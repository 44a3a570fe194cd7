namespace ParIndex.Documents.Tests;

/// <summary>An empty folder that goes when the test ends.</summary>
internal sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("parindex-documents-").FullName;

    public string At(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Every file and folder in it, relative, in order.</summary>
    public string[] All() =>
        [.. Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal)];

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
