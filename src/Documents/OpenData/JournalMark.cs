using System.Text.Encodings.Web;
using System.Text.Json;

namespace ParIndex.Documents.OpenData;

/// <summary>Where the journal of the place stood when the package was made: who keeps the package can show later that no line before was changed.</summary>
/// <param name="Size">Lines in the journal.</param>
/// <param name="Head">SHA-256 of its head, lower-case hex.</param>
/// <param name="At">When that line was written, UTC.</param>
/// <param name="Checkpoint">The newest signed checkpoint; null: none was made yet.</param>
public sealed record JournalMark(long Size, string Head, DateTimeOffset At, CheckpointMark? Checkpoint)
{
    /// <summary>The file in a package.</summary>
    public const string File = "journal.json";

    internal void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteNumber("size", Size);
        json.WriteString("head", Head);
        json.WriteString("at", At.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", System.Globalization.CultureInfo.InvariantCulture));
        if (Checkpoint is { } checkpoint)
        {
            json.WriteStartObject("checkpoint");
            json.WriteNumber("number", checkpoint.Number);
            json.WriteBase64String("json", checkpoint.Json);
            json.WriteBase64String("signature", checkpoint.Signature);
            if (checkpoint.Timestamp is { } stamp) json.WriteBase64String("timestamp", stamp);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}

/// <summary>A signed checkpoint of the journal, byte for byte.</summary>
public sealed record CheckpointMark(int Number, byte[] Json, byte[] Signature, byte[]? Timestamp);
