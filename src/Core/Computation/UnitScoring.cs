using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Surveys;

namespace ParIndex.Core.Computation;

/// <summary>Scores one unit: its leaves, then criteria, areas and the index as sums of them.</summary>
internal static class UnitScoring
{
    public static UnitDraft Draft(YearPlan year, FrameworkPlan plan, Unit unit, UnitSheet sheet, UnitSatisfaction? satisfaction)
    {
        var findings = new List<Finding>();
        var scoring = new LeafScoring(year, findings);
        var leaves = new LeafResult[plan.Leaves.Length];
        var counts = default(LeafCounts);
        var submitted = !year.HasSelfStage;
        var appraisable = false;
        long achieved = 0, applicable = 0;
        for (var i = 0; i < leaves.Length; i++)
        {
            var leaf = plan.Leaves[i];
            var entered = sheet.Leaves[i];
            var result = scoring.Score(unit.Code, leaf, entered, satisfaction, unit.SatisfactionMeasured);
            leaves[i] = result;
            achieved += result.Points.TenThousandths;
            applicable += result.Applicable.TenThousandths;
            counts.Add(result.State, i);
            if (leaf.ScoredBy != ScoreSource.Appraisal || result.State == LeafState.Excluded) continue;
            appraisable = true;
            submitted = submitted || SelfAssessed(entered.Acts, year.Kinds);
        }

        var state = appraisable && !submitted ? UnitState.NotSubmitted
            : counts.NotScored > 0 ? UnitState.Incomplete
            : applicable == 0 ? UnitState.NoIndex
            : counts.NotAppraised > 0 ? UnitState.NotAppraised
            : UnitState.Ranked;
        counts.Report(unit, state, plan, findings);
        var (bonus, penalty) = Adjustments.Of(unit.Code, plan.Framework.Adjustments, sheet.Adjustments, findings);
        var numbered = state is UnitState.Ranked or UnitState.NotAppraised;
        Percent? index = numbered ? UnitIndex.Of(plan.Framework, new(achieved), new(applicable), bonus, penalty) : null;
        var rounding = plan.Framework.Rounding;
        var published = index?.Published(rounding.PublishedPlaces, rounding.Mode);
        var band = published is { } figure ? BandOf(unit, plan.Framework, figure, findings) : null;
        var measured = Satisfactions.Of(year, plan, sheet, satisfaction);
        if (measured.Published is null && counts.NoSurveyResult > 0 && unit.SatisfactionMeasured) findings.Add(UnitFindings.NoSatisfaction(unit));

        return new UnitDraft
        {
            Unit = unit,
            State = state,
            Plan = plan,
            Sheet = sheet,
            Achieved = state == UnitState.NotSubmitted ? null : new Points(achieved),
            Applicable = state == UnitState.NotSubmitted ? null : new Points(applicable),
            Bonus = bonus,
            Penalty = penalty,
            Index = index,
            Published = published,
            Band = band,
            Areas = Parts.Areas(plan, leaves, state),
            Criteria = Parts.Criteria(plan, leaves, state),
            Leaves = leaves,
            Satisfaction = satisfaction,
            PublishedSatisfaction = measured.Published,
            ExactSatisfaction = measured.Exact,
            SatisfactionAbove = measured.Above,
            SatisfactionCrosses = Satisfactions.Crosses(year, satisfaction),
            Findings = findings,
        };
    }

    private static bool SelfAssessed(Act[] acts, StageKind[] kinds)
    {
        foreach (ref readonly var act in acts.AsSpan())
            if ((uint)act.Stage < (uint)kinds.Length && kinds[act.Stage] == StageKind.SelfAssessment) return true;
        return false;
    }

    private static Band? BandOf(Unit unit, Framework framework, decimal published, List<Finding> findings)
    {
        foreach (var band in framework.Bands)
            if (band.Holds(published)) return band;
        if (framework.Bands.Count > 0) findings.Add(UnitFindings.NoBand(unit, published, framework.Rounding.PublishedPlaces));
        return null;
    }

    // How many leaves stand in the states a person must hear of, and the first of each.
    private struct LeafCounts
    {
        public int NotScored;
        public int NotAppraised;
        public int NoSurveyResult;
        private int noEvidence;
        private int firstNotScored;
        private int firstNotAppraised;
        private int firstNoEvidence;

        public void Add(LeafState state, int leaf)
        {
            if (state == LeafState.NotScored && NotScored++ == 0) firstNotScored = leaf;
            else if (state == LeafState.NotAppraised && NotAppraised++ == 0) firstNotAppraised = leaf;
            else if (state == LeafState.NoEvidence && noEvidence++ == 0) firstNoEvidence = leaf;
            else if (state == LeafState.NoSurveyResult) NoSurveyResult++;
        }

        public readonly void Report(Unit unit, UnitState state, FrameworkPlan plan, List<Finding> findings)
        {
            if (state == UnitState.NotSubmitted)
            {
                findings.Add(UnitFindings.NotSubmitted(unit));
                return;
            }

            if (NotScored > 0) findings.Add(UnitFindings.Incomplete(unit, NotScored, plan.Leaves[firstNotScored].Leaf));
            if (NotAppraised > 0) findings.Add(UnitFindings.NotAppraised(unit, NotAppraised, plan.Leaves[firstNotAppraised].Leaf));
            if (state == UnitState.NoIndex) findings.Add(UnitFindings.NoIndex(unit));
            if (noEvidence > 0) findings.Add(UnitFindings.WithoutEvidence(unit, noEvidence, plan.Leaves[firstNoEvidence].Leaf));
        }
    }
}
