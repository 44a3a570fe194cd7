using ParIndex.Core.Cycles;

namespace ParIndex.Core.Computation;

/// <summary>Which of a leaf's acts counts, and whether each is sound.</summary>
internal static class ActChoice
{
    /// <summary>
    /// The last act of the highest stage reached, in the cycle's order; explanations carry no points. −1: none.
    /// Acts of one stage at the same time stand in the order of the file.
    /// </summary>
    public static int Final(Act[] acts, StageKind[] kinds, bool withSelf)
    {
        var final = -1;
        for (var i = 0; i < acts.Length; i++)
        {
            ref readonly var act = ref acts[i];
            if (act.Points is null || (uint)act.Stage >= (uint)kinds.Length) continue;
            var kind = kinds[act.Stage];
            if (kind == StageKind.Explanation || (kind == StageKind.SelfAssessment && !withSelf)) continue;
            if (final < 0) final = i;
            else
            {
                ref readonly var best = ref acts[final];
                if (act.Stage > best.Stage || (act.Stage == best.Stage && act.At >= best.At)) final = i;
            }
        }

        return final;
    }

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

    /// <summary>Findings of every act of the leaf, not only of the one that counts.</summary>
    public static void Check(UnitCode unit, LeafPlan leaf, Act[] acts, Points? byRule, IReadOnlyList<Stage> stages, StageKind[] kinds, List<Finding> findings)
    {
        foreach (ref readonly var act in acts.AsSpan())
        {
            if ((uint)act.Stage >= (uint)kinds.Length)
            {
                findings.Add(LeafFindings.UnknownStage(unit, leaf.Leaf, act.Stage));
                continue;
            }

            if (act.Points is not { } points) continue;
            var stage = stages[act.Stage];
            if (kinds[act.Stage] == StageKind.Explanation) findings.Add(LeafFindings.ExplanationWithPoints(unit, leaf.Leaf, stage));
            else if (points.TenThousandths < 0) findings.Add(LeafFindings.Negative(unit, leaf.Leaf, stage, points));
            else if (points > leaf.Max) findings.Add(LeafFindings.AboveMax(unit, leaf.Leaf, stage, points));
            else if (!Sound(leaf, points, byRule)) findings.Add(LeafFindings.OffStep(unit, leaf.Leaf, stage, points));
        }
    }
}
