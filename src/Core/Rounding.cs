using System.Numerics;
using System.Text.Json.Serialization;

namespace ParIndex.Core;

/// <summary>The directions of rounding a regulation may name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoundingMode>))]
public enum RoundingMode
{
    /// <summary>Half up: 89.995 → 90.00, −0.005 → −0.01. What published Vietnamese tables prove (docs/method.md).</summary>
    [JsonStringEnumMemberName("half_away_from_zero")] HalfAwayFromZero,

    /// <summary>Banker's rounding; never a default.</summary>
    [JsonStringEnumMemberName("half_to_even")] HalfToEven,

    /// <summary>Cut off.</summary>
    [JsonStringEnumMemberName("toward_zero")] TowardZero,
}

/// <summary>The one place where figures are rounded: places and direction are always named.</summary>
public static class Rounding
{
    /// <summary>A decimal to <paramref name="places"/>, halves away from zero.</summary>
    public static decimal HalfAwayFromZero(decimal value, int places) => decimal.Round(value, places, MidpointRounding.AwayFromZero);

    /// <summary>A decimal to <paramref name="places"/> in a named direction.</summary>
    public static decimal To(decimal value, int places, RoundingMode mode) => decimal.Round(value, places, Midpoint(mode));

    /// <summary>numerator ÷ denominator rounded to <paramref name="places"/>, exactly, without a rounded quotient in between.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is not positive.</exception>
    public static decimal Divide(BigInteger numerator, BigInteger denominator, int places, RoundingMode mode)
    {
        if (denominator.Sign <= 0) throw new ArgumentOutOfRangeException(nameof(denominator));
        var scaled = numerator * BigInteger.Pow(10, places);
        var whole = BigInteger.DivRem(scaled, denominator, out var rest);
        var twice = BigInteger.Abs(rest) * 2;
        if (RoundsUp(twice.CompareTo(denominator), !whole.IsEven, mode)) whole += scaled.Sign;
        return (decimal)whole / (decimal)BigInteger.Pow(10, places);
    }

    /// <summary>part ÷ whole × 100 rounded half away from zero to <paramref name="places"/>, exactly: a share as it is printed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The whole is not positive.</exception>
    public static decimal Share(long part, long whole, int places)
    {
        // Two places of shares below 10,000 % of counts below a billion: nearly all of them.
        return places == 2 && part is >= 0 and < 10_000_000_000_000 && whole > part / 100
            ? Divide((Int128)part * 10_000, whole, RoundingMode.HalfAwayFromZero) / 100m
            : Divide((BigInteger)part * 100, whole, places, RoundingMode.HalfAwayFromZero);
    }

    /// <summary>numerator ÷ denominator as a whole number, exactly rounded: the fast path of leaf scores.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is not positive.</exception>
    public static long Divide(Int128 numerator, Int128 denominator, RoundingMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        if (numerator >= long.MinValue && numerator <= long.MaxValue && denominator <= long.MaxValue / 2)
            return Divide((long)numerator, (long)denominator, mode);
        var (whole, rest) = Int128.DivRem(numerator, denominator);
        var twice = Int128.Abs(rest) * 2;
        if (RoundsUp(twice.CompareTo(denominator), (whole & 1) != 0, mode)) whole += numerator < 0 ? -1 : 1;
        return (long)whole;
    }

    /// <summary>The exact product; in one machine multiplication where the first factor fits 64 bits, which it nearly always does.</summary>
    internal static Int128 Times(Int128 wide, long by) => wide >= long.MinValue && wide <= long.MaxValue ? Math.BigMul((long)wide, by) : wide * by;

    private static long Divide(long numerator, long denominator, RoundingMode mode)
    {
        var (whole, rest) = Math.DivRem(numerator, denominator);
        var twice = Math.Abs(rest) * 2;
        if (RoundsUp(twice.CompareTo(denominator), (whole & 1) != 0, mode)) whole += numerator < 0 ? -1 : 1;
        return whole;
    }

    private static bool RoundsUp(int restAgainstHalf, bool odd, RoundingMode mode) => mode switch
    {
        RoundingMode.HalfAwayFromZero => restAgainstHalf >= 0,
        RoundingMode.HalfToEven => restAgainstHalf > 0 || (restAgainstHalf == 0 && odd),
        _ => false,
    };

    private static MidpointRounding Midpoint(RoundingMode mode) => mode switch
    {
        RoundingMode.HalfAwayFromZero => MidpointRounding.AwayFromZero,
        RoundingMode.HalfToEven => MidpointRounding.ToEven,
        _ => MidpointRounding.ToZero,
    };
}
