using System.Globalization;
using ParIndex.Core;

namespace ParIndex.Documents.Tables;

/// <summary>What is said about the form of a table, C001–C019.</summary>
internal static class TableText
{
    public static Text NotUtf8 => new(
        "Có byte không phải UTF-8. Lưu lại tệp với bảng mã UTF-8.",
        "A byte is not UTF-8. Save the file again as UTF-8.");

    public static Text NotNormalized => new(
        "Chữ có dấu chưa ở dạng Unicode dựng sẵn (NFC); đã chuyển khi đọc. Nên lưu lại tệp ở dạng NFC.",
        "The text is not in Unicode NFC; it was converted when read. Save the file in NFC.");

    public static Text QuoteInside => new(
        "Có dấu ngoặc kép giữa ô không được bao. Bao cả ô trong dấu ngoặc kép và viết mỗi dấu bên trong hai lần.",
        "A quote stands inside a cell that is not quoted. Quote the whole cell and double each quote in it.");

    public static Text TextAfterQuote => new(
        "Có ký tự sau dấu ngoặc kép đóng. Sau dấu đóng chỉ được là dấu phẩy hoặc hết dòng.",
        "Text follows a closing quote. Only a comma or the end of the line may follow it.");

    public static Text QuoteNeverClosed => new(
        "Dấu ngoặc kép mở ở đây không được đóng đến hết tệp. Thêm dấu đóng.",
        "The quote opened here is not closed before the end of the file. Close it.");

    public static Text ControlCharacter => new(
        "Có ký tự điều khiển (ví dụ NUL). Xóa ký tự đó.",
        "There is a control character (such as NUL). Remove it.");

    public static Text DirectionMark => new(
        "Có ký tự đổi chiều chữ (U+202A–U+202E, U+2066–U+2069), làm chữ hiện khác với nội dung. Gõ lại ô này.",
        "There is a mark that turns the direction of writing (U+202A–U+202E, U+2066–U+2069), which makes text read as what it is not. Type it anew.");

    public static Text RowTooLong => new(
        "Một dòng dài hơn 32 MB; phần còn lại của tệp không được đọc. Kiểm tra dấu ngoặc kép chưa đóng.",
        "A row is longer than 32 MB; the rest of the file was not read. Look for a quote that is not closed.");

    public static Text CellTooLong(int bytes) => new(
        $"Ô dài {Count(bytes, Language.Vietnamese)} byte, tối đa là 65.536. Rút ngắn nội dung hoặc đưa vào tài liệu kiểm chứng.",
        $"The cell has {Count(bytes, Language.English)} bytes, at most 65,536 are allowed. Shorten it, or put it into evidence.");

    public static Text NoHeader(IEnumerable<string> columns) => new(
        $"Tệp trống. Dòng đầu phải là tên các cột: {string.Join(", ", columns)}.",
        $"The file is empty. Its first line must name the columns: {string.Join(", ", columns)}.");

    public static Text MissingColumn(string column) => new(
        $"Thiếu cột \"{column}\". Thêm cột này vào dòng đầu.",
        $"The column \"{column}\" is missing. Add it to the first line.");

    public static Text UnknownColumn(string column, IEnumerable<string> columns) => new(
        $"Cột \"{Short(column)}\" không có trong mẫu. Xóa hoặc sửa tên; các cột được dùng: {string.Join(", ", columns)}.",
        $"The column \"{Short(column)}\" is not known. Remove or rename it; the columns in use are: {string.Join(", ", columns)}.");

    public static Text ColumnTwice(string column) => new(
        $"Cột \"{Short(column)}\" có hai lần. Chỉ giữ một.",
        $"The column \"{Short(column)}\" is there twice. Keep one.");

    public static Text WrongWidth(int cells, int columns) => new(
        $"Dòng có {cells} ô, dòng đầu có {columns} cột. Nếu trong ô có dấu phẩy (kể cả dấu phẩy thập phân) thì bao ô trong dấu ngoặc kép; số thập phân dùng dấu chấm.",
        $"The row has {cells} cells, the header {columns} columns. Quote a cell that holds a comma; decimals take a point, not a comma.");

    public static Text Empty(string column) => new(
        $"Ô \"{column}\" trống. Điền giá trị.",
        $"The cell \"{column}\" is empty. Fill it in.");

    public static Text NotACode(string text) => new(
        $"\"{Short(text)}\" không phải mã hợp lệ. Mã dài 1–40 ký tự, chỉ gồm chữ không dấu, số, '-', '_', '.'.",
        $"\"{Short(text)}\" is not a code. A code has 1 to 40 letters without marks, digits, '-', '_', '.'.");

    public static Text NotANumber(string text) => new(
        $"\"{Short(text)}\" không phải số. Viết số bằng chữ số, dấu thập phân là dấu chấm, ví dụ 0.75.",
        $"\"{Short(text)}\" is not a number. Write digits, with a point before the decimals, such as 0.75.");

    public static Text DecimalComma(string text) => new(
        $"\"{Short(text)}\" dùng dấu phẩy thập phân. Trong tệp dữ liệu dùng dấu chấm: {text.Replace(',', '.')}.",
        $"\"{Short(text)}\" has a decimal comma. Data files take a point: {text.Replace(',', '.')}.");

    public static Text NotFinite(string text) => new(
        $"\"{Short(text)}\" không phải số hữu hạn. Để trống ô nếu không có số liệu.",
        $"\"{Short(text)}\" is not a finite number. Leave the cell empty when there is no figure.");

    public static Text TooManyPlaces(string text) => new(
        $"\"{Short(text)}\" có nhiều hơn bốn chữ số thập phân. Làm tròn đến bốn chữ số.",
        $"\"{Short(text)}\" has more than four decimals. Round it to four.");

    public static Text TooLarge(string text) => new(
        $"\"{Short(text)}\" vượt giới hạn của một số. Kiểm tra lại đơn vị tính.",
        $"\"{Short(text)}\" is beyond the range of a number. Check its unit.");

    public static Text Negative(string text) => new(
        $"\"{Short(text)}\" là số âm. Giá trị phải từ 0 trở lên.",
        $"\"{Short(text)}\" is negative. The value must be 0 or more.");

    public static Text NotADate(string text) => new(
        $"\"{Short(text)}\" không phải ngày. Viết năm-tháng-ngày, ví dụ 2022-03-28.",
        $"\"{Short(text)}\" is not a date. Write year-month-day, such as 2022-03-28.");

    public static Text NotATime(string text) => new(
        $"\"{Short(text)}\" không phải thời điểm. Viết ngày, giờ và múi giờ, ví dụ 2022-01-10T09:00:00+07:00.",
        $"\"{Short(text)}\" is not a time. Write date, time and offset, such as 2022-01-10T09:00:00+07:00.");

    public static Text NotYesOrNo(string text) => new(
        $"\"{Short(text)}\" phải là yes hoặc no.",
        $"\"{Short(text)}\" must be yes or no.");

    public static Finding More(string file, int count, bool errors) => new("C019", file, new(
        $"Còn {count} phát hiện nữa trong tệp này. Sửa những chỗ trên rồi kiểm tra lại.",
        $"There are {count} more findings in this file. Mend those above and check again."), errors ? Severity.Error : Severity.Warning);

    /// <summary>At most 60 characters of what somebody wrote, without line ends.</summary>
    public static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..(char.IsHighSurrogate(line[58]) ? 58 : 59)] + "…";
    }

    private static string Count(int number, Language language) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', language == Language.Vietnamese ? '.' : ',');
}
