using ParIndex.Core.Frameworks;
using ParIndex.Core.Surveys;

namespace ParIndex.Core.Computation;

/// <summary>
/// The 95 % interval of an index from the sampling of the survey alone: each survey leaf is scored again by its own rule at the lower and
/// at the upper end of its measure's published interval, and all move together. The same people answer all questions, so taking them to
/// move together errs on the wide side. Nothing else is in it: no error of appraisal, of evidence, or of the rules.
/// </summary>
internal static class SurveyMargin
{
    /// <summary>Of one unit, its rank not yet known.</summary>
    public static UnitMargin Of(CycleResult result, UnitResult unit)
    {
        if (unit.Published is null) return UnitMargin.None("Đơn vị không có chỉ số.", "The unit has no index.");
        if (unit.Leaves.Length == 0)
            return UnitMargin.None("Chỉ biết tổng điểm, không có số liệu khảo sát chi tiết.", "Only the total is known, not the survey beneath it.");
        if (unit.Satisfaction is not { } survey || unit.Applicable is not { TenThousandths: > 0 } applicable || unit.Achieved is not { } achieved)
            return UnitMargin.None("Đơn vị không có kết quả khảo sát.", "The unit has no survey result.");

        var framework = result.Input.Frameworks[unit.Unit.Group];
        var (low, high, moved) = (achieved, achieved, false);
        for (var i = 0; i < unit.Leaves.Length; i++)
        {
            var leaf = framework.Leaves[i];
            var found = unit.Leaves[i];
            if (leaf.ScoredBy != ScoreSource.Survey || found.State != LeafState.Scored || leaf.Rule.Inputs.Count != 1) continue;
            if (Measured(survey, leaf.SurveyMeasure) is not { Low: { } from, High: { } to }) continue;
            low -= Points.Max(Points.Zero, found.Points - At(leaf, from, framework.Rounding));
            high += Points.Max(Points.Zero, At(leaf, to, framework.Rounding) - found.Points);
            moved = true;
        }

        if (!moved) return UnitMargin.None("Khảo sát không cho khoảng tin cậy.", "The survey gives no interval.");
        if (low == high) return UnitMargin.None("Điểm không đổi trong cả khoảng tin cậy của khảo sát.", "The points are the same over the whole interval of the survey.");
        return IndexMargin.Between(framework, unit, applicable, low, high);
    }

    private static SatisfactionValue? Measured(UnitSatisfaction survey, string? measure) =>
        measure is null or "sipas" or "all" ? survey.Overall : survey.Details.FirstOrDefault(value => value.Code == measure);

    // Two places, as published, so that a reader of satisfaction.csv gets the same.
    private static Points At(Leaf leaf, double percent, ScoreRounding rounding)
    {
        var input = Quantity.Of(Rounding.HalfAwayFromZero((decimal)Math.Clamp(percent, 0, 100), 2));
        return leaf.Rule.Score([input], leaf.Max, rounding).Points;
    }
}
