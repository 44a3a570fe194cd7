using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;

namespace ParIndex.App.Audit;

/// <summary>Biên nhận: what a person keeps to prove later that an act stands in the journal as it was done.</summary>
/// <param name="Origin">The installation.</param>
/// <param name="Seq">Number of the line.</param>
/// <param name="Line">The line itself.</param>
/// <param name="Salt">Hex.</param>
/// <param name="Payload">What was done, as committed to.</param>
/// <param name="Size">Size of the journal when the receipt was given.</param>
/// <param name="Head">Hash of its last line then.</param>
public sealed record JournalReceipt(string Origin, long Seq, string Line, string Salt, string Payload, long Size, string Head)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Form) + "\n";

    /// <summary>Reads a receipt; null when this is none.</summary>
    public static JournalReceipt? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalReceipt>(json, Form) is { Line: not null, Salt: not null, Payload: not null, Head: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is wrong with the receipt, alone and against a journal when one is at hand.</summary>
    public IReadOnlyList<JournalFinding> Verify(JournalCopy? copy)
    {
        var findings = new List<JournalFinding>();
        if (CommitOf(Line) is not { } commit || !Convert.FromHexString(Salt).Concat(Encoding.UTF8.GetBytes(Payload)).ToArray().AsSpan().HashIs(commit))
            findings.Add(JournalFindings.Payload(Seq));
        if (copy is null) return findings;
        if (Seq > copy.Lines.Count || !copy.Lines[(int)Seq - 1].AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(Line))) findings.Add(JournalFindings.NotAsReceipt(Seq));
        if (Size > copy.Lines.Count || Convert.ToHexStringLower(SHA256.HashData(copy.Lines[(int)Size - 1])) != Head) findings.Add(JournalFindings.NotAsReceipt(Size));
        return findings;
    }

    private byte[]? CommitOf(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("seq").GetInt64() == Seq && Seq >= 1 && Size >= Seq ? Convert.FromHexString(json.RootElement.GetProperty("commit").GetString()!) : null;
        }
        catch (Exception trouble) when (trouble is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}

internal static class Hashes
{
    public static bool HashIs(this Span<byte> content, byte[] expected) => SHA256.HashData(content).AsSpan().SequenceEqual(expected);
}

/// <summary>Gives the receipt of an act that was saved: right after the save, for <see cref="IndexDb.JournalledTo"/>.</summary>
public sealed class GiveReceipt(IndexDb db)
{
    public async Task<JournalReceipt> RunAsync(long seq, CancellationToken cancel)
    {
        var line = await db.JournalLines.AsNoTracking().SingleOrDefaultAsync(row => row.Stream == JournalWriting.Stream && row.Seq == seq, cancel)
            ?? throw new RefusedException(Refusal.NotFound);
        var content = await db.JournalPayloads.AsNoTracking().SingleOrDefaultAsync(row => row.Stream == JournalWriting.Stream && row.Seq == seq, cancel)
            ?? throw new RefusedException(Refusal.NotFound);
        var head = await db.JournalHeads.AsNoTracking().SingleAsync(row => row.Stream == JournalWriting.Stream, cancel);
        return new(
            await JournalInstance.OriginAsync(db, cancel), seq, Encoding.UTF8.GetString(line.Line), Convert.ToHexStringLower(content.Salt),
            Encoding.UTF8.GetString(content.Payload), head.Size, Convert.ToHexStringLower(head.Hash));
    }
}
