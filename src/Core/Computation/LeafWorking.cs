using System.Globalization;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;

namespace ParIndex.Core.Computation;

/// <summary>Renders on request why a leaf has its points: from the same plan and inputs as the score, so that the two cannot differ.</summary>
public static class LeafWorking
{
    private static readonly Text TotalAlone = new("Chỉ biết tổng điểm đã công bố.", "Only the published total is known.");

    /// <summary>The working of a leaf of a unit of <paramref name="result"/>: stages, rule, inputs, reasons.</summary>
    public static Working Of(CycleResult result, UnitResult unit, int leaf)
    {
        var steps = new List<WorkingStep>();
        return new(Sentence(result, unit, leaf, steps), steps);
    }

    /// <summary>The sentence of that working alone: what a table of all leaves needs.</summary>
    public static Text Sentence(CycleResult result, UnitResult unit, int leaf) => Sentence(result, unit, leaf, null);

    private static Text Sentence(CycleResult result, UnitResult unit, int leaf, List<WorkingStep>? steps)
    {
        if (unit.Sheet is not { } sheet || leaf >= unit.Leaves.Length) return TotalAlone;
        var year = result.Plan ?? new YearPlan(result.Input);
        var plan = year.PlanOf(sheet.Framework).Leaves[leaf];
        var entered = sheet.Leaves[leaf];
        var scored = unit.Leaves[leaf];
        Text? sentence = null;

        // The rule speaks where it was asked; a leaf outside the denominator says why instead.
        var inputs = scored.State == LeafState.SurveyNotHeld || entered.Applicability is not null && scored.State is LeafState.Excluded or LeafState.FullPoints
            ? []
            : LeafInputs.Of(plan, entered, unit.Satisfaction);
        if (inputs.Length == plan.InputCount && inputs.Length > 0) sentence = Ended(plan.Rule.Sentence(scored.ByRule, inputs, plan.Max, steps));
        if (State(plan, entered, scored) is { } state) sentence = After(sentence, state);
        if (scored.Stage >= 0) sentence = After(sentence, Given(result.Input.Cycle.Stages, year.Kinds, plan, entered, scored));
        if (steps is not null) Trace(result, plan, entered, scored, steps);
        return sentence ?? new("", "");
    }

    private static void Trace(CycleResult result, LeafPlan plan, LeafSheet entered, LeafResult scored, List<WorkingStep> steps)
    {
        foreach (ref readonly var act in entered.Acts.AsSpan()) steps.Add(Step(result.Input.Cycle.Stages, act));
        if (plan.EvidenceRequired) steps.Add(new("evidence", entered.EvidenceCount.ToString(CultureInfo.InvariantCulture)));
        if (entered.InputSource is { } source) steps.Add(new("source", source));
        steps.Add(new("state", scored.State.ToString()));
        if (scored.Stage >= 0) steps.Add(new("stage", result.Input.Cycle.Stages[scored.Stage].Code));
        steps.Add(new("final", scored.Points.ToString()));
        steps.Add(new("applicable", scored.Applicable.ToString()));
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
        var sentence = LeafText.Counts(stages[act.Stage], act.Points!.Value, HasTwo(entered.Acts));
        if (scored.ByRule.Outcome == Outcome.Scored && act.Points != scored.ByRule.Points)
            sentence = After(sentence, LeafText.UnlikeRule(scored.ByRule.Points));
        return Reasons.Given(act.Reason) && !stages[act.Stage].OwnWords ? After(sentence, LeafText.Reason(act.Reason!)) : sentence;
    }

    private static bool HasTwo(Act[] acts)
    {
        var count = 0;
        foreach (ref readonly var act in acts.AsSpan())
            if (act.Points is not null && ++count > 1) return true;
        return false;
    }

    private static Text After(Text? before, Text words) => before is null ? words : new($"{before.Vi} {words.Vi}", $"{before.En} {words.En}");

    private static WorkingStep Step(IReadOnlyList<Stage> stages, Act act)
    {
        var stage = (uint)act.Stage < (uint)stages.Count ? stages[act.Stage].Code : act.Stage.ToString(CultureInfo.InvariantCulture);
        var value = act.Points is { } points ? points.ToString() : "explanation";
        return new($"act:{stage}", Reasons.Given(act.Reason) ? $"{value}; {(act.Stage < stages.Count && stages[act.Stage].OwnWords ? "explained" : act.Reason)}" : value);
    }

    private static Text Ended(Text sentence) => new(Ended(sentence.Vi), Ended(sentence.En));

    private static string Ended(string sentence) => sentence.EndsWith('.') ? sentence : sentence + ".";
}
