namespace ParIndex.Core.Surveys;

/// <summary>What is wrong with a survey's definition: findings S001 to S014, each with its place and mend.</summary>
public static class SurveyChecking
{
    /// <summary>Codes that answers.csv uses for its own columns.</summary>
    private static readonly string[] Reserved = ["form", "unit", "token", "consent", "stratum", "cluster", "weight"];

    /// <summary>Checks a survey; an error means that nothing can be computed by it.</summary>
    public static IReadOnlyList<Finding> Check(Survey survey) => [.. Structure(survey), .. Settings(survey)];

    private static IEnumerable<Finding> Structure(Survey survey)
    {
        if (survey.Items.Count == 0)
            yield return new Finding("S001", "contents", new("Phiếu không có tiêu chí nào. Thêm nội dung, yếu tố, tiêu chí.", "The survey has no item. Add contents, factors, items."));
        var factors = survey.Contents.SelectMany(content => content.Factors).ToList();
        foreach (var code in survey.Contents.Where(content => content.Factors.Count == 0).Select(content => content.Code)
            .Concat(factors.Where(factor => factor.Items.Count == 0).Select(factor => factor.Code)))
            yield return new Finding("S002", code, new(
                "Nội dung hoặc yếu tố này rỗng. Thêm tiêu chí hoặc bỏ đi.", "This content or factor is empty. Add items or remove it."));

        (string Code, Text Name)[] all =
        [
            .. survey.Contents.Select(content => (content.Code, content.Name)), .. factors.Select(factor => (factor.Code, factor.Name)),
            .. survey.Items.Select(item => (item.Code, item.Name)),
            .. survey.OverallItem is { } general ? [(general, survey.OverallName ?? Text.Same(general))] : Array.Empty<(string, Text)>(),
        ];
        foreach (var same in all.GroupBy(one => one.Code, StringComparer.Ordinal).Where(same => same.Count() > 1))
            yield return new Finding("S003", same.Key, new(
                $"Mã \"{same.Key}\" dùng {same.Count()} lần. Đặt mã riêng cho từng mục.", $"The code \"{same.Key}\" is used {same.Count()} times. Give each its own."));
        foreach (var (code, name) in all)
        {
            if (!UnitCode.TryParse(code, out _) || Reserved.Contains(code) || code is "all" or "ALL")
                yield return new Finding("S004", code, new(
                    $"\"{code}\" không dùng làm mã được: chỉ chữ cái không dấu, số, '-', '_', '.', tối đa 40 ký tự, và không trùng tên cột của answers.csv hoặc \"all\".",
                    $"\"{code}\" cannot be a code: only plain letters, digits, '-', '_', '.', at most 40 characters, and no column name of answers.csv or \"all\"."));
            if (string.IsNullOrWhiteSpace(name.Vi) || string.IsNullOrWhiteSpace(name.En))
                yield return new Finding("S005", code, new("Thiếu lời tiếng Việt hoặc tiếng Anh. Viết đủ cả hai.", "The Vietnamese or the English words are missing. Write both."));
        }

        foreach (var factor in factors.Where(factor => factor.Items.Count == 1))
            yield return new Finding("S006", factor.Code, new(
                "Yếu tố chỉ có một tiêu chí nên hai số liệu luôn trùng nhau. Kiểm tra lại cấu trúc phiếu.", "The factor has one item only, so both figures are always the same. Check the structure."), Severity.Warning);
    }

    private static IEnumerable<Finding> Settings(Survey survey)
    {
        if (string.IsNullOrWhiteSpace(survey.MethodVersion))
            yield return new Finding("S007", "methodVersion", new(
                "Thiếu phiên bản phương pháp. Đặt một tên; đổi tên mỗi khi phương pháp đổi.", "The method version is missing. Name it, and rename it whenever the method changes."));
        if (survey.Threshold.Value is <= 0 or > 100)
            yield return new Finding("S008", "threshold.value", new(
                "Ngưỡng phải lớn hơn 0 và không quá 100 (phần trăm). Sửa \"threshold\".", "The threshold must be above 0 and at most 100 (per cent). Correct \"threshold\"."));
        else if (survey.Threshold.Value <= 1)
            yield return new Finding("S009", "threshold.value", new(
                "Ngưỡng tính bằng phần trăm: 90 chứ không phải 0,9. Kiểm tra \"threshold\".", "The threshold is in per cent: 90, not 0.9. Check \"threshold\"."), Severity.Warning);
        if (survey.HandledShare is < 0 or > 1)
            yield return new Finding("S010", "handledShare", new(
                "Tỷ lệ tối thiểu các câu được trả lời phải từ 0 đến 1: một nửa ghi là 0.5.", "The least share of handled items must be from 0 to 1: write one half as 0.5."));
        if (survey.SatisfiedFrom is < 2 or > 5)
            yield return new Finding("S011", "satisfiedFrom", new(
                "Mức được tính là hài lòng phải từ 2 đến 5; thường là 4.", "The level that counts as satisfied must be from 2 to 5; usually 4."));
        if (survey.MinimumBase < 1)
            yield return new Finding("S012", "minimumBase", new(
                "Số phiếu tối thiểu để công bố phải từ 1 trở lên; thường là 30.", "The minimum base must be at least 1; usually 30."));
        if (survey.Places is < 0 or > 6)
            yield return new Finding("S013", "places", new("Số chữ số thập phân phải từ 0 đến 6; thường là 2.", "Decimals must be from 0 to 6; usually 2."));
        if (survey.Mode == AggregationMode.OverallQuestion && survey.OverallItem is null)
            yield return new Finding("S014", "mode", new(
                "Cách gộp là câu hỏi chung nhưng phiếu không có \"overallItem\". Thêm câu hỏi hoặc chọn cách gộp khác.",
                "The mode is the general question but there is no \"overallItem\". Add it or choose another mode."));
    }
}
