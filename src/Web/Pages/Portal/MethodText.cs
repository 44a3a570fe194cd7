using ParIndex.App.Publication;
using ParIndex.Core;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Words of the page of the method.</summary>
public static class MethodText
{
    public static Text Title { get; } = new("Chỉ số được tính như thế nào", "How the index is computed");

    public static Text Version(ReleaseRow release) => new(
        $"Phương pháp của kết quả năm {release.Year}, phiên bản {release.Edition}", $"Method of the results of {release.Year}, version {release.Edition}");

    public static IReadOnlyList<Text> Steps { get; } =
    [
        new("Mỗi tiêu chí thành phần có điểm tối đa và một quy tắc tính điểm. Đơn vị tự chấm và nộp tài liệu kiểm chứng; cơ quan chủ trì thẩm định; hội đồng quyết định điểm còn ý kiến khác nhau. Điểm sau cùng của bước cao nhất được lấy làm kết quả.",
            "Each sub-criterion has a maximum and a rule. The unit scores itself and attaches evidence; the lead department appraises; the council settles what is contested. The last score of the highest stage counts."),
        new("Chỉ số bằng tổng điểm đạt chia cho tổng điểm tối đa áp dụng, nhân 100. Tiêu chí không áp dụng thì trừ khỏi điểm tối đa.",
            "The index is the points achieved over the applicable maximum, times 100. What does not apply leaves the maximum."),
        new("Chỉ số chỉ làm tròn một lần, khi công bố, nửa đơn vị làm tròn lên.", "The index is rounded once, at publication, halves up."),
        new("Xếp hạng chỉ trong cùng khối. Trung bình của khối tính từ số chưa làm tròn.", "Ranks exist only inside a group. Means come from unrounded figures."),
        new("Mức độ hài lòng là tỷ lệ câu trả lời “hài lòng” và “rất hài lòng” trên tổng câu trả lời hợp lệ; để trống, không biết, từ chối trả lời không tính. Dưới số phiếu tối thiểu thì không công bố.",
            "Satisfaction is the share of “satisfied” and “very satisfied” among valid answers; blank, not experienced and refused do not count. Below the minimum number of forms nothing is published."),
        new("Khoảng tin cậy 95 % của chỉ số chỉ phản ánh việc chọn mẫu khảo sát: các tiêu chí khảo sát được chấm lại ở hai đầu khoảng của mức hài lòng, mọi tiêu chí cùng lên hoặc cùng xuống.",
            "The 95% interval of an index reflects survey sampling alone: survey criteria are scored again at both ends of the satisfaction interval, all moving together."),
    ];

    public static Text AsUsed { get; } = new("Thiết lập của phiên bản này", "Settings of this version");

    public static Text Setting { get; } = new("Thiết lập", "Setting");

    public static Text Value { get; } = new("Giá trị", "Value");

    public static Text Engine { get; } = new("Chương trình tính", "Engine");

    public static Text Survey { get; } = new("Phương pháp khảo sát", "Survey method");

    public static Text NoSurvey { get; } = new("Không có chi tiết khảo sát", "No survey detail");

    public static Text Mode { get; } = new("Cách gộp câu trả lời", "How answers are pooled");

    public static Text Of(string mode) => mode switch
    {
        "PooledAnswers" => new("Gộp mọi câu trả lời", "All answers pooled"),
        "MeanOfItems" => new("Trung bình các câu hỏi", "Mean of the items"),
        "MeanOfFactors" => new("Trung bình các yếu tố", "Mean of the factors"),
        "MeanOfContents" => new("Trung bình các nội dung", "Mean of the contents"),
        _ => new("Câu hỏi chung", "Overall question"),
    };

    public static Text Threshold { get; } = new("Mốc hài lòng", "Line of satisfaction");

    public static Text Framework(Text name, string version) => new($"{name.Vi}, bản {version}", $"{name.En}, version {version}");

    public static Text Total { get; } = new("Thang điểm", "Scale");

    public static Text Rounding(int places) => new($"Công bố {places} chữ số thập phân", $"Published to {places} decimals");

    public static Text Ties(bool shared) => shared
        ? new("Bằng nhau ở số công bố thì đồng hạng, hạng kế tiếp bỏ trống", "Equal at the published figure: the rank is shared and the next is skipped")
        : new("Bằng nhau thì xếp theo tiêu chí phụ của bộ chỉ số", "Equal units are ordered by the framework's further keys");

    public static Text Bands { get; } = new("Xếp loại", "Bands");

    public static Text Basis { get; } = new("Căn cứ", "Basis");

    public static Text Criteria { get; } = new("Xem từng tiêu chí và quy tắc tính điểm", "See every criterion and its rule");

    public static Text Others { get; } = new("Phương pháp của các lần công bố khác", "Methods of other releases");

    public static Text Superseded(ReleaseRow newer) => new($"Phiên bản này đã được thay thế bởi phiên bản {newer.Edition}.", $"This version has been superseded by version {newer.Edition}.");

    public static Text FrameworkFile { get; } = new("Bộ chỉ số đầy đủ (framework.json)", "The whole framework (framework.json)");
}
