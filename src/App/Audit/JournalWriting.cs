using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ParIndex.App.Storage;

namespace ParIndex.App.Audit;

/// <summary>
/// Appends to the journal: one JSON line an act, chained by SHA-256 over the exact bytes, with a salted commitment to what was done.
/// docs/journal.md has the format on one page.
/// </summary>
internal static class JournalWriting
{
    /// <summary>The stream of framework, scores, evidence, council, publication and accounts.</summary>
    public const string Stream = "index";

    private static readonly JsonSerializerOptions PayloadForm = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new PointsOnPaper() },
    };

    /// <summary>Adds the lines and payloads of <paramref name="notes"/> behind <paramref name="head"/>; the caller saves them.</summary>
    /// <param name="db">The database.</param>
    /// <param name="head">Where the stream ends; null: it is empty.</param>
    /// <param name="key">The key of opaque ids.</param>
    /// <param name="notes">What to tell.</param>
    /// <param name="rows">Rows of the same save the journal vouches for; the last payload names them.</param>
    /// <returns>The number of the last line.</returns>
    public static long Append(IndexDb db, JournalHeadRow? head, byte[] key, IReadOnlyList<JournalNote> notes, IReadOnlyList<RowMark> rows)
    {
        var (size, hash, at) = head is null ? (0L, new byte[SHA256.HashSizeInBytes], DateTimeOffset.MinValue) : (head.Size, head.Hash, head.At);
        foreach (var (index, note) in notes.Index())
        {
            var last = index == notes.Count - 1;
            size++;
            // To the millisecond, and never earlier than the line before, whatever the clock does.
            var now = new DateTimeOffset(note.At.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
            if (now > at) at = now;
            var payload = JsonSerializer.SerializeToUtf8Bytes(
                new { @object = note.Object, what = note.What, before = note.Before, after = note.After, reason = note.Reason, rows = last && rows.Count > 0 ? rows : null },
                PayloadForm);
            var salt = RandomNumberGenerator.GetBytes(16);
            var actor = note.Actor?.ToString("n") ?? "system";
            var obj = Opaque(key, note.Object);
            var line = Line(size, hash, at, actor, note.Act, obj, SHA256.HashData([.. salt, .. payload]));
            hash = SHA256.HashData(line);
            db.Add(new JournalLineRow
            {
                Stream = Stream,
                Seq = size,
                Line = line,
                Hash = hash,
                At = at,
                Actor = actor,
                Act = Name(note.Act),
                Obj = obj,
            });
            db.Add(new JournalPayloadRow { Stream = Stream, Seq = size, Salt = salt, Payload = payload });
        }

        if (head is null) db.Add(new JournalHeadRow { Stream = Stream, Size = size, Hash = hash, At = at });
        else (head.Size, head.Hash, head.At) = (size, hash, at);
        return size;
    }

    /// <summary>The opaque id of an object: the same for the same object of this installation, telling nothing to who lacks the key.</summary>
    public static string Opaque(byte[] key, string obj) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(obj)).AsSpan(0, 16));

    /// <summary>A moment as lines and checkpoints write it.</summary>
    public static string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Line(long seq, byte[] previous, DateTimeOffset at, string actor, JournalAct act, string obj, byte[] commitment)
    {
        var target = new MemoryStream(512);
        using (var json = new Utf8JsonWriter(target))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteString("stream", Stream);
            json.WriteNumber("seq", seq);
            json.WriteString("prev", Convert.ToHexStringLower(previous));
            json.WriteString("at", Moment(at));
            json.WriteString("actor", actor);
            json.WriteString("act", Name(act));
            json.WriteString("obj", obj);
            json.WriteString("commit", Convert.ToHexStringLower(commitment));
            json.WriteEndObject();
        }

        return target.ToArray();
    }

    private static string Name(JournalAct act) => JsonNamingPolicy.CamelCase.ConvertName(act.ToString());

    /// <summary>Points as the exact number people know.</summary>
    private sealed class PointsOnPaper : JsonConverter<Core.Points>
    {
        public override Core.Points Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Core.Points.Of(reader.GetDecimal());

        public override void Write(Utf8JsonWriter writer, Core.Points value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }
}
