using System.Globalization;
using System.Text;

namespace ParIndex.Core.Sampling;

/// <summary>A drawn sample as a file that anybody can compare: unit, number, dossier, and whether it is reserve.</summary>
public static class SampleFile
{
    public const string Heading = "unit,number,dossier,reserve";

    /// <summary>The text, in the order of the draw, units in ordinal order.</summary>
    public static string Write(DrawnSample sample)
    {
        var text = new StringBuilder(Heading).Append('\n');
        foreach (var unit in sample.Cases.GroupBy(one => one.Line.Unit, StringComparer.Ordinal).OrderBy(unit => unit.Key, StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var one in unit) text.Append(CultureInfo.InvariantCulture, $"{unit.Key},{++number},{one.Line.Dossier},{(one.Reserve ? 1 : 0)}\n");
        }

        return text.ToString();
    }
}
