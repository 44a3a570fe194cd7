using System.Globalization;

namespace ParIndex.Core;

/// <summary>
/// A percentage kept exact and unrounded as a fraction; <see cref="Published"/> rounds it once, by name.
/// Comparisons are exact: 90.001 % is above 90.
/// </summary>
public readonly struct Percent : IEquatable<Percent>, IComparable<Percent>
{
    private static readonly long[] Scales = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];
    private readonly long numerator;
    private readonly long denominatorLessOne;

    private Percent(long numerator, long denominator)
    {
        this.numerator = numerator;
        denominatorLessOne = denominator - 1;
    }

    internal long Numerator => numerator;

    internal long Denominator => denominatorLessOne + 1;

    /// <summary>Nought per cent.</summary>
    public static Percent Zero => default;

    /// <summary>The percentage <paramref name="numerator"/> ÷ <paramref name="denominator"/>, already in per cent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is not positive.</exception>
    public static Percent FromFraction(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, 1);
        return new Percent(numerator, denominator);
    }

    /// <summary>100 × part ÷ whole.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The whole is not positive.</exception>
    public static Percent Of(Points part, Points whole) => Of(part.TenThousandths, whole.TenThousandths);

    /// <summary>100 × part ÷ whole, of counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The whole is not positive.</exception>
    public static Percent Of(long part, long whole)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(whole, 1);
        return new Percent(checked(100 * part), whole);
    }

    /// <summary>A percentage given as a decimal, for example a published one.</summary>
    public static Percent Of(decimal value)
    {
        var places = value.Scale;
        var denominator = 1L;
        for (var i = 0; i < places; i++) denominator = checked(denominator * 10);
        return new Percent((long)(value * denominator), denominator);
    }

    /// <summary>Adds points that count as percentage points, such as a bonus outside the total.</summary>
    public Percent Plus(Points points)
    {
        if (points.TenThousandths == 0) return this;
        return new Percent(
            checked((numerator * Points.Scale) + (points.TenThousandths * Denominator)),
            checked(Denominator * Points.Scale));
    }

    /// <summary>The lesser of this and another.</summary>
    public Percent AtMost(Percent other) => this <= other ? this : other;

    /// <summary>The percentage rounded for print, exactly from the fraction.</summary>
    /// <param name="places">Decimal places, 0 to 9.</param>
    /// <param name="mode">The direction the regulation names; half away from zero unless it says otherwise.</param>
    public decimal Published(int places, RoundingMode mode = RoundingMode.HalfAwayFromZero)
    {
        // The same division in 64 bits where it fits: a country has millions of these.
        var scale = places is >= 0 and <= 9 ? Scales[places] : 0;
        return scale > 0 && Denominator <= long.MaxValue / 2 && Math.Abs(numerator) <= long.MaxValue / scale
            ? (decimal)Rounding.Divide((Int128)(numerator * scale), Denominator, mode) / scale
            : Rounding.Divide(numerator, Denominator, places, mode);
    }

    /// <summary>The percentage as a decimal of 28 digits: for further arithmetic that is not published, and for data files.</summary>
    public decimal Unrounded => (decimal)numerator / Denominator;

    /// <summary>Exact for data files: <c>numerator/denominator</c>, in per cent.</summary>
    public string ToFraction() => string.Create(CultureInfo.InvariantCulture, $"{numerator}/{Denominator}");

    /// <summary>Reads what <see cref="ToFraction"/> wrote; false where it is none.</summary>
    public static bool TryParseFraction(string text, out Percent percent)
    {
        percent = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1 || !long.TryParse(text.AsSpan(0, slash), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var top)
            || !long.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bottom) || bottom < 1) return false;
        percent = new(top, bottom);
        return true;
    }

    /// <summary>The plain mean, rounded once for print from the exact fractions; null when there is none.</summary>
    public static decimal? PublishedMean(IEnumerable<Percent> values, int places, RoundingMode mode = RoundingMode.HalfAwayFromZero)
    {
        var mean = new PercentMean();
        foreach (var value in values) mean.Add(value);
        return mean.Published(places, mode);
    }

    /// <inheritdoc />
    public int CompareTo(Percent other) => Math.BigMul(numerator, other.Denominator).CompareTo(Math.BigMul(other.numerator, Denominator));

    /// <inheritdoc />
    public bool Equals(Percent other) => CompareTo(other) == 0;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Percent other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Unrounded.GetHashCode();

    public static bool operator ==(Percent left, Percent right) => left.Equals(right);

    public static bool operator !=(Percent left, Percent right) => !left.Equals(right);

    public static bool operator <(Percent left, Percent right) => left.CompareTo(right) < 0;

    public static bool operator >(Percent left, Percent right) => left.CompareTo(right) > 0;

    public static bool operator <=(Percent left, Percent right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Percent left, Percent right) => left.CompareTo(right) >= 0;

    /// <summary>For a machine and the debugger: invariant.</summary>
    public override string ToString() => Unrounded.ToString("0.############", CultureInfo.InvariantCulture);
}
