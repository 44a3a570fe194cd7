using System.Globalization;
using System.Text.Json.Serialization;

namespace ParIndex.Core;

/// <summary>
/// Points of the index, exact: whole ten-thousandths, so that every store and every machine adds, sorts and ties alike.
/// Cannot be added to a percentage.
/// </summary>
/// <param name="TenThousandths">The points × 10,000.</param>
[JsonConverter(typeof(PointsConverter))]
public readonly record struct Points(long TenThousandths) : IComparable<Points>
{
    /// <summary>Ten-thousandths in one point.</summary>
    public const int Scale = 10_000;

    /// <summary>No points; not the same as "not scored", which is the absence of points.</summary>
    public static Points Zero => default;

    /// <summary>The points as a decimal, exact.</summary>
    public decimal Value => TenThousandths / (decimal)Scale;

    /// <summary>Points from a decimal with at most four places.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than four decimal places, or beyond the range.</exception>
    public static Points Of(decimal value) => TryOf(value, out var points)
        ? points
        : throw new ArgumentOutOfRangeException(nameof(value), value, "Points have at most four decimal places.");

    /// <summary>Points from a decimal; false when it has more than four places or is beyond the range.</summary>
    public static bool TryOf(decimal value, out Points points)
    {
        points = default;
        if (value is > 100_000_000_000m or < -100_000_000_000m) return false;
        var scaled = value * Scale;
        if (scaled != decimal.Truncate(scaled)) return false;
        points = new Points((long)scaled);
        return true;
    }

    /// <inheritdoc />
    public int CompareTo(Points other) => TenThousandths.CompareTo(other.TenThousandths);

    /// <summary>Sum, exact.</summary>
    public static Points operator +(Points left, Points right) => new(left.TenThousandths + right.TenThousandths);

    /// <summary>Difference, exact.</summary>
    public static Points operator -(Points left, Points right) => new(left.TenThousandths - right.TenThousandths);

    public static bool operator <(Points left, Points right) => left.TenThousandths < right.TenThousandths;

    public static bool operator >(Points left, Points right) => left.TenThousandths > right.TenThousandths;

    public static bool operator <=(Points left, Points right) => left.TenThousandths <= right.TenThousandths;

    public static bool operator >=(Points left, Points right) => left.TenThousandths >= right.TenThousandths;

    /// <summary>The smaller of two.</summary>
    public static Points Min(Points left, Points right) => left < right ? left : right;

    /// <summary>The greater of two.</summary>
    public static Points Max(Points left, Points right) => left > right ? left : right;

    /// <summary>For a machine: invariant, no trailing zeros.</summary>
    public override string ToString() => Value.ToString("0.####", CultureInfo.InvariantCulture);
}
