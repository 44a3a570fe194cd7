using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;

namespace ParIndex.SampleCity;

/// <summary>
/// Draws the measured inputs of one leaf for a unit of a given strength: the stronger, never the worse, so that a strength can be sought
/// that gives the published index.
/// </summary>
public sealed class LeafDraw(UnitPlan unit, Leaf leaf, LeafLine line, int salt)
{
    /// <summary>Strength of the strongest unit.</summary>
    public const int Full = 1_000;

    /// <summary>Inputs for a strength from 0 to <see cref="Full"/>.</summary>
    /// <param name="strength">Of the unit.</param>
    /// <param name="onTime">Dossiers on time and settled, for the leaf on apologies.</param>
    public Quantity?[] Inputs(int strength, (long OnTime, long Settled)? onTime) => line.Kind switch
    {
        "ratio" => Ratio(strength, onTime),
        "yes" => [Quantity.Of(Misses(strength, Argument(1)) == 0 ? 1 : 0)],
        "choice" => [Quantity.Of(Math.Min(Misses(strength, Argument(1)), Options - 1))],
        "deduct" => [Quantity.Of(Misses(strength, Argument(1)))],
        "two" => [Quantity.Of(0), Quantity.Of(Misses(strength, Argument(1)))],
        "count" => [Quantity.Of(Count(strength))],
        "check" => Checked(strength),
        "external" or "mean" => [Quantity.Of(Measured(strength))],
        _ => throw new InvalidOperationException($"{line.Code}: unknown draw '{line.Kind}'."),
    };

    private int Options => leaf.Rule is LevelsRule levels ? levels.Options.Count : 1;

    private Quantity?[] Ratio(int strength, (long OnTime, long Settled)? onTime)
    {
        var whole = Whole(onTime);
        var (low, high) = Range(line.How[2]);
        var share = low + ((high - low) * Ease(strength) / 10_000m);
        var part = (long)Rounding.HalfAwayFromZero(whole * share / 100m, 0);
        if (!line.How.Contains("over")) part = Math.Min(part, whole);
        return [Quantity.Of(part), Quantity.Of(whole)];
    }

    private long Whole((long OnTime, long Settled)? onTime)
    {
        var text = line.How[1];
        if (text == "@late") return onTime is { } done ? done.Settled - done.OnTime : 0;
        if (text[0] == '@') return unit.Sizes[text[1..]];
        var (from, to) = Range(text);
        var drawn = Draw("whole").Between((int)from, (int)to);
        return line.How.Contains("scaled") ? Math.Max(1, (long)drawn * unit.Sizes["scale"] / 100) : drawn;
    }

    // 0 for most; the weaker the unit, the likelier 1, seldom 2.
    private int Misses(int strength, int perCent)
    {
        var chance = perCent * 160 * (Full - strength) / Full;
        var draw = Draw("miss").TenThousandth();
        return draw >= chance ? 0 : draw < chance / 6 ? 2 : 1;
    }

    private int Count(int strength)
    {
        var steps = leaf.Rule is CountStepsRule rule ? rule.Steps : [];
        var most = (int)steps[0].AtLeast.Value;
        var ease = Ease(strength);
        return ease >= 6_500 ? most + Draw("more").Between(0, 1 + (most / 2))
            : ease >= 2_600 ? Draw("some").Between((int)steps[1].AtLeast.Value, most - 1)
            : 0;
    }

    private Quantity?[] Checked(int strength)
    {
        var items = leaf.Rule is ChecklistRule rule ? rule.Items : [];
        var all = items.Sum(item => item.Of);
        var (low, high) = Range(line.How[1]);
        var ticked = Math.Min(all, (int)Rounding.HalfAwayFromZero(all * (low + ((high - low) * Ease(strength) / 10_000m)) / 100m, 0));
        if (items.Count == 1) return [Quantity.Of(ticked)];
        // The one that is missing most often is the last: reports come late, plans do not.
        return [.. items.Select((_, i) => (Quantity?)Quantity.Of(i < ticked ? 1 : 0))];
    }

    private decimal Measured(int strength)
    {
        var (low, high) = line.Kind == "mean" ? (66m, 95m) : Range(line.How[1]);
        var ease = ((strength * 10) + ((Ease(strength) - (strength * 10)) / 3)) / 10_000m;
        return Rounding.HalfAwayFromZero(low + ((high - low) * Math.Clamp(ease, 0, 1)) + (Draw("hundredths").Between(-60, 60) / 100m), 2);
    }

    /// <summary>0 to 10,000: the unit's strength, and how this leaf happened to go.</summary>
    private int Ease(int strength) => Math.Clamp((strength * 10) + (((Draw("ease").TenThousandth() - 5_000) * 7) / 10), 0, 10_000);

    private int Argument(int at) => int.Parse(line.How[at], System.Globalization.CultureInfo.InvariantCulture);

    private static (decimal From, decimal To) Range(string text) => text.Split("..") is [var from, var to]
        ? (decimal.Parse(from, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(to, System.Globalization.CultureInfo.InvariantCulture))
        : throw new FormatException(text);

    private Seeded Draw(string what) => new(Seed.Value, unit.Code, leaf.Code.Value, what, what is "whole" ? "" : salt.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
