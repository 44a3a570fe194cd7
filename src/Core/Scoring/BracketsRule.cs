using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>
/// The points of the first band that holds a ÷ b, each bound open or closed by itself, compared as exact fractions: 90.001 % is above 90.
/// Source: Cà Mau 1880/QĐ-UBND of 2013, criterion 1.1.4.
/// </summary>
public sealed record BracketsRule : RatioRule
{
    /// <summary>Best first.</summary>
    public required IReadOnlyList<Bracket> Bands { get; init; }

    /// <inheritdoc />
    public override Text InWords(Points max) => Words.Join("; ", Bands.Select(band =>
    {
        var (range, points) = (band.InWords, Words.Points(band.Points));
        return new Text($"{range.Vi}: {points.Vi}", $"{range.En}: {points.En}");
    }));

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<Points> Awards => [.. Bands.Select(band => band.Points)];

    /// <inheritdoc />
    public override IEnumerable<Finding> Check(string where, Points max) =>
        Bands.Count == 0
            ? [RuleFindings.Empty(where)]
            : [.. base.Check(where, max), .. RuleFindings.OfBands(where, this)];

    private protected override IEnumerable<Quantity> Bounds
    {
        get
        {
            foreach (var band in Bands)
            {
                if (band.From is { } from) yield return from;
                if (band.To is { } to) yield return to;
            }
        }
    }

    private protected override Score Of(long part, long whole, Points max, ScoreRounding rounding)
    {
        var bands = Bands;
        for (var i = 0; i < bands.Count; i++)
            if (bands[i].Holds(part, whole)) return Scoring.Score.Of(bands[i].Points, rounding, i);
        return new(Points.Zero, Branch: bands.Count);
    }

    private protected override IEnumerable<(Quantity At, decimal Way)> PartsAhead(Quantity part, Quantity whole)
    {
        var now = Band(part, whole);
        var better = new List<Quantity>();
        for (var band = 0; band < Bands.Count; band++)
        {
            if (band == now || (now < Bands.Count && Bands[band].Points <= Bands[now].Points)) continue;
            var (low, high) = (
                Bands[band].From is { } from ? Least(whole, from, above: !Bands[band].FromIncluded) : Quantity.Of(0),
                Bands[band].To is { } to ? Most(whole, to, below: !Bands[band].ToIncluded) : new Quantity(long.MaxValue));
            var at = low > part ? low : high;
            if (at != part && at >= Quantity.Of(0) && (MayExceed || at <= whole) && Band(at, whole) == band) better.Add(at);
        }

        if (better.Count == 0) yield break;
        var farthest = better.Max(at => Math.Abs(at.TenThousandths - part.TenThousandths));
        foreach (var at in better.OrderBy(at => Math.Abs(at.TenThousandths - part.TenThousandths)))
            yield return (at, (decimal)Math.Abs(at.TenThousandths - part.TenThousandths) / farthest);
    }

    private int Band(Quantity part, Quantity whole)
    {
        for (var i = 0; i < Bands.Count; i++)
            if (Bands[i].Holds(part.TenThousandths, whole.TenThousandths)) return i;
        return Bands.Count;
    }

    private protected override Text? Why(int branch) => branch < Bands.Count ? Bands[branch].InWords : new("ngoài mọi khoảng", "in no band");
}

/// <summary>A band of a share, in per cent.</summary>
public sealed record Bracket
{
    /// <summary>Lower bound; null: none.</summary>
    public Quantity? From { get; init; }
    public bool FromIncluded { get; init; } = true;

    /// <summary>Upper bound; null: none.</summary>
    public Quantity? To { get; init; }
    public bool ToIncluded { get; init; }

    public required Points Points { get; init; }

    /// <summary>"từ 70 % đến 90 %".</summary>
    [JsonIgnore]
    public Text InWords => Words.PercentRange(From?.Value, FromIncluded, To?.Value, ToIncluded);

    /// <summary>True when part ÷ whole, exactly, lies in the band; whole is positive.</summary>
    public bool Holds(long part, long whole)
    {
        var share = Math.BigMul(part, 100L * Core.Points.Scale);
        if (From is { } from)
        {
            var order = share.CompareTo(Math.BigMul(whole, from.TenThousandths));
            if (order < 0 || (order == 0 && !FromIncluded)) return false;
        }

        if (To is { } to)
        {
            var order = share.CompareTo(Math.BigMul(whole, to.TenThousandths));
            if (order > 0 || (order == 0 && !ToIncluded)) return false;
        }

        return true;
    }
}
