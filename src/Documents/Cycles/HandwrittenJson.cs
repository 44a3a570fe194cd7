using System.Text.Json;
using ParIndex.Core;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>
/// Reads JSON that somebody wrote by hand: an unknown, repeated or missing name, a control character, a half of a character is a finding with its
/// line and character, not a silent guess.
/// </summary>
internal static class HandwrittenJson
{
    /// <summary>Largest file.</summary>
    public const int Limit = 16 * 1024 * 1024;

    /// <summary>The value, or null with what is wrong in <paramref name="findings"/>.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> bytes, FileFindings findings)
        where T : class
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (bytes.Length > Limit)
        {
            findings.Add("C020", 1, null, JsonText.TooLong);
            return null;
        }

        try
        {
            if (!Clean(bytes, findings)) return null;
            return JsonSerializer.Deserialize<T>(bytes, StrictJson.Options) ?? throw new JsonException("null", "$", 0, 0);
        }
        catch (JsonException mistake)
        {
            var column = ((mistake.BytePositionInLine ?? 0) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var (code, message) = JsonText.Of(mistake);
            findings.Add(code, (int)Math.Min(int.MaxValue - 1, mistake.LineNumber ?? 0) + 1, column, message);
            return null;
        }
    }

    /// <summary>No string holds a control character or half a character, and no list holds a null, which the serializer would let through.</summary>
    /// <exception cref="JsonException">It is no JSON at all.</exception>
    public static bool Clean(ReadOnlySpan<byte> bytes, FileFindings findings)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var reader = new Utf8JsonReader(bytes);
        var lists = new Stack<bool>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) lists.Push(reader.TokenType == JsonTokenType.StartArray);
            else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) lists.Pop();
            else if (reader.TokenType == JsonTokenType.Null && lists.TryPeek(out var list) && list)
            {
                Report("C026", bytes[..(int)reader.TokenStartIndex], JsonText.NullInList);
                return false;
            }

            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName)) continue;
            string? text;
            try
            {
                text = reader.GetString();
            }
            catch (InvalidOperationException)
            {
                text = null;
            }

            if (text is not null && DirectionMarks.StandIn(text))
            {
                Report("C060", bytes[..(int)reader.TokenStartIndex], TableText.DirectionMark);
                return false;
            }

            if (text is not null && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))) continue;
            Report("C022", bytes[..(int)reader.TokenStartIndex], text is null ? JsonText.BrokenCharacter : TableText.ControlCharacter);
            return false;
        }

        return true;

        void Report(string code, ReadOnlySpan<byte> before, Text message) => findings.Add(
            code, before.Count((byte)'\n') + 1, (before.Length - before.LastIndexOf((byte)'\n')).ToString(System.Globalization.CultureInfo.InvariantCulture), message);
    }
}
