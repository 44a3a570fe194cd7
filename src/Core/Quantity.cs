using System.Globalization;
using System.Text.Json.Serialization;

namespace ParIndex.Core;

/// <summary>
/// One measured input of a rule (a count, an amount, a percentage, the ordinal of a chosen option), exact to ten-thousandths.
/// Absence is <c>null</c>, never 0.
/// </summary>
/// <param name="TenThousandths">The quantity × 10,000.</param>
[JsonConverter(typeof(QuantityConverter))]
public readonly record struct Quantity(long TenThousandths) : IComparable<Quantity>
{
    /// <summary>Greatest magnitude accepted, so that products with points stay inside 128 bits.</summary>
    public const decimal Limit = 900_000_000_000_000m;

    /// <summary>The quantity as a decimal, exact.</summary>
    public decimal Value => TenThousandths / 10_000m;

    /// <summary>A whole number.</summary>
    public static Quantity Of(long whole) => new(whole * 10_000);

    /// <summary>A decimal with at most four places; false when it has more or exceeds <see cref="Limit"/>.</summary>
    public static bool TryOf(decimal value, out Quantity quantity)
    {
        quantity = default;
        if (value is > Limit or < -Limit) return false;
        var scaled = value * 10_000m;
        if (scaled != decimal.Truncate(scaled)) return false;
        quantity = new Quantity((long)scaled);
        return true;
    }

    /// <summary>A decimal with at most four places.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than four places or beyond <see cref="Limit"/>.</exception>
    public static Quantity Of(decimal value) => TryOf(value, out var quantity)
        ? quantity
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A quantity has at most four decimal places.");

    /// <inheritdoc />
    public int CompareTo(Quantity other) => TenThousandths.CompareTo(other.TenThousandths);

    public static bool operator <(Quantity left, Quantity right) => left.TenThousandths < right.TenThousandths;

    public static bool operator >(Quantity left, Quantity right) => left.TenThousandths > right.TenThousandths;

    public static bool operator <=(Quantity left, Quantity right) => left.TenThousandths <= right.TenThousandths;

    public static bool operator >=(Quantity left, Quantity right) => left.TenThousandths >= right.TenThousandths;

    /// <summary>For a machine: invariant, no trailing zeros.</summary>
    public override string ToString() => Value.ToString("0.####", CultureInfo.InvariantCulture);
}
