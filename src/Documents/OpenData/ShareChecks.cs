using ParIndex.Core;
using ParIndex.Core.Surveys;

namespace ParIndex.Documents.OpenData;

/// <summary>
/// Shares of satisfied answers, recomputed from the published counts of their items: pooled answers, and the means of items, factors and contents. Intervals
/// rest on single forms, which nobody publishes, so they are only checked to hold their share.
/// </summary>
internal sealed class ShareChecks(Survey survey, UnitSatisfaction unit)
{
    public static IEnumerable<Finding> Of(Survey survey, IReadOnlyList<UnitSatisfaction> units) =>
        units.SelectMany(unit => new ShareChecks(survey, unit).Wrong());

    private IEnumerable<Finding> Wrong()
    {
        foreach (var value in unit.OtherModes.Prepend(unit.Overall).Concat(unit.Details))
        {
            var where = $"satisfaction.csv: {unit.Unit} {value.Code} {value.Mode}";
            if (value.Suppressed || value.Published is null)
            {
                if (value.Published is not null || value.Exact is not null) yield return new("V006", where, VerificationText.WithheldShown);
                continue;
            }

            var published = value.Published.Value;
            if (value.Exact?.Published(survey.Places) is var rounded && rounded != published)
                yield return new("V004", where, VerificationText.Share(rounded, published));
            else if (Again(value) is { } again && again != published)
                yield return new("V004", where, VerificationText.Share(again, published));
            if (value is { Low: { } low, High: { } high } && ((double)published < low - 0.01 || (double)published > high + 0.01))
                yield return new("V005", where, VerificationText.OutsideInterval(published, low, high));
        }
    }

    /// <summary>The share from the counts; null where a count is withheld or answers are weighted.</summary>
    private decimal? Again(SatisfactionValue value)
    {
        if (survey.Weighted) return null;
        if (value.Mode == AggregationMode.OverallQuestion || value.Level == SatisfactionLevel.Item)
            return value is { Satisfied: { } satisfied, Answers: > 0 } ? Percent.Of(satisfied, value.Answers).Published(survey.Places) : null;
        var contents = survey.Contents.Where(content => value.Level == SatisfactionLevel.Overall || content.Code == value.Code
            || content.Factors.Any(factor => factor.Code == value.Code)).ToList();
        var factors = contents.SelectMany(content => content.Factors)
            .Where(factor => value.Level != SatisfactionLevel.Factor || factor.Code == value.Code).ToList();
        IEnumerable<IEnumerable<Item>> groups = value.Mode switch
        {
            AggregationMode.MeanOfItems => factors.SelectMany(factor => factor.Items).Select(item => new[] { item }),
            AggregationMode.MeanOfFactors when value.Level <= SatisfactionLevel.Content => factors.Select(factor => factor.Items),
            AggregationMode.MeanOfContents when value.Level == SatisfactionLevel.Overall =>
                contents.Select(content => content.Factors.SelectMany(factor => factor.Items)),
            _ => [factors.SelectMany(factor => factor.Items)],
        };
        var shares = new List<Percent>();
        foreach (var group in groups)
        {
            var items = group.Select(item => unit.Details.FirstOrDefault(detail => detail.Level == SatisfactionLevel.Item && detail.Code == item.Code)).ToList();
            if (items.Any(item => item?.Satisfied is null)) return null;
            var answers = items.Sum(item => item!.Answers);
            if (answers > 0) shares.Add(Percent.Of(items.Sum(item => item!.Satisfied!.Value), answers));
        }

        return Percent.PublishedMean(shares, survey.Places);
    }
}
