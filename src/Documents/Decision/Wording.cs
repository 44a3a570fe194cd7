using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;

namespace ParIndex.Documents.Decision;

/// <summary>
/// The Decision's sentences. Its grounds are data of the cycle; without them it cites the framework alone, and the issuing office adds the rest
/// (docs/formats.md, "quyet-dinh.docx").
/// </summary>
internal static class Wording
{
    private const int ShortMark = 60;

    /// <summary>Stands under the notice of a sample: its grounds are as illustrative as its figures.</summary>
    public const string SampleGrounds =
        "Các căn cứ pháp lý và nội dung các điều của văn bản này được ghép để minh họa thể thức, không phải nguyên văn quyết định đã ban hành.";

    public static string Subject(Cycle cycle) =>
        $"Về việc phê duyệt và công bố Chỉ số cải cách hành chính năm {cycle.Year} của các cơ quan, đơn vị thuộc {cycle.Place.Name.Vi}";

    /// <summary>Căn cứ, each ended by ";" and the last by ".".</summary>
    public static IReadOnlyList<string> Grounds(CycleResult result)
    {
        List<string> grounds = [.. result.Input.Cycle.Grounds.Select(one => $"Căn cứ {Bare(one)}")];
        grounds.AddRange(result.Input.Cycle.Groups
            .Select(group => result.Input.Frameworks.GetValueOrDefault(group.Code)).OfType<Core.Frameworks.Framework>()
            .Select(framework => $"Căn cứ {Bare(framework.Name.Vi)}, phiên bản {framework.Version}").Distinct());
        if (result.Input.Cycle.Council is { } council) grounds.Add($"Căn cứ kết quả làm việc của {Bare(council.Vi)}");
        grounds.Add("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số          ");
        return [.. grounds.Select((one, i) => one + (i == grounds.Count - 1 ? "." : ";"))];
    }

    public static IReadOnlyList<string> Articles(CycleResult result, int appendices)
    {
        var cycle = result.Input.Cycle;
        var lists = string.Join(", ", Enumerable.Range(1, appendices).Select(n => $"Phụ lục {Roman(n)}"));
        return
        [
            $"Phê duyệt và công bố Chỉ số cải cách hành chính năm {cycle.Year} của {result.Input.Units.Count} cơ quan, đơn vị thuộc {cycle.Place.Name.Vi} tại {lists} kèm theo Quyết định này.",
            "Căn cứ kết quả được công bố, các cơ quan, đơn vị tổ chức phân tích, đánh giá kết quả từng lĩnh vực, tiêu chí; xác định rõ nguyên nhân, trách nhiệm và có giải pháp khắc phục tồn tại, hạn chế.",
            $"Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Ủy ban nhân dân {cycle.Place.Name.Vi}, Giám đốc Sở Nội vụ, Thủ trưởng các cơ quan, đơn vị có tên tại Phụ lục và các tổ chức, cá nhân liên quan chịu trách nhiệm thi hành Quyết định này./.",
        ];
    }

    public static string Number(Cycle cycle) => $"Số: {cycle.Decision?.Number ?? "         /QĐ-UBND"}";

    public static string Dated(Cycle cycle) =>
        $"{cycle.Place.Seat.Vi}, ngày {(cycle.Decision is { } mark ? Dates.Vietnamese(mark.Date) : "      tháng      năm         ")}";

    public static string Enclosed(Cycle cycle) => cycle.Decision is { } mark
        ? $"(Kèm theo Quyết định số {mark.Number} ngày {Dates.Vietnamese(mark.Date)} của {cycle.Place.Issuer.Vi})"
        : $"(Kèm theo Quyết định số          /QĐ-UBND ngày      tháng      năm         của {cycle.Place.Issuer.Vi})";

    /// <summary>What kind of figures these are, for the head of every page; empty: final and real.</summary>
    public static IReadOnlyList<string> Marks(CycleResult result)
    {
        var marks = new List<string>();
        if (result.Input.Cycle.Notice is { } notice) marks.Add(Head(notice.Vi));
        var states = new List<string>();
        if (result.Input.Cycle.Decision is null) states.Add("DỰ THẢO");
        if (!result.Final) states.Add("KẾT QUẢ TẠM TÍNH");
        if (result.TotalsOnly) states.Add("CHỈ CÓ SỐ LIỆU TỔNG HỢP");
        if (states.Count > 0) marks.Add(string.Join(" - ", states));
        return marks;
    }

    /// <summary>The notice in full and what it means for the grounds, once at the start of the appendices; empty: real figures.</summary>
    public static IReadOnlyList<string> Notice(CycleResult result) =>
        result.Input.Cycle.Notice is { } notice ? [notice.Vi, SampleGrounds] : [];

    public static IReadOnlyList<string> Checksums(CycleResult result) =>
    [
        $"Mã kiểm tra kết quả (SHA-256): {ResultsHash.Of(result)}",
        $"Mã kiểm tra dữ liệu đầu vào (SHA-256): {result.Input.InputsHash}",
        $"Phiên bản phần mềm tính: {result.Engine}",
    ];

    public static string Roman(int number) => number switch { 1 => "I", 2 => "II", 3 => "III", _ => "IV" };

    // "SỐ LIỆU MINH HỌA: chỉ tên đơn vị …": what stands before the colon is the mark of a page.
    private static string Head(string notice) => notice.IndexOf(':', StringComparison.Ordinal) is > 0 and <= ShortMark and var end ? notice[..end] : notice;

    private static string Bare(string words) => words.TrimEnd('.', ' ');
}
