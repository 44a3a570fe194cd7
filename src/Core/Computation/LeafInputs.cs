using ParIndex.Core.Cycles;
using ParIndex.Core.Surveys;

namespace ParIndex.Core.Computation;

/// <summary>The inputs a leaf's rule is given: what was entered, or what the survey measured.</summary>
internal static class LeafInputs
{
    /// <summary>
    /// Satisfaction enters as it is published, not as the exact fraction, so that a reader can redo the sum
    /// (docs/method.md, "Satisfaction as points"). Empty: nothing is known, and the rule is not asked.
    /// </summary>
    public static Quantity?[] Of(LeafPlan leaf, LeafSheet sheet, UnitSatisfaction? satisfaction) =>
        leaf.Feed is SurveyFeed.None or SurveyFeed.Imported ? sheet.Inputs
        : Measured(leaf, satisfaction) is { } percent && Quantity.TryOf(percent, out var quantity) ? [quantity]
        : [];

    private static decimal? Measured(LeafPlan leaf, UnitSatisfaction? satisfaction)
    {
        if (satisfaction is null) return null;
        if (leaf.Feed == SurveyFeed.Overall) return satisfaction.Overall.Published;
        foreach (var value in satisfaction.Details)
            if (value.Code == leaf.Leaf.SurveyMeasure) return value.Published;
        return null;
    }
}
