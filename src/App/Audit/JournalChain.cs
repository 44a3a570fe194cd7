using System.Security.Cryptography;
using System.Text.Json;

namespace ParIndex.App.Audit;

/// <summary>Walks the lines of a journal: each continues the one before, bears its number, and its columns say the same.</summary>
internal sealed class JournalChain
{
    private readonly JournalCopy copy;
    private readonly List<JournalFinding> findings;
    private readonly byte[][] hashes;
    private readonly Parsed?[] parsed;

    public JournalChain(JournalCopy copy, List<JournalFinding> findings)
    {
        (this.copy, this.findings) = (copy, findings);
        hashes = [.. copy.Lines.Select(line => SHA256.HashData(line))];
        parsed = [.. copy.Lines.Select(Parse)];
    }

    /// <summary>Hash of the last line; zeros when there is none.</summary>
    public string HeadHash => HashOf(copy.Lines.Count)!;

    /// <summary>Hash of a line by its number; null when there is no such line.</summary>
    public string? HashOf(long seq) =>
        seq == 0 ? Checkpoint.None : seq <= hashes.Length ? Convert.ToHexStringLower(hashes[seq - 1]) : null;

    /// <summary>Commitments by the number the line bears.</summary>
    public Dictionary<long, byte[]> Commitments()
    {
        var commitments = new Dictionary<long, byte[]>(parsed.Length);
        foreach (var line in parsed) if (line is not null) commitments[line.Seq] = line.Commit!;
        return commitments;
    }

    /// <summary>Adds the first break of the chain, every column that differs, and a head that does not fit.</summary>
    public void Walk()
    {
        Links();
        Columns();
        if (copy.Head is not { } head) return;
        if (head.Size != hashes.Length) findings.Add(JournalFindings.Head(Math.Min(head.Size, hashes.Length) + 1, head.Size));
        else if (head.Hash != HeadHash) findings.Add(JournalFindings.Head(Math.Max(1, head.Size), head.Size));
    }

    private void Links()
    {
        var at = "";
        for (var number = 1; number <= parsed.Length; number++)
        {
            var line = parsed[number - 1];
            if (line is null || line.Stream != JournalWriting.Stream || line.Version != 1)
            {
                findings.Add(JournalFindings.NotALine(number, line is null ? "JSON" : "v, stream"));
                return;
            }

            // A number too high: what belongs here is gone. Said before the chain, which breaks as well.
            if (line.Seq > number && !Continues(number))
            {
                findings.Add(JournalFindings.Missing(number, line.Seq));
                return;
            }

            if (!Continues(number))
            {
                // The next line tells which of the two was touched: the one whose hash nobody carries on.
                findings.Add(JournalFindings.Altered(number > 1 && Vouched(number) ? number - 1 : number));
                return;
            }

            if (line.Seq != number || string.CompareOrdinal(line.At, at) < 0)
            {
                findings.Add(JournalFindings.NotALine(number, line.Seq != number ? "seq" : "at"));
                return;
            }

            at = line.At;
        }
    }

    private bool Continues(int number) => parsed[number - 1] is { } line && line.Previous == HashOf(number - 1);

    private bool Vouched(int number) => number < parsed.Length
        ? parsed[number]?.Previous == HashOf(number)
        : copy.Head is { } head && head.Hash == HashOf(number);

    private void Columns()
    {
        if (copy.Columns is null) return;
        for (var i = 0; i < Math.Min(copy.Columns.Count, parsed.Length); i++)
        {
            var (column, line) = (copy.Columns[i], parsed[i]);
            if (line is null) continue;
            var differs = column.Hash != HashOf(i + 1) ? "Hash" : column.Seq != line.Seq ? "Seq" : column.At != line.At ? "At"
                : column.Actor != line.Actor ? "Actor" : column.Act != line.Act ? "Act" : column.Obj != line.Obj ? "Obj" : null;
            if (differs is not null) findings.Add(JournalFindings.Column(Math.Min(i + 1, column.Seq), differs));
            // From a line that is gone on, every number is off by one: the first says it all.
            if (differs is "Seq" or "Hash") break;
        }

        if (copy.Columns.Count != parsed.Length) findings.Add(JournalFindings.Column(Math.Min(copy.Columns.Count, parsed.Length) + 1, "Seq"));
    }

    private static Parsed? Parse(byte[] line)
    {
        try
        {
            var read = new Parsed();
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return null;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.GetString();
                json.Read();
                switch (name)
                {
                    case "v": read.Version = json.GetInt32(); break;
                    case "stream": read.Stream = json.GetString(); break;
                    case "seq": read.Seq = json.GetInt64(); break;
                    case "prev": read.Previous = json.GetString(); break;
                    case "at": read.At = json.GetString(); break;
                    case "actor": read.Actor = json.GetString(); break;
                    case "act": read.Act = json.GetString(); break;
                    case "obj": read.Obj = json.GetString(); break;
                    case "commit": read.Commit = Convert.FromHexString(json.GetString() ?? ""); break;
                    default: return null;
                }
            }

            return json.BytesConsumed == line.Length && read.Commit is { Length: SHA256.HashSizeInBytes } && read.At is not null ? read : null;
        }
        catch (Exception trouble) when (trouble is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed class Parsed
    {
        public int Version { get; set; }

        public string? Stream { get; set; }

        public long Seq { get; set; }

        public string? Previous { get; set; }

        public string? At { get; set; }

        public string? Actor { get; set; }

        public string? Act { get; set; }

        public string? Obj { get; set; }

        public byte[]? Commit { get; set; }
    }
}
