using System.Globalization;
using System.Text.Json;
using ParIndex.Core;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>Reports about top-level names of a JSON file at the line and character where they stand.</summary>
internal sealed class JsonPlaces(byte[] bytes, FileFindings findings)
{
    public void Add(string code, string name, Text message)
    {
        var (line, column) = Find(name);
        findings.Add(code, line, column.ToString(CultureInfo.InvariantCulture), message);
    }

    private (int Line, int Column) Find(string name)
    {
        var mark = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(bytes.AsSpan(mark));
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1 || !reader.ValueTextEquals(name)) continue;
            var before = bytes.AsSpan(mark, (int)reader.TokenStartIndex);
            return (before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
        }

        return (1, 1);
    }
}
