using ParIndex.Core;

namespace ParIndex.Documents.OpenData;

/// <summary>
/// A folder that appears whole or not at all: everything is written into a sibling, which takes the name only when it is complete.
/// A folder that is not one of ours is never touched.
/// </summary>
public sealed class OutputFolder : IDisposable
{
    /// <summary>The file by which an output folder is known.</summary>
    public const string Mark = "datapackage.json";

    private readonly string target;
    private bool done;

    private OutputFolder(string target, string beside)
    {
        this.target = target;
        Path = beside;
    }

    /// <summary>Where to write.</summary>
    public string Path { get; }

    /// <summary>Begins a folder beside its place.</summary>
    /// <exception cref="IOException">The place is taken by something else, or cannot be written to.</exception>
    public static OutputFolder Begin(string target)
    {
        target = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(target));
        if (File.Exists(target)) throw new NotOursException(target, OutputText.IsFile(target));
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() && !File.Exists(System.IO.Path.Combine(target, Mark)))
            throw new NotOursException(target, OutputText.NotOurs(target));
        var parent = System.IO.Path.GetDirectoryName(target) ?? target;
        Directory.CreateDirectory(parent);
        var beside = System.IO.Path.Combine(parent, $".{System.IO.Path.GetFileName(target)}.{Environment.ProcessId}.part");
        if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        Directory.CreateDirectory(beside);
        return new(target, beside);
    }

    /// <summary>Gives the folder its name; what stood there before is gone.</summary>
    public void Complete()
    {
        var old = Path + ".old";
        var replaces = Directory.Exists(target);
        if (replaces) Directory.Move(target, old);
        try
        {
            Directory.Move(Path, target);
        }
        catch
        {
            if (replaces) Directory.Move(old, target);
            throw;
        }

        done = true;
        if (replaces) Directory.Delete(old, recursive: true);
    }

    /// <summary>Without <see cref="Complete"/> nothing stays behind.</summary>
    public void Dispose()
    {
        if (done) return;
        try
        {
            if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
        }
        catch (Exception again) when (again is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to report; a hidden folder beside is all that is left.
        }
    }
}

/// <summary>The place holds something that we did not write.</summary>
public sealed class NotOursException(string place, Text why) : IOException(why.En)
{
    /// <summary>The folder or file.</summary>
    public string Place { get; } = place;

    /// <summary>What stands there, and what to do.</summary>
    public Text Why { get; } = why;
}
