using ParIndex.Core.Cycles;

namespace ParIndex.Core.Computation;

/// <summary>Which of a leaf's acts counts, and whether each is sound.</summary>
internal static class ActChoice
{
    /// <summary>True when a unit's words stand for missing evidence: an explanation, or the reason of its own score.</summary>
    public static bool Explained(Act[] acts, StageKind[] kinds)
    {
        foreach (ref readonly var act in acts.AsSpan())
        {
            if ((uint)act.Stage >= (uint)kinds.Length) continue;
            var words = act.Points is null || kinds[act.Stage] is StageKind.Explanation or StageKind.SelfAssessment;
            if (words && Reasons.Given(act.Reason)) return true;
        }

        return false;
    }

    /// <summary>True when the points are within 0 and the maximum and on the leaf's step; a rule's own proposal and the maximum are always on it.</summary>
    public static bool Sound(LeafPlan leaf, Points points, Points? byRule) =>
        points.TenThousandths >= 0 && points <= leaf.Max
        && (leaf.Step == 0 || points.TenThousandths % leaf.Step == 0 || points == leaf.Max || points == byRule);

    /// <summary>
    /// The last act of the highest stage reached, in the cycle's order; explanations carry no points. −1: none.
    /// Acts of one stage at the same time stand in the order of the file.
    /// </summary>
    public static int Final(Act[] acts, StageKind[] kinds, bool withSelf)
    {
        var final = -1;
        for (var i = 0; i < acts.Length; i++)
            if (acts[i].Points is not null && (uint)acts[i].Stage < (uint)kinds.Length && Counts(kinds[acts[i].Stage], withSelf)) final = Later(acts, final, i);
        return final;
    }

    /// <summary>The same choice, with findings of every act of the leaf, not only of the one that counts.</summary>
    public static int CheckedFinal(
        UnitCode unit, LeafPlan leaf, Act[] acts, bool withSelf, Points? byRule, IReadOnlyList<Stage> stages, StageKind[] kinds, List<Finding> findings)
    {
        var final = -1;
        Points? sound = null;
        for (var i = 0; i < acts.Length; i++)
        {
            ref readonly var act = ref acts[i];
            if ((uint)act.Stage >= (uint)kinds.Length)
            {
                findings.Add(LeafFindings.UnknownStage(unit, leaf.Leaf, act.Stage));
                continue;
            }

            if (act.Points is not { } points) continue;
            var kind = kinds[act.Stage];
            if (kind == StageKind.Explanation)
            {
                findings.Add(LeafFindings.ExplanationWithPoints(unit, leaf.Leaf, stages[act.Stage]));
                continue;
            }

            // Later stages mostly agree with the points that were just found sound.
            if (points != sound)
            {
                if (Sound(leaf, points, byRule)) sound = points;
                else findings.Add(Unsound(unit, leaf, points, stages[act.Stage]));
            }

            if (Counts(kind, withSelf)) final = Later(acts, final, i);
        }

        return final;
    }

    private static bool Counts(StageKind kind, bool withSelf) => kind != StageKind.Explanation && (withSelf || kind != StageKind.SelfAssessment);

    private static int Later(Act[] acts, int final, int i) =>
        final < 0 || acts[i].Stage > acts[final].Stage || (acts[i].Stage == acts[final].Stage && acts[i].At >= acts[final].At) ? i : final;

    private static Finding Unsound(UnitCode unit, LeafPlan leaf, Points points, Stage stage) =>
        points.TenThousandths < 0 ? LeafFindings.Negative(unit, leaf.Leaf, stage, points)
        : points > leaf.Max ? LeafFindings.AboveMax(unit, leaf.Leaf, stage, points)
        : LeafFindings.OffStep(unit, leaf.Leaf, stage, points);
}
