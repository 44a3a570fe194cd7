using System.Text;

namespace ParIndex.Documents.SurveyReports;

/// <summary>Codes of a column in the order in which they came, found by their bytes without making a text of every cell.</summary>
internal sealed class CodeList
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> names = [];

    public CodeList() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => names.Count;

    public string this[int number] => names[number];

    public int Of(ReadOnlySpan<byte> cell)
    {
        Span<char> text = cell.Length <= 256 ? stackalloc char[256] : new char[cell.Length];
        var key = text[..Encoding.UTF8.GetChars(cell, text)];
        if (lookup.TryGetValue(key, out var number)) return number;
        var name = key.ToString();
        numbers.Add(name, names.Count);
        names.Add(name);
        return names.Count - 1;
    }
}
