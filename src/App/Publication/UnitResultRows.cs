using ParIndex.App.Results;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;
using ParIndex.Documents.OpenData;

namespace ParIndex.App.Publication;

/// <summary>The rows of every unit's results, down to the leaf and its working.</summary>
internal sealed class UnitResultRows(int id, CycleResult result)
{
    public IEnumerable<object> All()
    {
        var margins = RankUncertainty.Of(result);
        foreach (var unit in result.Units)
        {
            yield return Result(unit, margins[unit.Unit.Code]);
            foreach (var (area, order) in unit.Areas.Select((area, order) => (area, order)))
                yield return Part(unit, area.Area.Code, true, order, area.Achieved, area.Applicable, area.Published, area.Standing);
            // A criterion may carry the code of a leaf (when it is itself scored), never that of an area.
            foreach (var (criterion, order) in unit.Criteria.Select((criterion, order) => (criterion, order)))
                yield return Part(unit, criterion.Criterion.Code, false, order, criterion.Achieved, criterion.Applicable, criterion.Published, null);
            if (unit.Leaves.Length == 0) continue;
            var leaves = result.Input.Frameworks[unit.Unit.Group].Leaves;
            for (var i = 0; i < unit.Leaves.Length; i++) yield return Leaf(unit, leaves[i], i);
        }
    }

    private UnitResultRow Result(UnitResult unit, UnitUncertainty margin) => new()
    {
        ReleaseId = id,
        Unit = unit.Unit.Code.Value,
        State = unit.State,
        Achieved = unit.Achieved,
        Applicable = unit.Applicable,
        Bonus = unit.Bonus,
        Penalty = unit.Penalty,
        Published = unit.Published,
        Rank = unit.Standing?.Rank,
        TieCount = unit.Standing?.TieCount,
        Band = unit.Band?.Name,
        Low = margin.Survey.Low,
        High = margin.Survey.High,
        WhyNoInterval = margin.Survey.WhyNone,
        RankBest = margin.Survey.RankBest,
        RankWorst = margin.Survey.RankWorst,
        AppraisedTwice = margin.AppraisedTwice,
        AppraisalLow = margin.Appraisal.Low,
        AppraisalHigh = margin.Appraisal.High,
        AppraisalRankBest = margin.Appraisal.RankBest,
        AppraisalRankWorst = margin.Appraisal.RankWorst,
        Brackets = [.. margin.Brackets],
        Change = unit.Change?.Points,
        PreviousPublished = unit.Change?.PreviousPublished,
        PreviousRank = unit.Change?.PreviousRank,
        WhyNoChange = unit.Change?.WhyNoScore,
        WhyNoRankChange = unit.Change?.WhyNoRank,
        Satisfaction = unit.PublishedSatisfaction,
        SatisfactionAbove = unit.SatisfactionAbove,
        SatisfactionAboveBefore = unit.SatisfactionAboveBefore,
        SatisfactionCrosses = unit.SatisfactionCrosses,
    };

    private PartResultRow Part(
        UnitResult unit, CriterionCode code, bool isArea, int order, Points achieved, Points applicable, decimal? published,
        Core.Ranking.Standing? standing) => new()
        {
            ReleaseId = id,
            Unit = unit.Unit.Code.Value,
            Code = code.Value,
            IsArea = isArea,
            Order = order,
            Achieved = achieved,
            Applicable = applicable,
            Published = published,
            Rank = standing?.Rank,
            TieCount = standing?.TieCount,
        };

    private LeafResultRow Leaf(UnitResult unit, Leaf leaf, int index)
    {
        var found = unit.Leaves[index];
        var sheet = unit.Sheet?.Leaves[index];
        var working = LeafWorking.Of(result, unit, index);
        return new()
        {
            ReleaseId = id,
            Unit = unit.Unit.Code.Value,
            Code = leaf.Code.Value,
            Order = index,
            State = found.State,
            Points = found.Points,
            Applicable = found.Applicable,
            Self = Last(sheet, StageKind.SelfAssessment),
            Appraised = Last(sheet, StageKind.Appraisal) is { } appraised ? Last(sheet, StageKind.Council) ?? appraised : Last(sheet, StageKind.Council),
            ByRule = found.ByRule.Outcome == Outcome.Scored ? found.ByRule.Points : null,
            Working = working.Sentence,
            Steps = [.. working.Steps],
            Inputs = Inputs(leaf, sheet),
            InputSource = sheet?.InputSource,
            Evidence = sheet?.EvidenceCount ?? 0,
            Acts = [.. (sheet?.Acts ?? []).Select(act => new ActShown(
                result.Input.Cycle.Stages[act.Stage].Name, act.Points?.Value, InPublic(act), act.At))],
        };
    }

    private string? InPublic(Act act) =>
        Core.Computation.Reasons.Given(act.Reason) && result.Input.Cycle.Stages[act.Stage].OwnWords ? OpenDataText.Withheld : act.Reason;

    private Points? Last(LeafSheet? sheet, StageKind kind)
    {
        Points? last = null;
        foreach (var act in sheet?.Acts ?? [])
            if (act.Points is { } points && result.Input.Cycle.Stages[act.Stage].Kind == kind) last = points;
        return last;
    }

    private static List<InputShown> Inputs(Leaf leaf, LeafSheet? sheet)
    {
        if (sheet is null || sheet.Inputs.Length == 0) return [];
        return [.. leaf.Rule.Inputs.Select((input, i) => new InputShown(input.Name, input.Label, sheet.Inputs[i]?.Value, input.Kind))];
    }
}
