namespace ParIndex.Statistics.Weighting;

/// <summary>What unequal weights cost (Kish 1965, 1992).</summary>
public static class Kish
{
    /// <summary>n Σw² / (Σw)², which is 1 + CV²(w).</summary>
    public static double DesignEffect(IReadOnlyCollection<double> weights)
    {
        var (sum, squares) = (weights.Sum(), weights.Sum(w => w * w));
        return weights.Count * squares / (sum * sum);
    }

    /// <summary>(Σw)² / Σw².</summary>
    public static double EffectiveSize(IReadOnlyCollection<double> weights)
    {
        var (sum, squares) = (weights.Sum(), weights.Sum(w => w * w));
        return sum * sum / squares;
    }
}
