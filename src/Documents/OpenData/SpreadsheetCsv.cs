using System.Text;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.OpenData;

/// <summary>
/// A published table for a spreadsheet in Vietnamese locale: byte-order mark, semicolons, decimal comma. Codes such as 1.1.4, which a spreadsheet would take
/// for a date, are written as text formulas; fractions, which it would too, are left to the other file.
/// </summary>
internal static class SpreadsheetCsv
{
    public static void Write(Stream stream, DataTable table, byte[] content)
    {
        var slice = PublishedTable.Read(table, content, []);
        int[] kept = [.. Enumerable.Range(0, slice.Columns.Count).Where(place => !slice.Columns[place].Name.EndsWith("_exact", StringComparison.Ordinal))];
        var text = new StringBuilder("\uFEFF");
        text.AppendJoin(';', kept.Select(place => slice.Columns[place].Name)).Append("\r\n");
        foreach (var row in slice.Rows)
        {
            for (var i = 0; i < kept.Length; i++)
            {
                if (i > 0) text.Append(';');
                Cell(text, row[kept[i]], slice.Columns[kept[i]].Type == "number");
            }

            text.Append("\r\n");
            if (text.Length < 1024 * 1024) continue;
            stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
            text.Clear();
        }

        stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Cell(StringBuilder text, string cell, bool figure)
    {
        if (figure) text.Append(cell.Replace('.', ','));
        else if (IsDotted(cell)) text.Append("\"=\"\"").Append(cell).Append("\"\"\"");
        else if (FormulaSigns.Disarm(cell) is var safe && safe.AsSpan().IndexOfAny(";\"\r\n") < 0) text.Append(safe);
        else text.Append('"').Append(FormulaSigns.Disarm(cell).Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    /// <summary>Whole numbers joined by dots, as codes of criteria are, and nothing else.</summary>
    private static bool IsDotted(string cell)
    {
        var dots = 0;
        for (var i = 0; i < cell.Length; i++)
        {
            if (char.IsAsciiDigit(cell[i])) continue;
            if (cell[i] != '.' || i == 0 || i == cell.Length - 1 || cell[i - 1] == '.') return false;
            dots++;
        }

        return dots > 0;
    }
}
