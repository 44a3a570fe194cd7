using System.Runtime.InteropServices;
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
    private readonly int satisfiedFrom;
    private readonly Dictionary<string, Moments> strata = [];
    private readonly Dictionary<(string Stratum, string Cluster), double> clusters = [];
    private readonly int first, end;

    public Estimate(Tally tally, Node node, AggregationMode mode, int satisfiedFrom)
    {
        this.satisfiedFrom = satisfiedFrom;
        (Node, Mode, first, end) = (node, mode, node.First, node.End);
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

    /// <summary>Takes in one valid form.</summary>
    public void Add(Form form, long weight)
    {
        var (z, answered) = (0.0, false);
        foreach (var part in parts)
        {
            var (satisfied, valid) = Count(form, part.First, part.End);
            if (valid == 0) continue;
            answered = true;
            z += (satisfied - (part.Share * valid)) / part.Divisor;
        }

        if (!answered) return;
        Forms++;
        var stratum = form.Stratum ?? "";
        if (form.Cluster is { } cluster)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(clusters, (stratum, cluster), out _);
            sum += z * weight;
        }
        else
        {
            ref var moments = ref CollectionsMarshal.GetValueRefOrAddDefault(strata, stratum, out _);
            moments = moments.With(z * weight);
        }
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

        foreach (var ((stratum, _), sum) in clusters.OrderBy(pair => pair.Key))
        {
            ref var moments = ref CollectionsMarshal.GetValueRefOrAddDefault(strata, stratum, out _);
            moments = moments.With(sum);
        }

        clusters.Clear();
        var why = FormInterval.TryOf(share.Value, strata.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value), out var limits);
        return why == NoFormInterval.None
            ? (limits.Low * 100, limits.High * 100, null)
            : (null, null, SatisfactionText.TooFewForms(Forms));
    }

    private (int Satisfied, int Valid) Count(Form form, int from, int to)
    {
        var (satisfied, valid) = (0, 0);
        for (var item = from; item < to; item++)
        {
            var answer = item < form.Answers.Length ? form.Answers[item] : form.Overall;
            if (answer.Kind != AnswerKind.Level) continue;
            valid++;
            if (answer.Level >= satisfiedFrom) satisfied++;
        }

        return (satisfied, valid);
    }
}
