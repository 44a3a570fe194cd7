using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;
using ParIndex.Core.Surveys;

namespace ParIndex.Core.Computation;

/// <summary>
/// Decides the points of one leaf of one unit: applicability first, then what the rule gives for the inputs, then the acts.
/// Source: docs/method.md, "Index".
/// </summary>
internal sealed class LeafScoring(YearPlan year, List<Finding> findings)
{
    private readonly StageKind[] kinds = year.Kinds;

    public LeafResult Score(UnitCode unit, LeafPlan leaf, LeafSheet sheet, UnitSatisfaction? satisfaction, bool measured)
    {
        if (sheet.Applicability is { } decision && Decided(unit, leaf, decision) is { } settled) return settled;

        var survey = leaf.ScoredBy == ScoreSource.Survey;
        if (survey && !year.SurveyHeld) return Outside(LeafState.SurveyNotHeld, Scoring.Score.Missing);

        var inputs = LeafInputs.Of(leaf, sheet, satisfaction);
        var byRule = ByRule(unit, leaf, inputs);
        var (appraised, byRuleAlone) = (leaf.ScoredBy == ScoreSource.Appraisal, Proposed(leaf, byRule));
        var final = sheet.Acts.Length == 0 ? -1
            : ActChoice.CheckedFinal(unit, leaf, sheet.Acts, withSelf: appraised, byRuleAlone, year.Input.Cycle.Stages, kinds, findings);
        if (appraised) return Appraised(unit, leaf, sheet, final, byRule, byRuleAlone);

        if (leaf.Feed is SurveyFeed.Overall or SurveyFeed.Detail && sheet.Inputs.Length > 0)
            findings.Add(LeafFindings.EnteredBesideSurvey(unit, leaf.Leaf));
        return Computed(unit, leaf, sheet, final, ByRuleAlone(unit, leaf, byRule, inputs.Length > 0, measured));
    }

    // Before self-assessment opens: so that no unit chooses its own denominator.
    private LeafResult? Decided(UnitCode unit, LeafPlan leaf, ApplicabilityDecision decision)
    {
        if (decision.Policy == NotApplicablePolicy.Never) return null;
        if (leaf.NotApplicable == NotApplicablePolicy.Never)
        {
            findings.Add(LeafFindings.AlwaysApplies(unit, leaf.Leaf));
            return null;
        }

        if (!Reasons.Given(decision.Reason)) findings.Add(LeafFindings.DecisionWithoutReason(unit, leaf.Leaf));
        if (decision.Policy != leaf.NotApplicable) findings.Add(LeafFindings.DecisionUnlikePolicy(unit, leaf.Leaf));
        return Policy(leaf, decision.Policy, Scoring.Score.Missing);
    }

    private Score ByRule(UnitCode unit, LeafPlan leaf, Quantity?[] inputs)
    {
        if (inputs.Length == 0) return Scoring.Score.Missing;
        if (inputs.Length != leaf.InputCount)
        {
            findings.Add(LeafFindings.InputsDoNotFit(unit, leaf.Leaf, inputs.Length, leaf.InputCount));
            return Scoring.Score.Missing;
        }

        var score = leaf.Rule.Score(inputs, leaf.Max, leaf.Rounding);
        if (score.Outcome == Outcome.Invalid && leaf.Rule.CheckInputs(LeafFindings.At(unit, leaf.Leaf), inputs) is { } wrong) findings.Add(wrong);
        return score;
    }

    private LeafResult Appraised(UnitCode unit, LeafPlan leaf, LeafSheet sheet, int final, Score byRule, Points? proposed)
    {
        if (final < 0)
            return byRule.Outcome is Outcome.Missing or Outcome.Invalid
                ? new(LeafState.NotScored, Points.Zero, leaf.Max, -1, byRule)
                : Proposal(leaf, byRule) with { State = LeafState.NotAppraised };

        ref readonly var act = ref sheet.Acts[final];
        var points = act.Points!.Value;
        var selfAlone = kinds[act.Stage] == StageKind.SelfAssessment;
        if (!ActChoice.Sound(leaf, points, proposed)) return new(LeafState.NotScored, Points.Zero, leaf.Max, -1, byRule);

        if (byRule.Outcome == Outcome.NothingArose)
        {
            var proposal = NothingArose(unit, leaf, byRule, act, selfAlone);
            if (proposal is { } settled) return selfAlone ? settled with { State = LeafState.NotAppraised } : settled;
        }
        else if (byRule.Outcome == Outcome.Scored && points != byRule.Points && !selfAlone && !Reasons.Given(act.Reason))
        {
            findings.Add(LeafFindings.DiffersFromRule(unit, leaf.Leaf, points, byRule.Points));
        }
        else if (leaf.Manual && !selfAlone && !Reasons.Given(act.Reason))
        {
            findings.Add(LeafFindings.ManualWithoutReason(unit, leaf.Leaf));
        }

        var unproven = leaf.EvidenceRequired && sheet.EvidenceCount == 0 && !ActChoice.Explained(sheet.Acts, kinds);
        var state = selfAlone ? LeafState.NotAppraised : unproven ? LeafState.NoEvidence : LeafState.Scored;
        return new(state, unproven ? Points.Zero : points, leaf.Max, (short)act.Stage, byRule);
    }

    // The policy of the leaf stands unless an appraiser gives points with a reason; null: those points count.
    private LeafResult? NothingArose(UnitCode unit, LeafPlan leaf, Score byRule, in Act act, bool selfAlone)
    {
        var proposal = Proposal(leaf, byRule);
        if (selfAlone) return proposal;
        var never = leaf.NotApplicable == NotApplicablePolicy.Never;
        if (Reasons.Given(act.Reason) && (never || act.Points != proposal.Points)) return null;
        if (never) findings.Add(LeafFindings.NothingAroseButAlwaysApplies(unit, leaf.Leaf));
        else if (act.Points != proposal.Points) findings.Add(LeafFindings.DiffersFromRule(unit, leaf.Leaf, act.Points!.Value, proposal.Points));
        return proposal;
    }

    // Computed, survey and external leaves without any act over them.
    private LeafResult ByRuleAlone(UnitCode unit, LeafPlan leaf, Score byRule, bool known, bool measured)
    {
        if (leaf.ScoredBy == ScoreSource.Survey && !known && leaf.Feed != SurveyFeed.None && (leaf.Feed != SurveyFeed.Imported || !measured))
            return Outside(LeafState.NoSurveyResult, byRule);
        if (byRule.Outcome == Outcome.NothingArose && leaf.NotApplicable == NotApplicablePolicy.Never)
            findings.Add(LeafFindings.NothingAroseButAlwaysApplies(unit, leaf.Leaf));
        return Proposal(leaf, byRule);
    }

    private LeafResult Computed(UnitCode unit, LeafPlan leaf, LeafSheet sheet, int final, LeafResult proposal)
    {
        if (sheet.Acts.Length == 0) return proposal;
        Points? proposed = proposal.State == LeafState.NotScored ? null : proposal.Points;
        foreach (ref readonly var own in sheet.Acts.AsSpan())
        {
            if ((uint)own.Stage < (uint)kinds.Length && kinds[own.Stage] == StageKind.SelfAssessment && own.Points is { } typed && typed != proposed)
                findings.Add(LeafFindings.TypedByUnit(unit, leaf.Leaf, typed, proposed));
        }

        if (final < 0) return proposal;
        ref readonly var act = ref sheet.Acts[final];
        var points = act.Points!.Value;
        if (points == proposed || !ActChoice.Sound(leaf, points, proposed)) return proposal;
        if (leaf.Manual || Reasons.Given(act.Reason)) return new(LeafState.Scored, points, leaf.Max, (short)act.Stage, proposal.ByRule);
        findings.Add(LeafFindings.TypedOverWithoutReason(unit, leaf.Leaf, points, proposed));
        return proposal;
    }

    private static LeafResult Proposal(LeafPlan leaf, Score byRule) => byRule.Outcome switch
    {
        Outcome.Scored => new(LeafState.Scored, byRule.Points, leaf.Max, -1, byRule),
        Outcome.NothingArose when leaf.NotApplicable != NotApplicablePolicy.Never => Policy(leaf, leaf.NotApplicable, byRule),
        _ => new(LeafState.NotScored, Points.Zero, leaf.Max, -1, byRule),
    };

    private static Points? Proposed(LeafPlan leaf, Score byRule) => byRule.Outcome switch
    {
        Outcome.Scored => byRule.Points,
        Outcome.NothingArose when leaf.NotApplicable == NotApplicablePolicy.FullPoints => leaf.Max,
        _ => null,
    };

    private static LeafResult Policy(LeafPlan leaf, NotApplicablePolicy policy, Score byRule) =>
        policy == NotApplicablePolicy.FullPoints
            ? new(LeafState.FullPoints, leaf.Max, leaf.Max, -1, byRule)
            : Outside(LeafState.Excluded, byRule);

    private static LeafResult Outside(LeafState state, Score byRule) => new(state, Points.Zero, Points.Zero, -1, byRule);
}
