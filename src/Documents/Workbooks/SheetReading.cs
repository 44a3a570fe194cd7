using System.Globalization;
using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;

namespace ParIndex.Documents.Workbooks;

/// <summary>A row of a sheet: its number, and its cells by column letter, as text.</summary>
public sealed record SheetRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The cell, trimmed; null where it is empty.</summary>
    public string? this[string column] => Cells.TryGetValue(column, out var value) && value.Trim() is { Length: > 0 } given ? given : null;
}

/// <summary>Why a file cannot be read as a workbook.</summary>
public enum SheetTrouble
{
    /// <summary>It is no xlsx.</summary>
    NotAWorkbook,

    /// <summary>Unpacked, it would be larger than anybody's list.</summary>
    TooLarge,
}

/// <summary>The file is no workbook that can be read.</summary>
public sealed class SheetTroubleException(SheetTrouble trouble) : Exception(trouble.ToString())
{
    public SheetTrouble Trouble { get; } = trouble;
}

/// <summary>
/// Reads the first sheet of an xlsx as text. What it unpacks to is counted before anything is made of it, so that a small file that grows
/// without end costs a moment and no more.
/// </summary>
public static class SheetReading
{
    public const int MostRows = 5000;
    private const int MostParts = 300;
    private const long Largest = 40 * 1024 * 1024;

    /// <summary>Rows with anything in them, in order. Of formulas, the value that was last computed; dates as dd/MM/yyyy.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="mostRows">More rows are refused.</param>
    /// <param name="largest">More bytes, unpacked, are refused.</param>
    /// <param name="sheet">Name of the sheet; null: the first.</param>
    /// <exception cref="SheetTroubleException">Not an xlsx, or too large.</exception>
    public static IReadOnlyList<SheetRow> Read(Stream file, int mostRows = MostRows, long largest = Largest, string? sheet = null)
    {
        var content = Weighed(file, largest);
        return Guarded(() =>
        {
            var rows = new List<SheetRow>();
            var number = 0;
            foreach (IDictionary<string, object?> row in MiniExcel.Query(content, useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX))
            {
                number++;
                var cells = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var (column, value) in row) if (Said(value) is { Length: > 0 } said) cells[column] = said;
                if (cells.Count > 0) rows.Add(new(number, cells));
                if (number > mostRows) throw new SheetTroubleException(SheetTrouble.TooLarge);
            }

            return rows;
        });
    }

    /// <summary>Names of the sheets, in order.</summary>
    /// <exception cref="SheetTroubleException">Not an xlsx, or too large.</exception>
    public static IReadOnlyList<string> Names(Stream file)
    {
        var content = Weighed(file, Largest);
        return Guarded(() => MiniExcel.GetSheetNames(content));
    }

    private static MemoryStream Weighed(Stream file, long largest)
    {
        var content = new MemoryStream();
        file.CopyTo(content);
        Weigh(content, largest);
        content.Position = 0;
        return content;
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception wrong) when (wrong is XmlException or InvalidDataException or KeyNotFoundException or FormatException or ArgumentException or InvalidOperationException or NullReferenceException or NotSupportedException or IndexOutOfRangeException)
        {
            // The library says in many ways that the parts do not fit together.
            throw new SheetTroubleException(SheetTrouble.NotAWorkbook);
        }
    }

    private static void Weigh(MemoryStream content, long largest)
    {
        content.Position = 0;
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry("[Content_Types].xml") is null || zip.GetEntry("xl/workbook.xml") is null) throw new SheetTroubleException(SheetTrouble.NotAWorkbook);
            if (zip.Entries.Count > MostParts) throw new SheetTroubleException(SheetTrouble.TooLarge);
            var buffer = new byte[64 * 1024];
            long weight = 0;
            foreach (var part in zip.Entries)
            {
                // What a part says of its own length is not believed.
                using var stream = part.Open();
                for (int read; (read = stream.Read(buffer)) > 0;)
                    if ((weight += read) > largest) throw new SheetTroubleException(SheetTrouble.TooLarge);
            }
        }
        catch (InvalidDataException)
        {
            throw new SheetTroubleException(SheetTrouble.NotAWorkbook);
        }
    }

    private static string Said(object? value) => value switch
    {
        null => "",
        string text => text.Trim(),
        DateTime moment => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "dd/MM/yyyy" : "dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "TRUE" : "FALSE",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
