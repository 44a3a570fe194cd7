using System.Numerics;

namespace ParIndex.Core.Surveys;

/// <summary>A share kept exact while shares are combined, rounded once at the end.</summary>
internal readonly record struct ExactShare(BigInteger Top, BigInteger Bottom)
{
    private const long Fine = 1_000_000_000_000_000;

    public static ExactShare? Of(long part, long whole) => whole == 0 ? null : new ExactShare(part, whole);

    /// <summary>The plain mean; null of none.</summary>
    public static ExactShare? Mean(IReadOnlyCollection<ExactShare> shares)
    {
        if (shares.Count == 0) return null;
        var (top, bottom) = (BigInteger.Zero, BigInteger.One);
        foreach (var share in shares)
        {
            top = (top * share.Bottom) + (share.Top * bottom);
            bottom *= share.Bottom;
            var common = BigInteger.GreatestCommonDivisor(top, bottom);
            (top, bottom) = (top / common, bottom / common);
        }

        return new ExactShare(top, bottom * shares.Count);
    }

    public double Value => Top.IsZero ? 0 : Top == Bottom ? 1 : Math.Exp(BigInteger.Log(Top) - BigInteger.Log(Bottom));

    public decimal Published(int places) => Rounding.Divide(Top * 100, Bottom, places, RoundingMode.HalfAwayFromZero);

    /// <summary>−1, 0, 1 against a percentage.</summary>
    public int Against(decimal percent) => (Top * 100 * Fine).CompareTo(Bottom * (BigInteger)(percent * 1_000_000) * (Fine / 1_000_000));

    /// <summary>As a percentage; a mean whose common denominator is beyond fifteen digits is kept to fifteen decimals.</summary>
    public Percent ToPercent()
    {
        var (top, bottom) = (Top * 100, Bottom);
        var common = BigInteger.GreatestCommonDivisor(top, bottom);
        (top, bottom) = (top / common, bottom / common);
        return bottom <= Fine
            ? Percent.FromFraction((long)top, (long)bottom)
            : Percent.FromFraction((long)((((top * Fine * 2) / bottom) + 1) / 2), Fine);
    }
}
