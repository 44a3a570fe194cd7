using ParIndex.Core.Scoring;

namespace ParIndex.Core.Frameworks.Checks;

/// <summary>What a leaf says beside its rule fits the rule: who scores it, by what proof, what when nothing arose.</summary>
internal static class LeafCheck
{
    public static IEnumerable<Finding> Findings(Leaf leaf, ScoreRounding rounding) =>
        [.. Proof(leaf), .. ScoredBy(leaf), .. WhenNothingArose(leaf), .. Grain(leaf, rounding)];

    private static IEnumerable<Finding> Proof(Leaf leaf)
    {
        var where = leaf.Code.Value;
        if (string.IsNullOrWhiteSpace(leaf.Lead))
            yield return FrameworkFindings.Of("F020", where,
                $"{where}: chưa nêu cơ quan chủ trì thẩm định. Ghi mã cơ quan vào lead.",
                $"{where}: no lead department appraises it. Give its code in lead.");
        if (leaf.EvidenceRequired && leaf.Evidence is null)
            yield return FrameworkFindings.Of("F021", where,
                $"{where}: bắt buộc có tài liệu kiểm chứng nhưng không nêu tài liệu nào. Ghi tên tài liệu vào evidence.",
                $"{where}: evidence is required but none is named. Name it in evidence.");
        if (leaf is { ScoredBy: ScoreSource.Survey, Evidence: not null })
            yield return FrameworkFindings.Of("F022", where,
                $"{where}: điểm lấy từ khảo sát, đơn vị không nộp tài liệu kiểm chứng. Bỏ evidence.",
                $"{where}: the points come from the survey; the unit attaches nothing. Remove evidence.");
    }

    private static IEnumerable<Finding> ScoredBy(Leaf leaf)
    {
        var where = leaf.Code.Value;
        var surveyRule = leaf.Rule is SurveyMeanRule or SipasRule;
        if (leaf.ScoredBy == ScoreSource.Survey && string.IsNullOrWhiteSpace(leaf.SurveyMeasure))
            yield return FrameworkFindings.Of("F023", where,
                $"{where}: chấm bằng khảo sát nhưng không nêu phép đo. Ghi surveyMeasure (ví dụ sipas).",
                $"{where}: scored by survey without saying what of it. Give surveyMeasure (such as sipas).");
        if (leaf.ScoredBy == ScoreSource.Survey && !surveyRule)
            yield return FrameworkFindings.Of("F024", where,
                $"{where}: chấm bằng khảo sát nhưng cách tính không dùng kết quả khảo sát. Chọn survey_mean hoặc sipas.",
                $"{where}: scored by survey but its rule takes no survey result. Choose survey_mean or sipas.");
        if (leaf.ScoredBy != ScoreSource.Survey && surveyRule)
            yield return FrameworkFindings.Of("F025", where,
                $"{where}: cách tính dùng kết quả khảo sát nhưng tiêu chí không chấm bằng khảo sát. Đặt scoredBy là survey hoặc đổi cách tính.",
                $"{where}: the rule takes a survey result but the leaf is not scored by survey. Set scoredBy to survey or change the rule.");
        if (leaf is { ScoredBy: ScoreSource.Computed, Rule: ManualRule })
            yield return FrameworkFindings.Of("F026", where,
                $"{where}: điểm tính tự động nhưng cách tính là chấm thủ công. Đổi cách tính hoặc đặt scoredBy là appraisal.",
                $"{where}: computed points with a manual rule. Change the rule or set scoredBy to appraisal.");
        if (leaf.ScoredBy == ScoreSource.External && leaf.Rule is not ExternalRule)
            yield return FrameworkFindings.Of("F027", where,
                $"{where}: điểm nhập từ bên ngoài nhưng cách tính không nêu nguồn và thang điểm. Chọn external.",
                $"{where}: an imported score whose rule names neither source nor scale. Choose external.");
    }

    private static IEnumerable<Finding> WhenNothingArose(Leaf leaf)
    {
        if (leaf.Rule is not RatioRule ratio) yield break;
        var (where, whole) = (leaf.Code.Value, ratio.Denominator.Label);
        if (leaf.NotApplicable == NotApplicablePolicy.Never && !ratio.AlwaysArises)
            yield return FrameworkFindings.Of("F028", where,
                $"{where}: “{whole.Vi}” có thể bằng 0 nhưng notApplicable là never. Chọn exclude hoặc full, hoặc đặt alwaysArises nếu năm nào cũng có.",
                $"{where}: “{whole.En}” can be 0 but notApplicable is never. Choose exclude or full, or set alwaysArises if there are some every year.");
        if (leaf.NotApplicable == NotApplicablePolicy.FullPoints && ratio.AlwaysArises)
            yield return FrameworkFindings.Of("F029", where,
                $"{where}: cho điểm tối đa khi không phát sinh, nhưng alwaysArises nói năm nào cũng có “{whole.Vi}”. Sửa một trong hai.",
                $"{where}: full points when nothing arose, but alwaysArises says that there are always “{whole.En}”. Change one of them.");
    }

    private static IEnumerable<Finding> Grain(Leaf leaf, ScoreRounding rounding)
    {
        var where = leaf.Code.Value;
        if (leaf.Step is { } step && (step <= Points.Zero || leaf.Max.TenThousandths % step.TenThousandths != 0))
        {
            var (number, max) = (Words.Number(step.Value), Words.Number(leaf.Max.Value));
            yield return FrameworkFindings.Of("F030", where,
                $"{where}: bước điểm {number.Vi} không chia hết điểm tối đa {max.Vi}. Chọn bước lớn hơn 0 chia hết điểm tối đa.",
                $"{where}: the step {number.En} does not divide the maximum {max.En}. Choose a positive step that does.");
        }

        var grain = Score.Grain(rounding.LeafPlaces);
        if (leaf.Rule.Awards.Append(leaf.Max).Any(points => points.TenThousandths % grain != 0))
            yield return FrameworkFindings.Of("F031", where,
                $"{where}: có mức điểm nhiều hơn {rounding.LeafPlaces} chữ số thập phân nên sẽ bị làm tròn. Sửa điểm hoặc tăng leafPlaces.",
                $"{where}: some of its points have more than {rounding.LeafPlaces} decimals and would be rounded. Change them or raise leafPlaces.");
    }
}
