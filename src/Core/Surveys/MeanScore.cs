namespace ParIndex.Core.Surveys;

/// <summary>Mean of levels 1 to 5 over all valid answers: a score, not a percentage of satisfied people.</summary>
/// <param name="Levels">Sum of the levels (of weight × level, in millionths, where weighted).</param>
/// <param name="Answers">Valid answers (their weights), more than 0.</param>
public readonly record struct MeanScore(long Levels, long Answers)
{
    /// <summary>Mean of the levels, 1 to 5.</summary>
    public decimal Mean(int places) => Rounding.Divide(Levels, Answers, places, RoundingMode.HalfAwayFromZero);

    /// <summary>(mean − 1) ÷ 4 × 100: from 0 to 100.</summary>
    public decimal ZeroToHundred(int places) =>
        Rounding.Divide((System.Numerics.BigInteger)(Levels - Answers) * 25, Answers, places, RoundingMode.HalfAwayFromZero);

    /// <summary>mean ÷ 5 × 100. Starts at 20: not comparable with a share, and called so wherever it stands.</summary>
    public decimal PercentOfFive(int places) =>
        Rounding.Divide((System.Numerics.BigInteger)Levels * 20, Answers, places, RoundingMode.HalfAwayFromZero);
}
