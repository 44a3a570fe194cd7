using ParIndex.Statistics.Estimation;

namespace ParIndex.Core.Surveys;

/// <summary>
/// One share under one mode, with what its interval needs: the mean over groups of items of their pooled shares R = Σt ÷ Σv, and for
/// each form the linearised value z = w ÷ K Σ (t − R v) ÷ Σv over the K groups that have answers.
/// </summary>
internal sealed class Estimate
{
    private readonly record struct Part(int First, int End, double Share, double Divisor);

    private readonly Part[] parts;
    private readonly FormMoments moments;
    private readonly int first, end;

    public Estimate(Tally tally, Node node, AggregationMode mode, int satisfiedFrom)
    {
        (Node, Mode, first, end) = (node, mode, node.First, node.End);
        moments = new(tally.Forms.Places);
        var groups = node.Groups(mode)
            .Select(group => (group.First, group.End, group.Code, Valid: tally.Weighted(group.First, group.End, 1))).ToList();
        LeftOut = groups.Count == 1 ? [] : [.. groups.Where(group => group.Valid == 0).Select(group => group.Code)];
        groups.RemoveAll(group => group.Valid == 0);
        var shares = groups.ConvertAll(group => ExactShare.Of(tally.Weighted(group.First, group.End, satisfiedFrom), group.Valid)!.Value);
        parts = [.. groups.Select((group, at) => new Part(group.First, group.End, shares[at].Value, (double)group.Valid * groups.Count))];
        Share = ExactShare.Mean(shares);
    }

    public Node Node { get; }
    public AggregationMode Mode { get; }
    public ExactShare? Share { get; }
    public IReadOnlyList<string> LeftOut { get; }

    /// <summary>Forms with at least one valid answer below.</summary>
    public int Forms { get; private set; }

    /// <summary>Takes in one valid form, counted once for all estimates.</summary>
    public void Add(FormSums sums)
    {
        var (z, answered) = (0.0, false);
        foreach (var part in parts)
        {
            var valid = sums.Valid[part.End] - sums.Valid[part.First];
            if (valid == 0) continue;
            answered = true;
            z += (sums.Satisfied[part.End] - sums.Satisfied[part.First] - (part.Share * valid)) / part.Divisor;
        }

        if (!answered) return;
        Forms++;
        moments.Add(sums.Place, z * sums.Weight);
    }

    /// <summary>95 % limits in per cent, or the reason why there are none.</summary>
    public (double? Low, double? High, Text? Why) Interval(bool simple)
    {
        if (Share is not { } share) return (null, null, SatisfactionText.NoValidAnswer);
        if (simple && end - first == 1)
        {
            var wilson = ShareInterval.Wilson(share.Value, Forms);
            return (wilson.Low * 100, wilson.High * 100, null);
        }

        var why = moments.TryInterval(share.Value, out var limits);
        return why == NoFormInterval.None
            ? (limits.Low * 100, limits.High * 100, null)
            : (null, null, SatisfactionText.TooFewForms(Forms));
    }
}
