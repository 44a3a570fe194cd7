using System.Text;
using DocumentFormat.OpenXml.Packaging;
using ParIndex.Core.Computation;
using ParIndex.Documents.Announcement;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.Decision;
using ParIndex.Testing;

namespace ParIndex.Documents.Tests.Announcement;

/// <summary>The announcement of the sample city says what was published with Decision 903/QĐ-UBND (news portal of Hải Phòng City, 30 March 2022).</summary>
public sealed class SampleAnnouncementTests
{
    private static readonly Lazy<CycleResult> Result = new(() =>
        Computing.Compute(CycleFolder.Read(Repository.Path("cycles", "hai-phong-2021")).Input!, "test"));

    [Theory]
    [InlineData("Ngày 28 tháng 3 năm 2022, Ủy ban nhân dân thành phố Hải Phòng ban hành Quyết định số 903/QĐ-UBND")]
    [InlineData("Năm 2021 là năm đầu tiên thành phố xếp hạng riêng khối quận và khối huyện")]
    [InlineData("Sở Giao thông vận tải hạng 1 (95,98 %); Thanh tra thành phố hạng 2 (93,00 %); Sở Thông tin và Truyền thông hạng 3 (92,57 %).")]
    [InlineData("Cả 3 đơn vị dẫn đầu giữ vững thứ hạng của năm 2020.")]
    [InlineData("UBND quận Dương Kinh hạng 1 (91,26 %); UBND quận Ngô Quyền hạng 2 (91,07 %); UBND quận Hải An và UBND quận Hồng Bàng đồng hạng 3")]
    [InlineData("3 huyện đạt chỉ số từ 90 % trở lên (năm 2020: 0): UBND huyện Tiên Lãng, UBND huyện Thủy Nguyên và UBND huyện Kiến Thụy.")]
    [InlineData("15 quận, huyện đạt 86,91 %, tăng 2,21 điểm phần trăm so với năm 2020 (84,70 %).")]
    [InlineData("thấp hơn khối quận (88,72 %), nhưng đơn vị cao nhất của khối huyện (92,41 %) cao hơn đơn vị cao nhất của khối quận (91,26 %).")]
    [InlineData("Trong 20 sở, ban, ngành có số liệu, 10 đơn vị có mức độ hài lòng đạt từ 90 % trở lên và 10 đơn vị đạt dưới 90 %; năm 2020 có 15 đơn vị")]
    [InlineData("cả hai năm 2020 và 2021: Sở Giao thông vận tải, Thanh tra thành phố, Sở Thông tin và Truyền thông, Sở Nội vụ, Văn phòng UBND thành phố, Sở Kế hoạch và Đầu tư và Sở Khoa học và Công nghệ.")]
    [InlineData("Trong 15 quận, huyện có số liệu, 11 đơn vị có mức độ hài lòng đạt từ 90 % trở lên và 4 đơn vị đạt dưới 90 %; năm 2020 có 6 đơn vị")]
    public void Says_each_published_fact(string fact) => Assert.Contains(fact, Announced(Result.Value), StringComparison.Ordinal);

    [Fact]
    public void Another_mean_of_the_districts_makes_another_sentence()
    {
        var other = Result.Value.WithPart("districts", part => part with { Mean = 84.00m, MeanChange = -0.70m });
        Assert.Contains("15 quận, huyện đạt 84,00 %, giảm 0,70 điểm phần trăm so với năm 2020 (84,70 %).", Announced(other), StringComparison.Ordinal);
        Assert.DoesNotContain("86,91", Announced(other), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_of_the_Decision_is_marked_and_the_appendix_begins_with_the_whole_notice()
    {
        using var stream = new MemoryStream();
        DecisionWriter.Write(Result.Value, stream);
        using var document = WordprocessingDocument.Open(stream, false);
        var main = document.MainDocumentPart!;
        Assert.Equal(2, main.HeaderParts.Count());
        Assert.All(main.HeaderParts, part => Assert.EndsWith("SỐ LIỆU MINH HỌA", part.Header!.InnerText, StringComparison.Ordinal));
        var text = main.Document!.Body!.InnerText;
        Assert.Contains(Result.Value.Input.Cycle.Notice!.Vi, text, StringComparison.Ordinal);
        Assert.Contains("Các căn cứ pháp lý và nội dung các điều của văn bản này được ghép để minh họa thể thức", text, StringComparison.Ordinal);
        Assert.Contains("Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021", text, StringComparison.Ordinal);
    }

    private static string Announced(CycleResult result)
    {
        using var stream = new MemoryStream();
        AnnouncementWriter.WriteMarkdown(result, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
