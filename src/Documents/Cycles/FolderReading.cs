using System.Security.Cryptography;
using System.Text;
using ParIndex.Core;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>The reading of one folder: opens its files, keeps their hashes and all that is wrong with them, in a fixed order.</summary>
internal sealed class FolderReading(string folder, string prefix)
{
    private readonly Lock gate = new();
    private readonly List<FileFindings> findings = [];
    private readonly SortedDictionary<string, ReadFile> files = new(StringComparer.Ordinal);

    public string Folder => folder;

    /// <summary>What stands before file names in findings: nothing, or the path of the previous cycle.</summary>
    public string Prefix => prefix;

    /// <summary>True when a file of the folder has an error.</summary>
    public bool HasErrors => findings.Any(file => file.HasErrors);

    public IEnumerable<ReadFile> Files => files.Values;

    /// <summary>All findings, file by file in the order of <see cref="CycleFiles.Order"/>, then by name.</summary>
    public IReadOnlyList<Finding> Findings =>
        [.. findings.OrderBy(file => CycleFiles.Order(file.File[prefix.Length..])).ThenBy(file => file.File, StringComparer.Ordinal).SelectMany(file => file.All)];

    /// <summary>A place for findings about a file.</summary>
    public FileFindings About(string name)
    {
        var about = new FileFindings(prefix + name);
        lock (gate) findings.Add(about);
        return about;
    }

    public bool Has(string name) => File.Exists(Path.Combine(folder, name));

    /// <summary>Reads a table, if it is there; a missing one is a finding when it is <paramref name="needed"/>.</summary>
    public void Table(string name, IReadOnlyList<Column> columns, bool needed, Action<CsvReader> rows, bool others = false)
    {
        var about = About(name);
        try
        {
            if (Open(name, needed, about) is not { } stream) return;
            using var reader = CsvReader.Open(stream, about, columns, others);
            rows(reader);
            Keep(name, reader.Finish(), reader.Bytes);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            about.Add("C002", 0, null, CycleText.CannotRead(refused));
        }
    }

    /// <summary>Reads a JSON file into a value; null with a finding when it cannot be.</summary>
    public T? Json<T>(string name, Func<byte[], FileFindings, T?> read)
        where T : class
    {
        var about = About(name);
        try
        {
            if (Open(name, needed: true, about) is not { } stream) return null;
            using var opened = stream;
            var bytes = new byte[Math.Min(stream.Length, HandwrittenJson.Limit + 4L)];
            stream.ReadExactly(bytes);
            Keep(name, SHA256.HashData(bytes), bytes.Length);
            return read(bytes, about);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            about.Add("C002", 0, null, CycleText.CannotRead(refused));
            return null;
        }
    }

    /// <summary>SHA-256 over names and hashes in order of name: independent of where the folder lies and of the order of reading.</summary>
    public static string HashOf(IEnumerable<ReadFile> read)
    {
        var lines = new StringBuilder();
        foreach (var file in read.OrderBy(file => file.Name, StringComparer.Ordinal)) lines.Append(file.Sha256).Append("  ").Append(file.Name).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }

    private FileStream? Open(string name, bool needed, FileFindings about)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path)) return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        if (Directory.Exists(path)) about.Add("C002", 0, null, CycleText.IsFolder);
        else if (needed) about.Add("C001", 0, null, CycleText.Missing(path));
        return null;
    }

    private void Keep(string name, byte[] hash, long bytes)
    {
        lock (gate) files[name] = new(name, Path.GetFullPath(Path.Combine(folder, name)), Convert.ToHexStringLower(hash), bytes);
    }
}
