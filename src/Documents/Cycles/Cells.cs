using System.Text;
using ParIndex.Core;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>Cells of a cycle's tables as values of the index; what does not fit is reported at its cell.</summary>
internal static class Cells
{
    public static string Raw(this CsvReader row, int column) => Encoding.UTF8.GetString(row[column]);

    public static UnitCode? UnitCode(this CsvReader row, int column)
    {
        var text = row.Raw(column);
        if (Core.UnitCode.TryParse(text, out var code)) return code;
        row.Report(column, "C012", TableText.NotACode(text));
        return null;
    }

    /// <summary>An optional decimal with at most four places; false: reported.</summary>
    public static bool Number(this CsvReader row, int column, out long? tenThousandths)
    {
        tenThousandths = null;
        var cell = row[column];
        if (cell.IsEmpty) return true;
        var form = CellNumbers.TenThousandths(cell, out var value);
        if (form == NumberForm.Good)
        {
            tenThousandths = value;
            return true;
        }

        var (code, message) = CellNumbers.Say(form, cell);
        row.Report(column, code, message);
        return false;
    }

    /// <summary>An optional date; false: reported.</summary>
    public static bool Date(this CsvReader row, int column, out DateOnly? date)
    {
        date = null;
        var cell = row[column];
        if (cell.IsEmpty) return true;
        if (!CellNumbers.Date(cell, out var value))
        {
            row.Report(column, "C016", TableText.NotADate(row.Raw(column)));
            return false;
        }

        date = value;
        return true;
    }

    /// <summary>yes or no; false: reported.</summary>
    public static bool YesNo(this CsvReader row, int column, bool whenEmpty, out bool value)
    {
        var cell = row[column];
        value = whenEmpty;
        if (cell.IsEmpty) return true;
        value = cell.SequenceEqual("yes"u8) || cell.SequenceEqual("1"u8);
        if (value || cell.SequenceEqual("no"u8) || cell.SequenceEqual("0"u8)) return true;
        row.Report(column, "C018", TableText.NotYesOrNo(row.Raw(column)));
        return false;
    }
}
