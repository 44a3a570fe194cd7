using System.Globalization;

namespace ParIndex.Core.Computation;

/// <summary>Figures inside sentences: a decimal comma in Vietnamese, a point in English.</summary>
internal static class Figure
{
    /// <summary>All decimals that matter, at most four: points.</summary>
    public static Text Of(Points points) => Of(points.Value, "0.####");

    /// <summary>With a fixed number of decimals: published figures.</summary>
    public static Text Of(decimal value, int places) => Of(value, places == 0 ? "0" : "0." + new string('0', places));

    /// <summary>As given, without trailing zeros.</summary>
    public static Text Of(decimal value) => Of(value, "0.############");

    private static Text Of(decimal value, string format)
    {
        var english = value.ToString(format, CultureInfo.InvariantCulture);
        return new Text(english.Replace('.', ','), english);
    }
}
