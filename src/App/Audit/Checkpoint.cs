using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace ParIndex.App.Audit;

/// <summary>What a checkpoint states; docs/journal.md has its form. <c>Restored</c>: sizes before and after a restore that two persons acknowledged.</summary>
public sealed record Checkpoint(
    string Origin, int Number, DateTimeOffset At, long Size, string Head, string Previous, string? Published, string Occasion, (long From, long To)? Restored)
{
    public const string None = "0000000000000000000000000000000000000000000000000000000000000000";

    internal byte[] ToJson()
    {
        var target = new MemoryStream(512);
        using (var json = new Utf8JsonWriter(target))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteString("origin", Origin);
            json.WriteNumber("number", Number);
            json.WriteString("at", JournalWriting.Moment(At));
            json.WriteStartObject("streams");
            json.WriteStartObject(JournalWriting.Stream);
            json.WriteNumber("size", Size);
            json.WriteString("head", Head);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteString("previous", Previous);
            json.WriteString("published", Published);
            json.WriteString("occasion", Occasion);
            if (Restored is { } restored)
            {
                json.WriteStartObject("restored");
                json.WriteNumber("from", restored.From);
                json.WriteNumber("to", restored.To);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return target.ToArray();
    }

    /// <summary>Reads a checkpoint; null when these bytes are none.</summary>
    public static Checkpoint? Parse(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            if (root.GetProperty("v").GetInt32() != 1) return null;
            var stream = root.GetProperty("streams").GetProperty(JournalWriting.Stream);
            return new(
                root.GetProperty("origin").GetString()!,
                root.GetProperty("number").GetInt32(),
                DateTimeOffset.Parse(root.GetProperty("at").GetString()!, CultureInfo.InvariantCulture),
                stream.GetProperty("size").GetInt64(),
                stream.GetProperty("head").GetString()!,
                root.GetProperty("previous").GetString()!,
                root.GetProperty("published").GetString(),
                root.GetProperty("occasion").GetString()!,
                root.TryGetProperty("restored", out var restored) ? (restored.GetProperty("from").GetInt64(), restored.GetProperty("to").GetInt64()) : null);
        }
        catch (Exception trouble) when (trouble is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>A checkpoint with its signature, as it travels.</summary>
public sealed record SignedCheckpoint(byte[] Json, byte[] Signature, byte[]? Timestamp = null)
{
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Json));
}
