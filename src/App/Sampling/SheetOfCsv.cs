using System.Text;
using System.Text.Unicode;
using ParIndex.Documents.Tables;

namespace ParIndex.App.Sampling;

/// <summary>A line of a table: its number in the file and its cells; null: empty.</summary>
public sealed record SheetLine(int Number, string?[] Cells);

/// <summary>
/// CSV as spreadsheets write it: UTF-8, with commas or, in a Vietnamese setting, with semicolons; cells in quotes where they hold one. The
/// open data has its own strict reader; here people's files are read as they come, and what is wrong is told by cell.
/// </summary>
internal static class SheetOfCsv
{
    public static IEnumerable<SheetLine> Read(MemoryStream file)
    {
        var bytes = file.GetBuffer().AsSpan(0, (int)file.Length);
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        if (!Utf8.IsValid(bytes)) throw new RefusedException(NotUtf8);
        return Rows(Encoding.UTF8.GetString(bytes));
    }

    private static Refusal NotUtf8 { get; } = new("not_utf8", new(
        "Tệp CSV không phải UTF-8. Trong Excel chọn Lưu thành “CSV UTF-8 (*.csv)”.", "The CSV is not in UTF-8. In Excel save it as “CSV UTF-8 (*.csv)”."), RefusalKind.UnsupportedType, "file");

    private static Refusal BrokenQuotes(int line) => new("csv_quotes", new(
        $"Dấu nháy mở ở dòng {line} không được đóng. Sửa dòng đó rồi chọn lại tệp.", $"The quote that opens in line {line} is never closed. Correct that line."), RefusalKind.Invalid, "file");

    private static IEnumerable<SheetLine> Rows(string text)
    {
        var first = text.AsSpan(0, text.IndexOf('\n') is >= 0 and var end ? end : text.Length);
        var comma = first.Count(';') > first.Count(',') ? ';' : ',';
        var cells = new List<string?>();
        var cell = new StringBuilder();
        var (number, quoted, opened) = (1, false, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var one = text[i];
            if (quoted)
            {
                if (one == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
                else if (one == '"') quoted = false;
                else cell.Append(one);
                continue;
            }

            if (one == '"' && cell.Length == 0) (quoted, opened) = (true, number);
            else if (one == comma) End();
            else if (one == '\n')
            {
                End();
                if (number > FrameSheet.Most + 1) throw new RefusedException(FrameSheet.FrameTooLarge);
                yield return new(number++, [.. cells]);
                cells.Clear();
            }
            else if (one != '\r') cell.Append(one);
        }

        if (quoted) throw new RefusedException(BrokenQuotes(opened));
        if (cell.Length > 0 || cells.Count > 0)
        {
            End();
            yield return new(number, [.. cells]);
        }

        void End()
        {
            cells.Add(cell.Length == 0 ? null : FormulaSigns.Reveal(cell.ToString()));
            cell.Clear();
        }
    }
}
