namespace ParIndex.Core.Surveys;

/// <summary>Every share of one unit with its interval, and what of it may be published.</summary>
internal sealed class UnitEstimates
{
    /// <summary>Forms from which on the estimates are shared out over the cores: each is its own, so the figures stay the same.</summary>
    private const int Many = 100_000, Shared = 8;
    private static readonly AggregationMode[] Modes = Enum.GetValues<AggregationMode>();

    private readonly Survey survey;
    private readonly Node root;
    private readonly Dictionary<Node, Estimate> pooled;
    private readonly Dictionary<(Node, AggregationMode), Estimate> means;
    private readonly HashSet<Node> withheld;
    private readonly bool simple;

    public UnitEstimates(Survey survey, Node root, Tally tally, IReadOnlySet<Node>? revealed = null)
    {
        (this.survey, this.root, Tally) = (survey, root, tally);
        simple = !survey.Weighted && tally.Forms.Unplaced;
        pooled = root.SelfAndBelow.ToDictionary(node => node, node => Estimated(node, AggregationMode.PooledAnswers));
        means = [];
        foreach (var mode in Modes.Where(mode => mode is not (AggregationMode.PooledAnswers or AggregationMode.OverallQuestion)))
        {
            means[(root, mode)] = Estimated(root, mode);
            if (mode != survey.Mode) continue;
            foreach (var node in root.SelfAndBelow.Where(node => node != root && node.Groups(mode).Count > 1)) means[(node, mode)] = Estimated(node, mode);
        }

        if (survey.OverallItem is { } code)
        {
            var general = new Node(SatisfactionLevel.Overall, code, root.End, root.End + 1, []);
            means[(root, AggregationMode.OverallQuestion)] = Estimated(general, AggregationMode.OverallQuestion);
        }

        Estimate[] all = [.. pooled.Values, .. means.Values];
        if (tally.Forms.Count < Many)
        {
            Take(all);
        }
        else
        {
            Parallel.For(0, Shared, part => Take([.. all.Where((_, at) => at % Shared == part)]));
        }

        void Take(Estimate[] some)
        {
            var sums = new FormSums(root.End, survey.SatisfiedFrom);
            for (var form = 0; form < tally.Forms.Count; form++)
            {
                sums.Set(tally.Forms, form);
                foreach (var estimate in some) estimate.Add(sums);
            }
        }

        withheld = Suppression.Of(root, Forms, survey.MinimumBase, revealed);
    }

    public Tally Tally { get; }

    public int Forms(Node node) => pooled[node].Forms;

    public bool Hides(Node node) => withheld.Contains(node);

    public UnitSatisfaction Result(UnitCode unit)
    {
        var headline = Value(root, survey.Mode);
        return new UnitSatisfaction
        {
            Unit = unit,
            MethodVersion = survey.MethodVersion,
            Overall = headline,
            Details = [.. root.SelfAndBelow.Skip(1).OrderBy(node => node.Level).ThenBy(node => node.First).Select(node => Value(node, survey.Mode))],
            OtherModes =
            [
                .. Modes.Where(mode => mode != survey.Mode && (mode != AggregationMode.OverallQuestion || survey.OverallItem is not null))
                    .Select(mode => Value(root, mode)),
            ],
            Forms = Tally.Counts(),
            MeanScore = headline.Suppressed || Hides(root) || Tally.Weighted(0, root.End, 1) is var answers && answers == 0
                ? null
                : new MeanScore(Tally.WeightedLevelSum(0, root.End), answers),
            AboveThreshold = Above(headline),
        };
    }

    private Estimate Estimated(Node node, AggregationMode mode) => new(Tally, node, mode, survey.SatisfiedFrom);

    private SatisfactionValue Value(Node node, AggregationMode mode)
    {
        var estimate = means.GetValueOrDefault((node, mode)) ?? pooled[node];
        var general = estimate.Mode == AggregationMode.OverallQuestion;
        // Two equations about two withheld cells would give both away: besides the survey's own mode, no other is shown then.
        var hidden = general
            ? estimate.Forms > 0 && estimate.Forms < survey.MinimumBase
            : Hides(node) || (node == root && mode != survey.Mode && withheld.Count > 0);
        var mean = !general && estimate.Mode != AggregationMode.PooledAnswers;
        var counts = !hidden && !(mean && node.SelfAndBelow.Any(Hides));
        var (first, end) = (estimate.Node.First, estimate.Node.End);
        var (low, high, why) = hidden ? (null, null, SatisfactionText.Suppressed(survey.MinimumBase)) : estimate.Interval(simple);
        var satisfied = survey.SatisfiedFrom;
        var neutral = Math.Min(3, satisfied - 1);
        return new SatisfactionValue
        {
            Level = node.Level,
            Code = estimate.Node.Code,
            Mode = estimate.Mode,
            Exact = hidden ? null : estimate.Share?.ToPercent(),
            Published = hidden ? null : estimate.Share?.Published(survey.Places),
            Answers = Tally.Answers(first, end),
            Satisfied = counts ? Tally.Levels(first, end, satisfied, 5) : null,
            Neutral = counts ? Tally.Levels(first, end, neutral, satisfied - 1) : null,
            Dissatisfied = counts ? Tally.Levels(first, end, 1, neutral - 1) : null,
            Forms = estimate.Forms,
            Low = low,
            High = high,
            WhyNoInterval = why,
            Suppressed = hidden,
            Missing = Tally.Missing(first, end),
            LeftOut = estimate.LeftOut,
        };
    }

    private bool? Above(SatisfactionValue headline)
    {
        if (headline.Published is not { } published) return null;
        var line = survey.Threshold;
        var estimate = means.GetValueOrDefault((root, survey.Mode)) ?? pooled[root];
        var order = line.OnPublished ? published.CompareTo(line.Value) : estimate.Share!.Value.Against(line.Value);
        return line.OrEqual ? order >= 0 : order > 0;
    }
}
