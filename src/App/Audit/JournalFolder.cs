using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ParIndex.App.Audit;

/// <summary>A journal as a folder of plain files: what is handed to units, inspectors and the second verifier.</summary>
public static class JournalFolder
{
    public const string LinesFile = "journal.jsonl";

    private const string HeadFile = "head.json", ColumnsFile = "columns.jsonl", ContentsFile = "payloads.jsonl", RowsFile = "rows.jsonl", Checkpoints = "checkpoints";

    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes a copy; with contents only for whoever may see them.</summary>
    public static void Write(string folder, JournalCopy copy, bool contents)
    {
        Directory.CreateDirectory(Path.Combine(folder, Checkpoints));
        using (var lines = File.Create(Path.Combine(folder, LinesFile)))
            foreach (var line in copy.Lines)
            {
                lines.Write(line);
                lines.WriteByte((byte)'\n');
            }

        if (copy.Columns is { } columns) All(folder, ColumnsFile, columns);
        if (copy.Head is { } head) All(folder, HeadFile, [new HeadBody(copy.Origin, head.Size, head.Hash)]);
        foreach (var (checkpoint, index) in copy.Checkpoints.Select((checkpoint, index) => (checkpoint, index)))
            AuditFolder.WriteTo(Path.Combine(folder, Checkpoints), index + 1, checkpoint);
        if (copy.Certificate is { } certificate) File.WriteAllText(Path.Combine(folder, Checkpoints, AuditFolder.CertificateFile), certificate);
        if (!contents || copy.Contents is null) return;
        All(folder, ContentsFile, copy.Contents.OrderBy(content => content.Key)
            .Select(content => new ContentBody(content.Key, Convert.ToHexStringLower(content.Value.Salt), Encoding.UTF8.GetString(content.Value.Payload))));
        if (copy.Rows is { } rows) All(folder, RowsFile, rows);
    }

    /// <summary>Reads what <see cref="Write"/> wrote, from the folder or from its file of lines.</summary>
    /// <exception cref="FormatException">A file beside the lines cannot be read; names file and line.</exception>
    public static JournalCopy Read(string path)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        var head = ReadAll<HeadBody>(folder, HeadFile)?.SingleOrDefault();
        var certificate = Path.Combine(folder, Checkpoints, AuditFolder.CertificateFile);
        return new()
        {
            Origin = head?.Origin,
            Head = head is null ? null : (head.Size, head.Hash),
            Lines = Lines(Directory.Exists(path) ? Path.Combine(path, LinesFile) : path),
            Columns = ReadAll<JournalColumns>(folder, ColumnsFile),
            Checkpoints = AuditFolder.ReadFrom(Path.Combine(folder, Checkpoints)),
            Certificate = File.Exists(certificate) ? File.ReadAllText(certificate) : null,
            Contents = ReadAll<ContentBody>(folder, ContentsFile)?.GroupBy(content => content.Seq)
                .ToDictionary(same => same.Key, same => new JournalContent(Convert.FromHexString(same.Last().Salt), Encoding.UTF8.GetBytes(same.Last().Payload))),
            Rows = ReadAll<StoredRow>(folder, RowsFile),
        };
    }

    private static List<byte[]> Lines(string file)
    {
        var (lines, bytes, start) = (new List<byte[]>(), File.ReadAllBytes(file), 0);
        while (start < bytes.Length)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            if (length < 0) length = bytes.Length - start;
            lines.Add(bytes.AsSpan(start, length).ToArray());
            start += length + 1;
        }

        return lines;
    }

    private static void All<T>(string folder, string name, IEnumerable<T> values)
    {
        using var file = File.Create(Path.Combine(folder, name));
        foreach (var value in values)
        {
            JsonSerializer.Serialize(file, value, Form);
            file.WriteByte((byte)'\n');
        }
    }

    private static List<T>? ReadAll<T>(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        if (!File.Exists(file)) return null;
        var values = new List<T>();
        foreach (var line in File.ReadLines(file))
        {
            try
            {
                values.Add(JsonSerializer.Deserialize<T>(line, Form) ?? throw new JsonException());
            }
            catch (JsonException)
            {
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{file}:{values.Count + 1}"));
            }
        }

        return values;
    }

    private sealed record HeadBody(string? Origin, long Size, string Hash);

    private sealed record ContentBody(long Seq, string Salt, string Payload);
}
