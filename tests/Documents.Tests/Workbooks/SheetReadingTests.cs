using System.Diagnostics;
using System.IO.Compression;
using ParIndex.Documents.Workbooks;

namespace ParIndex.Documents.Tests.Workbooks;

public class SheetReadingTests
{
    [Fact]
    public void Text_comes_back_as_it_was_even_what_looks_like_a_formula_or_a_number()
    {
        var file = new MemoryStream();
        PlainWorkbook.Write([new("Trang", [("Tên", 20), ("Ghi chú", 20)], [["=HYPERLINK(\"http://x\")", "007"], ["", ""], ["Đỗ Thị Ánh", " hai  chữ "]])], file);
        file.Position = 0;
        var rows = SheetReading.Read(file);
        Assert.Equal([1, 2, 4], rows.Select(row => row.Number));
        Assert.Equal(("=HYPERLINK(\"http://x\")", "007"), (rows[1]["A"], rows[1]["B"]));
        Assert.Equal("Đỗ Thị Ánh", rows[2]["A"]);
        Assert.Null(rows[2]["C"]);
    }

    [Fact]
    public void A_small_file_that_unpacks_without_end_is_refused_in_a_moment()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml").Open().Dispose();
            zip.CreateEntry("xl/workbook.xml").Open().Dispose();
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 300; i++) part.Write(zeros);
        }

        file.Position = 0;
        var watch = Stopwatch.StartNew();
        Assert.Equal(SheetTrouble.TooLarge, Assert.Throws<SheetTroubleException>(() => SheetReading.Read(file)).Trouble);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("MZ\0\0")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("%PDF-1.7")]
    public void What_is_no_workbook_is_refused_in_words_of_ours(string content) =>
        Assert.Equal(SheetTrouble.NotAWorkbook, Assert.Throws<SheetTroubleException>(() => SheetReading.Read(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(content)))).Trouble);
}
