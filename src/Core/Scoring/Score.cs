using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>How a leaf's score came out.</summary>
public enum Outcome
{
    /// <summary>Points by the rule.</summary>
    Scored,

    /// <summary>An input is missing: there is no score, which is not 0.</summary>
    Missing,

    /// <summary>The denominator is 0: nothing arose in the year; the leaf's policy decides.</summary>
    NothingArose,

    /// <summary>An input cannot be (negative, no such option, above its scale): no score; <see cref="ScoringRule.CheckInputs"/> says what.</summary>
    Invalid,
}

/// <summary>A score by a rule: small, comparable, and enough for <see cref="ScoringRule.Explain"/>.</summary>
/// <param name="Points">Points, rounded as the framework says; zero when <see cref="Outcome"/> is not scored.</param>
/// <param name="Outcome">Whether there is a score.</param>
/// <param name="Branch">Which band, step, option or case of the rule applied; −1 when none.</param>
public readonly record struct Score(Points Points, Outcome Outcome = Outcome.Scored, int Branch = -1)
{
    public static Score Missing => new(Points.Zero, Outcome.Missing);

    public static Score NothingArose => new(Points.Zero, Outcome.NothingArose);

    public static Score Invalid => new(Points.Zero, Outcome.Invalid);

    /// <summary>
    /// Points of numerator ÷ denominator ten-thousandths, rounded once, in whole numbers, to the places of a leaf.
    /// Source: docs/method.md, "Scoring rules".
    /// </summary>
    internal static Score Of(Int128 numerator, Int128 denominator, ScoreRounding rounding, int branch)
    {
        var grain = Grain(rounding.LeafPlaces);
        return grain == 1
            ? new(new Points(Rounding.Divide(numerator, denominator, rounding.Mode)), Branch: branch)
            : new(new Points(Rounding.Divide(numerator, denominator * grain, rounding.Mode) * grain), Branch: branch);
    }

    /// <summary>Points the rule names itself; rounded to the places of a leaf.</summary>
    internal static Score Of(Points points, ScoreRounding rounding, int branch) => rounding.LeafPlaces >= 4
        ? new(points, Branch: branch)
        : Of(points.TenThousandths, 1, rounding, branch);

    internal static long Grain(int places) => places switch { >= 4 => 1, 3 => 10, 2 => 100, 1 => 1_000, _ => 10_000 };
}
