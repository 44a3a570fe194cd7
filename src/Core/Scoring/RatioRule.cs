using System.Globalization;
using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>
/// What the rules on a share have in common: two counted or measured inputs, a ÷ b × 100 compared exactly and never rounded in between.
/// Source: docs/method.md, "Scoring rules".
/// </summary>
public abstract record RatioRule : ScoringRule
{
    /// <summary>a × <see cref="PerCent"/> against b × a bound in ten-thousandths of a per cent.</summary>
    private protected const int PerCent = 100 * 10_000;

    private InputCache cache;

    /// <summary>The part.</summary>
    [JsonPropertyOrder(-4)]
    public required RuleInput Numerator { get; init { field = value; cache = default; } }

    /// <summary>The whole; 0 means that nothing arose in the year.</summary>
    [JsonPropertyOrder(-3)]
    public required RuleInput Denominator { get; init { field = value; cache = default; } }

    /// <summary>True where the numerator is no part of the denominator and may exceed it: revenue against estimate, this year against last.</summary>
    [JsonPropertyOrder(-2)]
    public bool MayExceed { get; init; }

    /// <summary>True where the whole is never 0 (a year's plan has tasks, a district has communes): a 0 is then a mistake, not "nothing arose".</summary>
    [JsonPropertyOrder(-1)]
    public bool AlwaysArises { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<RuleInput> Inputs => cache.Of(Numerator, Denominator);

    /// <inheritdoc />
    public override Finding? CheckInputs(string where, ReadOnlySpan<Quantity?> inputs)
    {
        if (base.CheckInputs(where, inputs) is { } wrong) return wrong;
        if (inputs[0] is not { } part || inputs[1] is not { } whole) return null;
        if (whole.TenThousandths == 0 && part.TenThousandths > 0) return InputFindings.WithoutWhole(where, Numerator, Denominator, part);
        if (whole.TenThousandths == 0 && AlwaysArises) return InputFindings.NeverNought(where, Denominator);
        return part > whole && !MayExceed ? InputFindings.AboveWhole(where, Numerator, Denominator, part, whole) : null;
    }

    private protected override Score Decide(ReadOnlySpan<Quantity?> inputs, Points max, ScoreRounding rounding)
    {
        var part = inputs[0].GetValueOrDefault().TenThousandths;
        var whole = inputs[1].GetValueOrDefault().TenThousandths;
        if (part < 0 || whole < 0 || (whole == 0 && (part > 0 || AlwaysArises)) || !FitsKind(Numerator, part) || !FitsKind(Denominator, whole))
            return Scoring.Score.Invalid;
        return whole == 0 ? Scoring.Score.NothingArose : Of(MayExceed ? part : Math.Min(part, whole), whole, max, rounding);
    }

    /// <summary>The points of part ÷ whole; whole is positive.</summary>
    private protected abstract Score Of(long part, long whole, Points max, ScoreRounding rounding);

    /// <summary>Why this branch, in a few words after the points; null: the points say it.</summary>
    private protected abstract Text? Why(int branch);

    /// <summary>The bounds a printed share must not seem to lie on when it does not.</summary>
    private protected abstract IEnumerable<Quantity> Bounds { get; }

    private protected override Text Render(Score score, ReadOnlySpan<Quantity?> inputs, Points max, List<WorkingStep>? steps)
    {
        var (part, whole) = (inputs[0].GetValueOrDefault(), inputs[1].GetValueOrDefault());
        var places = PlacesThatTell(part, whole, out var printed);
        steps?.Add(new("percent", printed.ToString(CultureInfo.InvariantCulture)));
        var (a, b, x, points) = (Words.Number(part), Words.Number(whole), Words.Percent(printed, places), Words.Points(score.Points));
        var why = Why(score.Branch);
        return new(
            $"{a.Vi}/{b.Vi} {Numerator.Label.Vi} = {x.Vi} → {points.Vi}{(why is null ? "" : $" ({why.Vi})")}",
            $"{a.En}/{b.En} {Numerator.Label.En} = {x.En} → {points.En}{(why is null ? "" : $" ({why.En})")}");
    }

    /// <summary>
    /// Shares, in per cent, around which the points jump by a hundredth of the maximum at least, lowest first: the units that lie just on the
    /// better side are worth a look.
    /// </summary>
    public IEnumerable<Jump> Jumps(Points max, ScoreRounding rounding)
    {
        const long Thousand = 1_000_000L * 10_000;
        foreach (var bound in Bounds.Distinct().Order())
        {
            if (bound.TenThousandths <= 0 || (bound >= Quantity.Of(100) && !MayExceed)) continue;
            var at = Thousand / PerCent * bound.TenThousandths;
            var (below, on, above) = (Of(at - 1, Thousand, max, rounding).Points, Of(at, Thousand, max, rounding).Points, Of(at + 1, Thousand, max, rounding).Points);
            if (Math.Abs(above.TenThousandths - below.TenThousandths) * 100 >= max.TenThousandths) yield return new(bound, above > below, above > below == (on == above));
        }
    }

    /// <summary>Part ÷ whole, exactly compared with a jump: negative below it; null when there is no share.</summary>
    public static Int128? Against(Jump jump, Quantity part, Quantity whole) => whole.TenThousandths <= 0 || part.TenThousandths < 0
        ? null
        : ((Int128)part.TenThousandths * PerCent) - ((Int128)whole.TenThousandths * jump.At.TenThousandths);

    /// <inheritdoc />
    public override IEnumerable<RuleStep> Ahead(IReadOnlyList<Quantity> inputs)
    {
        var (part, whole) = (inputs[0], inputs[1]);
        if (whole.TenThousandths <= 0) yield break;
        foreach (var (at, way) in PartsAhead(MayExceed ? part : new(Math.Min(part.TenThousandths, whole.TenThousandths)), whole))
        {
            var (now, then) = (Rounding.Share(part.TenThousandths, whole.TenThousandths, 2), Rounding.Share(at.TenThousandths, whole.TenThousandths, 2));
            var (moved, total, a, b) = (RuleStep.Moved(Numerator.Label, part, at), Words.Number(whole), Words.Percent(now, 2), Words.Percent(then, 2));
            yield return new([at, whole], new($"{moved.Vi} trên {total.Vi} ({a.Vi} → {b.Vi})", $"{moved.En} of {total.En} ({a.En} → {b.En})"), way);
        }
    }

    /// <summary>Parts that could earn more of the same whole, nearest first, and how much of the way to the maximum each is.</summary>
    private protected virtual IEnumerable<(Quantity At, decimal Way)> PartsAhead(Quantity part, Quantity whole)
    {
        var full = Least(whole, FullAt);
        return full > part ? RuleStep.Between(part, full, Numerator.Kind) : [];
    }

    /// <summary>Per cent at which the maximum is earned.</summary>
    private protected virtual Quantity FullAt => Quantity.Of(100);

    /// <summary>The least part, in whole cases where cases are counted, that is at least so many per cent of the whole.</summary>
    private protected Quantity Least(Quantity whole, Quantity percent, bool above = false)
    {
        var grain = Numerator.Kind == InputKind.Count ? Points.Scale : 1L;
        var reach = (Int128)whole.TenThousandths * percent.TenThousandths;
        var (grains, rest) = Int128.DivRem(reach, (Int128)PerCent * grain);
        return new((long)(grains + (rest > 0 || above ? 1 : 0)) * grain);
    }

    /// <summary>The greatest part, in whole cases where cases are counted, that is at most so many per cent of the whole.</summary>
    private protected Quantity Most(Quantity whole, Quantity percent, bool below)
    {
        var grain = Numerator.Kind == InputKind.Count ? Points.Scale : 1L;
        var (grains, rest) = Int128.DivRem((Int128)whole.TenThousandths * percent.TenThousandths, (Int128)PerCent * grain);
        return new((long)(grains - (rest == 0 && below ? 1 : 0)) * grain);
    }

    private static bool FitsKind(RuleInput input, long value) => input.Kind != InputKind.Count || value % Points.Scale == 0;

    /// <summary>Two decimals, and more where two would print a bound that the exact share only comes near: 90.001 %, not 90.00 %.</summary>
    private int PlacesThatTell(Quantity part, Quantity whole, out decimal printed)
    {
        for (var places = 2; ; places++)
        {
            printed = Rounding.Share(part.TenThousandths, whole.TenThousandths, places);
            if (places == 12 || !SeemsOnBound(printed, part, whole)) return places;
        }
    }

    private bool SeemsOnBound(decimal shown, Quantity part, Quantity whole)
    {
        foreach (var bound in Bounds)
            if (bound.Value == shown && (Int128)part.TenThousandths * PerCent != (Int128)whole.TenThousandths * bound.TenThousandths) return true;
        return false;
    }
}

/// <summary>Where the points of a share jump.</summary>
/// <param name="At">The share, in per cent.</param>
/// <param name="MoreIsBetter">True when a greater share earns more.</param>
/// <param name="OnIsBetter">True when the share itself earns the better points.</param>
public readonly record struct Jump(Quantity At, bool MoreIsBetter, bool OnIsBetter);
