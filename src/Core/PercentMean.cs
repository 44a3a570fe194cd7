using System.Numerics;
using System.Runtime.InteropServices;

namespace ParIndex.Core;

/// <summary>
/// A plain mean of percentages in the making: exact fractions summed by denominator, rounded once at the end, so that the order of arrival and
/// the number of cores change nothing.
/// </summary>
internal sealed class PercentMean
{
    private readonly Dictionary<long, Int128> others = [];
    private long common;
    private Int128 sum;
    private int count;

    public void Add(Percent value)
    {
        count++;
        // Units of one group nearly always have one denominator.
        if (common == 0) common = value.Denominator;
        if (value.Denominator == common) sum += value.Numerator;
        else CollectionsMarshal.GetValueRefOrAddDefault(others, value.Denominator, out _) += value.Numerator;
    }

    /// <summary>The mean rounded for print; null when there is none.</summary>
    public decimal? Published(int places, RoundingMode mode)
    {
        if (count == 0) return null;
        BigInteger top = sum, bottom = common;
        foreach (var (denominator, part) in others)
        {
            top = (top * denominator) + (part * bottom);
            bottom *= denominator;
            var divisor = BigInteger.GreatestCommonDivisor(top, bottom);
            (top, bottom) = (top / divisor, bottom / divisor);
        }

        return Rounding.Divide(top, bottom * count, places, mode);
    }
}
