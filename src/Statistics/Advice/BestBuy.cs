namespace ParIndex.Statistics.Advice;

/// <summary>An improvement that can be bought: at most one of each exclusive group (empty: free to combine).</summary>
public readonly record struct Improvement(double Cost, double Gain, string Exclusive = "");

/// <summary>A set of improvements, by their places in the list.</summary>
public sealed record Purchase(double Cost, double Gain, IReadOnlyList<int> Chosen);

/// <summary>
/// The cheapest set of improvements for a wanted gain, or the most gain for a budget: exact, by keeping every set that no other
/// both undercuts and outdoes (multiple-choice knapsack, Nemhauser &amp; Ullmann 1969). Rivals are held still; say so beside the result.
/// </summary>
public static class BestBuy
{
    private const double Slack = 1e-9;

    /// <summary>Least cost with at least so much gain, then most gain; null when no set reaches it.</summary>
    public static Purchase? Cheapest(IReadOnlyList<Improvement> options, double gain) =>
        Front(options, gain, double.PositiveInfinity).Where(p => p.Gain >= gain - Slack).OrderBy(p => p.Cost).ThenByDescending(p => p.Gain).FirstOrDefault()?.Bought();

    /// <summary>Most gain within the budget, then least cost.</summary>
    public static Purchase MostGain(IReadOnlyList<Improvement> options, double budget) =>
        Front(options, double.PositiveInfinity, budget).Where(p => p.Cost <= budget + Slack).OrderByDescending(p => p.Gain).ThenBy(p => p.Cost).First().Bought();

    // Sets that nothing outdoes; beyond the wanted gain only the cheapest matter (and of these the one that gains most), beyond the budget none.
    private static List<Set> Front(IReadOnlyList<Improvement> options, double enough, double budget)
    {
        var groups = Enumerable.Range(0, options.Count).GroupBy(i => options[i].Exclusive is { Length: > 0 } g ? g : $"\0{i}");
        var front = new List<Set> { new(0, 0, -1, null) };
        foreach (var group in groups)
        {
            var grown = new List<Set>(front);
            foreach (var i in group)
                foreach (var p in front)
                    if (p.Cost + options[i].Cost <= budget + Slack) grown.Add(new(p.Cost + options[i].Cost, p.Gain + options[i].Gain, i, p));
            front = [];
            var (best, bound) = (double.NegativeInfinity, double.PositiveInfinity);
            foreach (var p in grown.OrderBy(p => p.Cost).ThenByDescending(p => p.Gain))
            {
                if (p.Cost > bound + Slack) break;
                if (p.Gain <= best) continue;
                front.Add(p);
                best = p.Gain;
                if (best >= enough - Slack) bound = Math.Min(bound, p.Cost);
            }
        }
        return front;
    }

    private sealed record Set(double Cost, double Gain, int Last, Set? Rest)
    {
        public Purchase Bought()
        {
            var chosen = new List<int>();
            for (var set = this; set.Rest is not null; set = set.Rest) chosen.Add(set.Last);
            chosen.Reverse();
            return new(Cost, Gain, chosen);
        }
    }
}
