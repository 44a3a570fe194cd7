using ParIndex.Core;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.SelfAssessment;

/// <summary>Points a unit claims for a leaf: within the maximum and on the step, never rounded in silence.</summary>
public static class ClaimedPoints
{
    /// <summary>The points as typed; null: none.</summary>
    /// <exception cref="RefusedException">No number, below 0, above the maximum, or between two steps.</exception>
    public static Points? Read(string? typed, Leaf leaf, string field = "claimed")
    {
        if (TypedNumber.Read(typed, field) is not { } number) return null;
        return Points.TryOf(number, out var points) && points >= Points.Zero && points <= leaf.Max
            && (leaf.Step is not { } step || points.TenThousandths % step.TenThousandths == 0)
            ? points
            : throw new RefusedException(Refusal.PointsOutsideFrame(field, leaf));
    }
}
