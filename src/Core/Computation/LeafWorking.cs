using System.Globalization;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;

namespace ParIndex.Core.Computation;

/// <summary>Renders on request why a leaf has its points: from the same plan and inputs as the score, so that the two cannot differ.</summary>
public static class LeafWorking
{
    /// <summary>The working of a leaf of a unit of <paramref name="result"/>: stages, rule, inputs, reasons.</summary>
    public static Working Of(CycleResult result, UnitResult unit, int leaf)
    {
        if (unit.Sheet is not { } sheet || leaf >= unit.Leaves.Length)
            return new(new("Chỉ biết tổng điểm đã công bố.", "Only the published total is known."), []);
        var year = result.Plan ?? new YearPlan(result.Input);
        var plan = year.PlanOf(sheet.Framework).Leaves[leaf];
        var entered = sheet.Leaves[leaf];
        var scored = unit.Leaves[leaf];
        var steps = new List<WorkingStep>();
        var parts = new List<Text>();

        // The rule speaks where it was asked; a leaf outside the denominator says why instead.
        var inputs = scored.State == LeafState.SurveyNotHeld || entered.Applicability is not null && scored.State is LeafState.Excluded or LeafState.FullPoints
            ? []
            : LeafInputs.Of(plan, entered, unit.Satisfaction);
        if (inputs.Length == plan.InputCount && inputs.Length > 0)
        {
            var rule = plan.Rule.Explain(scored.ByRule, inputs, plan.Max);
            parts.Add(Ended(rule.Sentence));
            steps.AddRange(rule.Steps);
        }

        if (State(plan, entered, scored) is { } state) parts.Add(state);
        if (scored.Stage >= 0) parts.Add(Given(result.Input.Cycle.Stages, year.Kinds, plan, entered, scored));
        foreach (ref readonly var act in entered.Acts.AsSpan()) steps.Add(Step(result.Input.Cycle.Stages, act));
        if (plan.EvidenceRequired) steps.Add(new("evidence", entered.EvidenceCount.ToString(CultureInfo.InvariantCulture)));
        if (entered.InputSource is { } source) steps.Add(new("source", source));
        steps.Add(new("state", scored.State.ToString()));
        if (scored.Stage >= 0) steps.Add(new("stage", result.Input.Cycle.Stages[scored.Stage].Code));
        steps.Add(new("final", scored.Points.ToString()));
        steps.Add(new("applicable", scored.Applicable.ToString()));
        return new(Words.Join(" ", parts), steps);
    }

    private static Text? State(LeafPlan plan, LeafSheet entered, LeafResult scored) => scored.State switch
    {
        LeafState.Excluded => LeafText.Excluded(plan.Max, Decision(entered)),
        LeafState.FullPoints => LeafText.FullPoints(plan.Max, Decision(entered)),
        LeafState.SurveyNotHeld => LeafText.SurveyNotHeld(plan.Max),
        LeafState.NoSurveyResult => LeafText.NoSurveyResult(plan.Max),
        LeafState.NotScored => LeafText.NotScored,
        LeafState.NoEvidence => LeafText.NoEvidence,
        LeafState.NotAppraised => LeafText.NotAppraised(scored.Points),
        _ => null,
    };

    private static string? Decision(LeafSheet entered) => Reasons.Given(entered.Applicability?.Reason) ? entered.Applicability!.Reason : null;

    // Whose act counts, why that one, and how it stands to the rule.
    private static Text Given(IReadOnlyList<Stage> stages, StageKind[] kinds, LeafPlan plan, LeafSheet entered, LeafResult scored)
    {
        var act = entered.Acts[ActChoice.Final(entered.Acts, kinds, withSelf: plan.ScoredBy == ScoreSource.Appraisal)];
        var sentence = LeafText.Counts(stages[act.Stage], act.Points!.Value, entered.Acts.Count(one => one.Points is not null) > 1);
        if (scored.ByRule.Outcome == Outcome.Scored && act.Points != scored.ByRule.Points)
            sentence = Words.Join(" ", [sentence, LeafText.UnlikeRule(scored.ByRule.Points)]);
        return Reasons.Given(act.Reason) && !stages[act.Stage].OwnWords ? Words.Join(" ", [sentence, LeafText.Reason(act.Reason!)]) : sentence;
    }

    private static WorkingStep Step(IReadOnlyList<Stage> stages, Act act)
    {
        var stage = (uint)act.Stage < (uint)stages.Count ? stages[act.Stage].Code : act.Stage.ToString(CultureInfo.InvariantCulture);
        var value = act.Points is { } points ? points.ToString() : "explanation";
        return new($"act:{stage}", Reasons.Given(act.Reason) ? $"{value}; {(act.Stage < stages.Count && stages[act.Stage].OwnWords ? "explained" : act.Reason)}" : value);
    }

    private static Text Ended(Text sentence) => new(Ended(sentence.Vi), Ended(sentence.En));

    private static string Ended(string sentence) => sentence.EndsWith('.') ? sentence : sentence + ".";
}
