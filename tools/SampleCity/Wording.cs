using System.Globalization;
using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;

namespace ParIndex.SampleCity;

/// <summary>Figures inside reasons, as an office writes them: 04 hồ sơ, 9/52 đơn vị, 1.240 triệu đồng.</summary>
public static class Wording
{
    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    public static string Whole(Quantity? value) => value!.Value.Value.ToString("#,0.##", Vietnamese);

    public static string Padded(Quantity? value) => Padded((long)value!.Value.Value);

    public static string Fill(string words, string kind, Quantity?[] inputs, Leaf leaf)
    {
        var (counted, of) = kind switch
        {
            "ratio" => ((long)inputs[0]!.Value.Value, (long)inputs[1]!.Value.Value),
            "check" => ((long)inputs.Sum(input => input!.Value.Value), ((ChecklistRule)leaf.Rule).Items.Sum(item => item.Of)),
            "two" => ((long)inputs.Sum(input => input!.Value.Value), 0),
            "choice" => (0, 2),
            _ => ((long)inputs[0]!.Value.Value, 0),
        };
        foreach (var (mark, value) in ((string, long)[])[("{a}", counted), ("{b}", of), ("{c}", of - counted)])
        {
            words = words.Replace(mark + "/", Plain(value) + "/", StringComparison.Ordinal)
                .Replace("/" + mark, "/" + Plain(value), StringComparison.Ordinal)
                .Replace(mark, Padded(value), StringComparison.Ordinal);
        }

        return words;
    }

    private static string Plain(long value) => value.ToString("#,0", Vietnamese);

    private static string Padded(long value) => value is > 0 and < 10 ? "0" + Plain(value) : Plain(value);
}
