using ParIndex.Core.Cycles;

namespace ParIndex.Core.Surveys;

/// <summary>
/// Satisfaction out of forms that come one after the other and are not kept: a byte an answer stays, so that millions fit. Forms without a
/// token may be added for different units at the same time.
/// </summary>
public sealed class SatisfactionCounting
{
    private readonly Survey survey;
    private readonly Node root;
    private readonly Dictionary<UnitCode, SortedDictionary<string, Tally>> tallies;
    private readonly HashSet<string> tokens = new(StringComparer.Ordinal);
    private UnitEstimates[]? estimates;

    /// <param name="survey">The method.</param>
    /// <param name="units">The units of the year; those without a survey are passed over.</param>
    public SatisfactionCounting(Survey survey, IReadOnlyList<Unit> units)
    {
        this.survey = survey;
        root = Node.Root(survey);
        tallies = units.Where(unit => unit.SatisfactionMeasured).ToDictionary(unit => unit.Code, _ => new SortedDictionary<string, Tally>(StringComparer.Ordinal));
    }

    /// <summary>Takes a form in, in the order of collection; of two with one token, the first valid one stands.</summary>
    /// <param name="form">The form.</param>
    /// <param name="channel">How it came, for figures by channel.</param>
    public void Add(Form form, string channel = "")
    {
        if (!tallies.TryGetValue(form.Unit, out var channels)) return;
        if (!channels.TryGetValue(channel, out var tally)) channels[channel] = tally = new Tally(survey, root.End);
        tally.Add(form, FormChecking.Check(survey, form, tokens));
    }

    /// <summary>One entry for each unit that is measured, in the order of the units.</summary>
    public IReadOnlyList<UnitSatisfaction> Units() => [.. Estimates().Zip(tallies.Keys, (one, unit) => one.Result(unit))];

    /// <summary>All units pooled, as <see cref="SatisfactionComputing.All"/>.</summary>
    public UnitSatisfaction Pooled()
    {
        var parts = Estimates().Where(part => !part.Hides(root)).ToList();
        var pooled = Together(parts.Select(part => part.Tally));
        var revealed = new HashSet<Node>();
        foreach (var node in root.SelfAndBelow)
        {
            var hidden = parts.Where(part => part.Hides(node)).ToList();
            if (hidden.Count == 1 || (hidden.Count > 1 && hidden.Sum(part => part.Forms(node)) < survey.MinimumBase)) revealed.Add(node);
        }

        return new UnitEstimates(survey, root, pooled, revealed).Result(SatisfactionComputing.All);
    }

    /// <summary>
    /// Every channel over all units. A channel is withheld with too few forms, and another with it where the whole would give it away; so is
    /// a cell of a channel that is alone in being withheld.
    /// </summary>
    public IReadOnlyList<(string Channel, UnitSatisfaction Found)> Channels()
    {
        var names = tallies.Values.SelectMany(one => one.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var counted = new Tally[names.Length];
        for (var i = 0; i < names.Length; i++) counted[i] = Together(tallies.Values.Select(one => one.GetValueOrDefault(names[i])).OfType<Tally>());
        return [.. names.Zip(Covered(counted))];
    }

    /// <summary>Every channel of one unit, withheld as <see cref="Channels"/>.</summary>
    public IReadOnlyList<(string Channel, UnitSatisfaction Found)> ChannelsOf(UnitCode unit) =>
        tallies.TryGetValue(unit, out var channels) ? [.. channels.Keys.Zip(Covered([.. channels.Values]))] : [];

    private UnitSatisfaction[] Covered(Tally[] parts)
    {
        var open = parts.Select(part => new UnitEstimates(survey, root, part)).ToArray();
        var revealed = parts.Select(_ => new HashSet<Node>()).ToArray();
        foreach (var node in root.SelfAndBelow)
            foreach (var part in Suppression.Among([.. open.Select(one => one.Forms(node))], [.. open.Select(one => one.Hides(node))], survey.MinimumBase))
                revealed[part].Add(node);
        return [.. parts.Select((part, i) => (revealed[i].Count == 0 ? open[i] : new UnitEstimates(survey, root, part, revealed[i])).Result(SatisfactionComputing.All))];
    }

    private Tally Together(IEnumerable<Tally> parts)
    {
        var whole = new Tally(survey, root.End);
        foreach (var part in parts) whole.Take(part);
        return whole;
    }

    private UnitEstimates[] Estimates()
    {
        if (estimates is not null) return estimates;
        var list = tallies.Values.ToArray();
        var made = new UnitEstimates[list.Length];
        Parallel.For(0, list.Length, unit => made[unit] = new UnitEstimates(survey, root,
            list[unit].Count == 1 ? list[unit].Values.First() : Together(list[unit].Values)));
        return estimates = made;
    }
}
