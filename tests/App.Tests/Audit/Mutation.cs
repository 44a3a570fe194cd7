using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ParIndex.App.Tests.Audit;

/// <summary>An exported journal in memory, to be damaged in one way; each way gives the first wrong number.</summary>
internal sealed class Mutation
{
    private static readonly string[] Files = ["journal.jsonl", "head.json", "columns.jsonl", "payloads.jsonl", "rows.jsonl"];

    private readonly string intact;
    private readonly int[] checkpoints;
    private readonly Random random;
    private readonly Dictionary<string, List<byte[]>> files;

    public Mutation(string intact, int[] checkpoints, Random random)
    {
        (this.intact, this.checkpoints, this.random) = (intact, checkpoints, random);
        files = Files.ToDictionary(name => name, name => File.ReadAllText(Path.Combine(intact, name)).TrimEnd('\n').Split('\n').Select(Encoding.UTF8.GetBytes).ToList());
    }

    public static IReadOnlyList<Func<Mutation, int>> Kinds { get; } =
        [BitFlip, Delete, Insert, Swap, ColumnEdited, RowEdited, ContentEdited, TailCut, Rewritten, OlderBackup];

    private List<byte[]> Lines => files["journal.jsonl"];

    private int Size => Lines.Count;

    public void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "checkpoints"));
        foreach (var file in Directory.GetFiles(Path.Combine(intact, "checkpoints"))) File.Copy(file, Path.Combine(folder, "checkpoints", Path.GetFileName(file)));
        foreach (var (name, lines) in files)
        {
            using var file = File.Create(Path.Combine(folder, name));
            foreach (var line in lines)
            {
                file.Write(line);
                file.WriteByte((byte)'\n');
            }
        }
    }

    private static int BitFlip(Mutation m)
    {
        var k = m.random.Next(m.Size);
        var line = m.Lines[k];
        line[m.random.Next(line.Length)] ^= (byte)(1 << m.random.Next(8));
        return k + 1;
    }

    private static int Delete(Mutation m)
    {
        var k = m.random.Next(m.Size);
        m.Lines.RemoveAt(k);
        // As in the database: the row goes with its columns.
        if (m.random.Next(2) == 0) m.files["columns.jsonl"].RemoveAt(k);
        return k + 1;
    }

    private static int Insert(Mutation m)
    {
        var k = m.random.Next(m.Size);
        m.Lines.Insert(k, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(m.Lines[k]).Replace("\"judged\"", "\"changed\"", StringComparison.Ordinal)));
        return k + 1;
    }

    private static int Swap(Mutation m)
    {
        var k = m.random.Next(m.Size - 1);
        (m.Lines[k], m.Lines[k + 1]) = (m.Lines[k + 1], m.Lines[k]);
        return k + 1;
    }

    private static int ColumnEdited(Mutation m)
    {
        var k = m.random.Next(m.Size);
        var (column, value) = new[] { ("actor", "somebody"), ("act", "changed"), ("obj", "00"), ("at", "2026-03-01T00:00:00.000Z"), ("hash", new string('0', 64)) }[m.random.Next(5)];
        m.Change("columns.jsonl", k, json => json[column] = value);
        return k + 1;
    }

    private static int RowEdited(Mutation m)
    {
        var k = m.random.Next(m.Size);
        m.Change("rows.jsonl", k, json => json["row"] = json["row"]!.GetValue<string>().Replace("\"Points\":", "\"Points\":9", StringComparison.Ordinal));
        return k + 1;
    }

    private static int ContentEdited(Mutation m)
    {
        var k = m.random.Next(m.Size);
        m.Change("payloads.jsonl", k, json => json["payload"] = json["payload"]!.GetValue<string>().Replace("\"points\":", "\"points\":9", StringComparison.Ordinal));
        return k + 1;
    }

    /// <summary>Lines, columns, contents and the head end earlier; rows stay.</summary>
    private static int TailCut(Mutation m)
    {
        var size = m.random.Next(1, m.Size);
        m.EndAt(size);
        return size + 1;
    }

    /// <summary>From one line on everything is made anew, with fitting hashes, columns, contents, rows and head. Only what was signed tells.</summary>
    private static int Rewritten(Mutation m)
    {
        var from = m.random.Next(m.Size);
        var previous = from == 0 ? new string('0', 64) : Convert.ToHexStringLower(SHA256.HashData(m.Lines[from - 1]));
        for (var k = from; k < m.Size; k++)
        {
            var content = JsonNode.Parse(m.files["payloads.jsonl"][k])!;
            if (k == from)
            {
                var row = JsonNode.Parse(m.files["rows.jsonl"][k])!["row"]!.GetValue<string>().Replace("\"Points\":", "\"Points\":9", StringComparison.Ordinal);
                m.Change("rows.jsonl", k, json => json["row"] = row);
                var payload = JsonNode.Parse(content["payload"]!.GetValue<string>())!;
                payload["rows"]![0]!["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row)));
                content["payload"] = payload.ToJsonString();
                m.files["payloads.jsonl"][k] = Encoding.UTF8.GetBytes(content.ToJsonString());
            }

            var commit = SHA256.HashData([.. Convert.FromHexString(content["salt"]!.GetValue<string>()), .. Encoding.UTF8.GetBytes(content["payload"]!.GetValue<string>())]);
            var line = JsonNode.Parse(m.Lines[k])!;
            (line["prev"], line["commit"]) = (previous, Convert.ToHexStringLower(commit));
            m.Lines[k] = Encoding.UTF8.GetBytes(line.ToJsonString());
            previous = Convert.ToHexStringLower(SHA256.HashData(m.Lines[k]));
            m.Change("columns.jsonl", k, json => json["hash"] = previous);
        }

        m.Change("head.json", 0, json => json["hash"] = previous);
        return m.checkpoints.Where(size => size <= from).DefaultIfEmpty(0).Max() + 1;
    }

    /// <summary>All of the database as it was earlier, in perfect order; the newest published checkpoint knows better.</summary>
    private static int OlderBackup(Mutation m)
    {
        var size = m.random.Next(1, m.Size);
        m.EndAt(size);
        m.files["rows.jsonl"].RemoveRange(size, m.files["rows.jsonl"].Count - size);
        return size + 1;
    }

    private void EndAt(int size)
    {
        foreach (var name in new[] { "journal.jsonl", "columns.jsonl", "payloads.jsonl" }) files[name].RemoveRange(size, files[name].Count - size);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Lines[^1]));
        Change("head.json", 0, json => (json["size"], json["hash"]) = (size, hash));
    }

    private void Change(string file, int line, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(files[file][line])!;
        change(json);
        files[file][line] = Encoding.UTF8.GetBytes(json.ToJsonString());
    }
}
