using System.Text;

namespace ParIndex.Documents.OpenData;

/// <summary>Where two versions of one text file first differ, and what stands there in each.</summary>
/// <param name="Line">Physical line, from 1.</param>
/// <param name="Column">Cell in the row, from 1.</param>
/// <param name="Expected">The cell as recomputed.</param>
/// <param name="Found">The cell as it lies in the folder.</param>
internal sealed record CellDifference(int Line, int Column, string Expected, string Found)
{
    /// <summary>Null when the two are equal byte for byte.</summary>
    public static CellDifference? Between(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> found)
    {
        var same = expected.CommonPrefixLength(found);
        if (same == expected.Length && same == found.Length) return null;
        var (line, column, cell, quoted) = (1, 1, 0, false);
        for (var i = 0; i < same; i++)
        {
            if (expected[i] == (byte)'"') quoted = !quoted;
            if (expected[i] == (byte)'\n') line++;
            if (quoted || expected[i] is not ((byte)',' or (byte)'\n')) continue;
            column = expected[i] == (byte)',' ? column + 1 : 1;
            cell = i + 1;
        }

        return new(line, column, Cell(expected[cell..]), Cell(found[cell..]));
    }

    private static string Cell(ReadOnlySpan<byte> rest)
    {
        var quoted = false;
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == (byte)'"') quoted = !quoted;
            if (!quoted && rest[i] is (byte)',' or (byte)'\n' or (byte)'\r') return Text(rest[..i]);
        }

        return Text(rest);
    }

    private static string Text(ReadOnlySpan<byte> cell) => Encoding.UTF8.GetString(cell.Length > 120 ? cell[..120] : cell);
}
