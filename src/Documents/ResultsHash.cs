using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ParIndex.Core.Computation;

namespace ParIndex.Documents;

/// <summary>
/// A checksum of what is published: printed in the Decision, it locks the figures before number and date are given.
/// SHA-256 of UTF-8 lines ended by LF, laid out in docs/formats.md, "Checksum of the results".
/// </summary>
public static class ResultsHash
{
    /// <summary>Lower-case hex.</summary>
    public static string Of(CycleResult result)
    {
        var text = new StringBuilder();
        Line(text, "cycle", result.Input.Cycle.Code, result.Engine, result.Final ? "final" : "provisional");
        foreach (var unit in result.Units)
            Line(text, "unit", unit.Unit.Code.Value, unit.Unit.Group, unit.State.ToString(), unit.Standing?.Rank.ToString(CultureInfo.InvariantCulture),
                Number(unit.Achieved?.Value), Number(unit.Applicable?.Value), Number(unit.Published), Number(unit.PublishedSatisfaction));
        foreach (var head in result.Heads) Line(text, "head", head.Head.Id, head.Head.Unit.Value, head.Grade);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string? Number(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, params ReadOnlySpan<string?> parts) => text.AppendJoin('\t', parts).Append('\n');
}
