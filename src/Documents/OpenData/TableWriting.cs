using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Surveys;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.OpenData;

/// <summary>The rows of the small published tables; leaves.csv has <see cref="LeafTable"/>.</summary>
internal static class TableWriting
{
    public static void Results(CsvWriter csv, CycleResult result)
    {
        var basis = result.TotalsOnly ? "totals" : "detail";
        var uncertainty = RankUncertainty.Of(result);
        foreach (var unit in result.Units)
        {
            var places = Places(result, unit);
            var (survey, appraisal, twice, brackets) = uncertainty[unit.Unit.Code];
            csv.Text(unit.Unit.Group).Number(unit.Standing?.Rank).YesNo(unit.Standing?.Tied).Text(unit.Unit.Code.Value).Words(unit.Unit.Name)
                .Points(unit.Achieved).Points(unit.Applicable).Decimal(unit.Published, places).Text(unit.Band?.Code)
                .Decimal(unit.Change?.Points, places).Decimal(unit.Change?.PreviousPublished, places).Number(unit.Change?.PreviousRank).Text(State(unit.State))
                .Points(unit.Bonus).Points(unit.Penalty).Text(unit.Index?.ToFraction())
                .Words(unit.Change?.WhyNoScore ?? unit.Change?.WhyNoRank).Decimal(unit.PublishedSatisfaction)
                .Number(result.Input.Cycle.Year).Text(basis).YesNo(result.Final).Text(result.Input.InputsHash).Text(result.Engine)
                .Decimal(survey.Low, places).Decimal(survey.High, places).Number(survey.RankBest).Number(survey.RankWorst)
                .Number(unit.Sheet is null ? null : twice).Decimal(appraisal.Low, places).Decimal(appraisal.High, places)
                .Number(appraisal.RankBest).Number(appraisal.RankWorst).Text(string.Join(' ', brackets)).End();
        }
    }

    public static void Areas(CsvWriter csv, CycleResult result)
    {
        foreach (var unit in result.Units)
            foreach (var area in unit.Areas)
                csv.Text(unit.Unit.Group).Text(unit.Unit.Code.Value).Text(area.Area.Code.Value).Words(area.Area.Name).Points(area.Achieved).Points(area.Applicable)
                    .Decimal(area.Published, Places(result, unit)).Number(area.Standing?.Rank).YesNo(area.Standing?.Tied).Text(area.Index?.ToFraction()).End();
    }

    public static void Criteria(CsvWriter csv, CycleResult result)
    {
        foreach (var unit in result.Units)
            foreach (var criterion in unit.Criteria)
                csv.Text(unit.Unit.Group).Text(unit.Unit.Code.Value).Text(criterion.Criterion.Code.Value).Words(criterion.Criterion.Name)
                    .Points(criterion.Achieved).Points(criterion.Applicable).Decimal(criterion.Published, Places(result, unit)).Text(criterion.Index?.ToFraction()).End();
    }

    public static void Groups(CsvWriter csv, CycleResult result)
    {
        foreach (var (kind, group) in result.Groups.Select(group => ("group", group)).Concat(result.Blocks.Select(block => ("block", block))))
            csv.Text(kind).Text(group.Code).Words(group.Name).Number(group.Units).Number(group.RankedUnits).Decimal(group.Mean).Decimal(group.Best).Decimal(group.Worst)
                .Decimal(group.PreviousMean).Decimal(group.MeanChange).Decimal(group.SatisfactionMean).Number(group.SatisfactionAbove)
                .Number(group.SatisfactionBelow).Number(group.SatisfactionNone).Number(group.SatisfactionAboveBefore)
                .Number(group.SatisfactionCrossing).End();
    }

    public static void Satisfaction(CsvWriter csv, CycleResult result)
    {
        foreach (var unit in result.Units)
        {
            if (unit.Satisfaction is not { } measured) continue;
            Row(measured.Overall, measured.AboveThreshold, measured.Forms);
            foreach (var other in measured.OtherModes) Row(other, null, null);
            foreach (var detail in measured.Details) Row(detail, null, null);

            void Row(SatisfactionValue value, bool? above, FormCounts? counts) =>
                csv.Text(unit.Unit.Code.Value).Text(Level(value.Level)).Text(value.Code).Text(Mode(value.Mode)).Decimal(value.Published)
                    .Decimal(Bound(value.Low), 2).Decimal(Bound(value.High), 2).Number(value.Answers).Number(value.Satisfied).Number(value.Neutral).Number(value.Dissatisfied)
                    .Number(value.Forms).YesNo(value.Suppressed).YesNo(above).Text(measured.MethodVersion)
                    .Text(value.Exact?.ToFraction()).Number(counts?.Collected).Number(counts?.Valid).Words(value.WhyNoInterval).End();
        }
    }

    public static void Heads(CsvWriter csv, CycleResult result)
    {
        var groups = result.Units.ToDictionary(unit => unit.Unit.Code, unit => unit.Unit.Group);
        foreach (var head in result.Heads)
            csv.Text(groups.GetValueOrDefault(head.Head.Unit)).Text(head.Head.Unit.Value).Words(head.Head.Post).Text(head.Grade).Words(head.GradeName).End();
    }

    public static void Units(CsvWriter csv, CycleResult result)
    {
        foreach (var unit in result.Input.Units)
            csv.Text(unit.Code.Value).Words(unit.Name).Words(unit.ShortName).Text(unit.Group).Text(unit.Slug).Date(unit.ValidFrom)
                .Text(string.Join(' ', unit.Predecessors)).YesNo(unit.SatisfactionMeasured).Text(unit.Source).End();
    }

    /// <summary>Snake case, as every code in the files.</summary>
    public static string State(UnitState state) => state switch
    {
        UnitState.Ranked => "ranked",
        UnitState.NotSubmitted => "not_submitted",
        UnitState.Incomplete => "incomplete",
        UnitState.NotAppraised => "not_appraised",
        UnitState.NoIndex => "no_index",
        _ => "not_published",
    };

    private static int? Places(CycleResult result, UnitResult unit) => result.Input.Frameworks.GetValueOrDefault(unit.Unit.Group)?.Rounding.PublishedPlaces;

    private static string Level(SatisfactionLevel level) => level switch
    {
        SatisfactionLevel.Overall => "overall",
        SatisfactionLevel.Content => "content",
        SatisfactionLevel.Factor => "factor",
        _ => "item",
    };

    private static string Mode(AggregationMode mode) => mode switch
    {
        AggregationMode.PooledAnswers => "pooled_answers",
        AggregationMode.MeanOfItems => "mean_of_items",
        AggregationMode.MeanOfFactors => "mean_of_factors",
        AggregationMode.MeanOfContents => "mean_of_contents",
        _ => "overall_question",
    };

    /// <summary>Bounds are estimates: two decimals say all they can.</summary>
    private static decimal? Bound(double? value) => value is { } bound ? Rounding.HalfAwayFromZero((decimal)bound, 2) : null;
}
