using System.Numerics;
using ParIndex.Core.Surveys;
using ParIndex.Statistics.Estimation;

namespace ParIndex.Core.Questionnaires;

/// <summary>The mean points of a unit on the whole form, a factor or an item of an expert questionnaire, in per cent of the maximum.</summary>
/// <param name="Level">Whole, content, factor or item.</param>
/// <param name="Code">Its code; <c>all</c> for the whole.</param>
/// <param name="Mean">From 0 to 100, rounded once, half up, to two decimals; null: no valid answer, or suppressed.</param>
/// <param name="Low">95 % interval; null: undefined or suppressed.</param>
/// <param name="High">95 % interval; null: undefined or suppressed.</param>
/// <param name="Forms">Forms with a valid answer below.</param>
/// <param name="Suppressed">Fewer forms than the minimum base, or a neighbour that a subtraction would reveal.</param>
public sealed record PointsValue(SatisfactionLevel Level, string Code, decimal? Mean, double? Low, double? High, int Forms, bool Suppressed);

/// <summary>Mean points of one unit: the whole first, then contents, factors and items in order.</summary>
public sealed record UnitPoints(UnitCode Unit, int Forms, IReadOnlyList<PointsValue> Values)
{
    /// <summary>What is measured of a code; null: there is no such.</summary>
    public PointsValue? Of(string code) => Values.FirstOrDefault(value => value.Code == code);
}

/// <summary>
/// Points of an expert questionnaire (điều tra xã hội học): every level is worth what its mapping says, answers of an item, factor or the
/// whole are pooled, Σ w·p ÷ Σ w, with the form (or its cluster) as unit of the interval. docs/method.md, "Expert questionnaires".
/// </summary>
public sealed class PointsComputing
{
    private const int Places = 2;
    private readonly Survey survey;
    private readonly Node root;
    private readonly long[][] worth;
    private readonly Dictionary<UnitCode, CountedForms> units;

    /// <param name="questionnaire">With a mapping for the scale of every item.</param>
    /// <param name="survey">Its method, as <see cref="MethodOfForm"/> gives it.</param>
    /// <param name="units">The units that may be judged.</param>
    public PointsComputing(Questionnaire questionnaire, Survey survey, IReadOnlyList<UnitCode> units)
    {
        this.survey = survey;
        root = Node.Root(survey);
        worth = [.. MethodOfForm.Items(questionnaire).Select(item => WorthOf(questionnaire, item))];
        this.units = units.ToDictionary(unit => unit, _ => new CountedForms(root.End + 1));
    }

    /// <summary>Takes in a form; one without a single level is passed over, and in a weighted survey one without a weight.</summary>
    public void Add(Form form)
    {
        if (!units.TryGetValue(form.Unit, out var unit) || !form.Consent || form.Answers.All(answer => answer.Kind != AnswerKind.Level)) return;
        if (!survey.Weighted) unit.Add(form, 1);
        else if (FormChecking.ScaledWeight(form) is { } weight) unit.Add(form, weight);
    }

    /// <summary>One entry for each unit, in the order they were given in.</summary>
    public IReadOnlyList<UnitPoints> Units() => [.. units.Select(unit => Of(unit.Key, unit.Value))];

    private UnitPoints Of(UnitCode unit, CountedForms forms)
    {
        var nodes = root.SelfAndBelow.OrderBy(node => node.Level).ThenBy(node => node.First).ToArray();
        var sums = nodes.Select(_ => new Sums(forms.Places)).ToArray();
        Each(forms, nodes, (node, form, points, answers) =>
        {
            var sum = sums[node];
            sum.Forms++;
            sum.Points += (Int128)forms.Weight(form) * points;
            sum.Answers += forms.Weight(form) * (long)answers;
        });
        Each(forms, nodes, (node, form, points, answers) =>
        {
            var sum = sums[node];
            // Points count in ten-thousandths of a per cent: a million is the whole.
            var value = forms.Weight(form) * ((points / 1_000_000.0) - (sum.Share * answers)) / sum.Answers;
            sum.Moments.Add(forms.Place(form), value);
        });
        var hidden = Suppression.Of(root, node => sums[Array.IndexOf(nodes, node)].Forms, survey.MinimumBase);
        return new(unit, forms.Count, [.. nodes.Select((node, at) => Value(node, sums[at], hidden.Contains(node)))]);
    }

    private void Each(CountedForms forms, Node[] nodes, Action<int, int, long, int> take)
    {
        for (var form = 0; form < forms.Count; form++)
        {
            var levels = forms.Levels(form);
            for (var node = 0; node < nodes.Length; node++)
            {
                var (points, answers) = (0L, 0);
                for (var item = nodes[node].First; item < nodes[node].End; item++)
                {
                    if (levels[item] == 0 || worth[item][levels[item]] < 0) continue;
                    points += worth[item][levels[item]];
                    answers++;
                }

                if (answers > 0) take(node, form, points, answers);
            }
        }
    }

    private static PointsValue Value(Node node, Sums sum, bool hidden)
    {
        if (hidden || sum.Answers == 0) return new(node.Level, node.Code, null, null, null, sum.Forms, hidden);
        var mean = Rounding.Divide((BigInteger)sum.Points, (BigInteger)sum.Answers * 10_000, Places, RoundingMode.HalfAwayFromZero);
        return sum.Moments.TryInterval(sum.Share, out var limits) == NoFormInterval.None
            ? new(node.Level, node.Code, mean, limits.Low * 100, limits.High * 100, sum.Forms, false)
            : new(node.Level, node.Code, mean, null, null, sum.Forms, false);
    }

    /// <summary>Ten-thousandths of a per cent by level; −1: the level is worth nothing that is said.</summary>
    private static long[] WorthOf(Questionnaire questionnaire, ScaleQuestion item)
    {
        var worth = Enumerable.Repeat(-1L, 256).ToArray();
        foreach (var level in questionnaire.Mappings.FirstOrDefault(mapping => mapping.Scale == item.Scale)?.Points ?? [])
            worth[level.Level] = (long)Rounding.HalfAwayFromZero(level.Percent * 10_000, 0);
        return worth;
    }

    private sealed class Sums(IReadOnlyList<(string? Stratum, string? Cluster)> places)
    {
        public int Forms { get; set; }
        public Int128 Points { get; set; }
        public long Answers { get; set; }
        public FormMoments Moments { get; } = new(places);
        public double Share => (double)Points / Answers / 1_000_000.0;
    }
}
