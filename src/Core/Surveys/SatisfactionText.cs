namespace ParIndex.Core.Surveys;

/// <summary>Words of the room: satisfaction and its working.</summary>
public static class SatisfactionText
{
    public static Text NoValidAnswer { get; } = new("không có ý kiến hợp lệ", "no valid answer");

    public static Text TooFewForms(int forms) => new(
        $"Chỉ có {forms} phiếu (hoặc cụm phiếu) có ý kiến nên không ước lượng được độ biến động; khoảng tin cậy không xác định.",
        $"Only {forms} form{(forms == 1 ? "" : "s")} (or one cluster) answered, so the variation cannot be estimated; the interval is undefined.");

    public static Text Suppressed(int minimum) => new(
        $"Không công bố: dưới {minimum} phiếu có ý kiến, hoặc có thể suy ra một số liệu như vậy bằng phép trừ.",
        $"Not published: fewer than {minimum} forms answered, or such a figure could be worked out by subtraction.");

    /// <summary>The mode in words, as it is printed with every result.</summary>
    public static Text Of(AggregationMode mode) => mode switch
    {
        AggregationMode.PooledAnswers => new("gộp mọi ý kiến hợp lệ", "all valid answers pooled"),
        AggregationMode.MeanOfItems => new("trung bình cộng các tiêu chí", "mean of the items"),
        AggregationMode.MeanOfFactors => new("trung bình cộng các yếu tố", "mean of the factors"),
        AggregationMode.MeanOfContents => new("trung bình cộng các nội dung", "mean of the contents"),
        _ => new("câu hỏi chung", "the general question"),
    };

    /// <summary>The line in words: "từ 90 % trở lên", "trên 90 %".</summary>
    public static Text Of(SatisfactionThreshold threshold)
    {
        var (vi, en) = Words.Percent(threshold.Value);
        return (threshold.OrEqual, threshold.OnPublished) switch
        {
            (true, true) => new($"từ {vi} trở lên, xét theo số đã làm tròn", $"at least {en}, by the rounded figure"),
            (true, false) => new($"từ {vi} trở lên, xét theo số chưa làm tròn", $"at least {en}, by the exact figure"),
            (false, true) => new($"trên {vi}, xét theo số đã làm tròn", $"above {en}, by the rounded figure"),
            _ => new($"trên {vi}, xét theo số chưa làm tròn", $"above {en}, by the exact figure"),
        };
    }
}
