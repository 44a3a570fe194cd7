using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core;

/// <summary>A file that was read, or why it was not.</summary>
/// <param name="Value">Null when it could not be read.</param>
/// <param name="Findings">Why; empty when it could.</param>
public sealed record JsonReading<T>(T? Value, IReadOnlyList<Finding> Findings)
    where T : class;

/// <summary>
/// Rule sets and surveys as strict JSON: an unknown, repeated, missing or null property, a null in a list or a number in place of a name is a
/// finding with its place, never silently dropped.
/// </summary>
public static class StrictJson
{
    /// <summary>How every file of ours is read and written.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Strict)
    {
        // Named, so that a schema can be exported before anything was read.
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    internal static JsonReading<T> Read<T>(ReadOnlySpan<byte> utf8, string file, string code, string schema)
        where T : class
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        try
        {
            if (JsonPlace.OfNullInList(utf8) is { } place) return Refused(JsonPlace.Of(utf8, place, file), Null);
            return JsonSerializer.Deserialize<T>(utf8, Options) is { } value ? new(value, []) : Refused($"{file}:1:1", Null);
        }
        catch (JsonException refused)
        {
            return Refused(JsonPlace.Of(utf8, refused, file), Why(refused));
        }

        JsonReading<T> Refused(string where, Text why) => new(null, [new Finding(code, where, new(
            $"{why.Vi} Sửa theo lược đồ docs/schema/{schema}.", $"{why.En} Correct it as docs/schema/{schema} says."))]);
    }

    internal static byte[] Write<T>(T value) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Options) + "\n");

    private static Text Null => new("Có giá trị null ở nơi phải có nội dung.", "There is a null where something must stand.");

    private static Text Why(JsonException refused)
    {
        var message = refused.Message;
        foreach (var mark in (string[])[" Path: ", " LineNumber: "])
            if (message.IndexOf(mark, StringComparison.Ordinal) is var end and >= 0) message = message[..end];
        var at = refused.Path is null or "" or "$" ? "" : $" ({refused.Path})";
        var vi = Says("could not be mapped") || Says("uplicate") ? "Thuộc tính không có trong lược đồ hoặc ghi hai lần"
            : Says("missing required") || Says("null values") ? "Thiếu thuộc tính bắt buộc hoặc để trống"
            : Says("could not be converted") || Says("Not a ") ? "Giá trị không đúng kiểu"
            : "Tệp không đúng cú pháp JSON";
        return new($"{vi}{at}: {message}", $"{message[..^(message.EndsWith('.') ? 1 : 0)]}{at}.");

        bool Says(string words) => message.Contains(words, StringComparison.Ordinal);
    }
}
