using ParIndex.Core.Cycles;
using ParIndex.Core.Surveys;

namespace ParIndex.Core.Computation;

/// <summary>A unit's satisfaction as the year shows it: counted from forms here, or measured elsewhere and entered.</summary>
internal static class Satisfactions
{
    public static (decimal? Published, Percent? Exact, bool? Above) Of(YearPlan year, FrameworkPlan plan, UnitSheet sheet, UnitSatisfaction? satisfaction)
    {
        if (year.SurveyComputed) return (satisfaction?.Overall.Published, satisfaction?.Overall.Exact, satisfaction?.AboveThreshold);
        if (!year.SurveyHeld) return default;
        foreach (var leaf in plan.Leaves)
            if (leaf.Feed == SurveyFeed.Imported && sheet.Leaves[leaf.Index].Inputs is [{ } entered, ..])
                return (entered.Value, Percent.Of(entered.Value), Above(year.Input.Survey, entered.Value));
        return default;
    }

    /// <summary>True when the 95 % interval, as published, holds the line: sampling alone could have put the unit on its other side. Null: no interval.</summary>
    public static bool? Crosses(YearPlan year, UnitSatisfaction? satisfaction)
    {
        if (!year.SurveyComputed || satisfaction?.Overall is not { Suppressed: false, Low: { } low, High: { } high }) return null;
        return Above(year.Input.Survey, Rounding.HalfAwayFromZero((decimal)low, 2)) != Above(year.Input.Survey, Rounding.HalfAwayFromZero((decimal)high, 2));
    }

    /// <summary>"Trên 90 %" of a figure that is known as published only.</summary>
    public static bool Above(Survey? survey, decimal published)
    {
        var threshold = survey?.Threshold ?? new SatisfactionThreshold();
        return threshold.OrEqual ? published >= threshold.Value : published > threshold.Value;
    }
}
