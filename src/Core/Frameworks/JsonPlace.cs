using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ParIndex.Core.Frameworks;

/// <summary>Where something stands in a JSON file, as FILE:LINE:COLUMN, counted from 1 and in characters as an editor shows them.</summary>
internal static class JsonPlace
{
    public static string Of(ReadOnlySpan<byte> utf8, JsonException refused, string file)
    {
        var (line, start) = (refused.LineNumber ?? 0, 0);
        for (var i = 0L; i < line; i++)
        {
            var next = utf8[start..].IndexOf((byte)'\n');
            if (next < 0) break;
            start += next + 1;
        }

        var bytes = (int)Math.Min(refused.BytePositionInLine ?? 0, utf8.Length - start);
        return Write(file, line + 1, utf8.Slice(start, bytes));
    }

    public static string Of(ReadOnlySpan<byte> utf8, long offset, string file)
    {
        var before = utf8[..(int)offset];
        return Write(file, before.Count((byte)'\n') + 1, before[(before.LastIndexOf((byte)'\n') + 1)..]);
    }

    /// <summary>Offset of the first null in a list; the serializer lets those through though the type forbids them.</summary>
    public static long? OfNullInList(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var inList = new Stack<bool>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) inList.Push(reader.TokenType == JsonTokenType.StartArray);
            else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) inList.Pop();
            else if (reader.TokenType == JsonTokenType.Null && inList.TryPeek(out var list) && list) return reader.TokenStartIndex;
        }

        return null;
    }

    private static string Write(string file, long line, ReadOnlySpan<byte> before) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:{Encoding.UTF8.GetCharCount(before) + 1}");
}
