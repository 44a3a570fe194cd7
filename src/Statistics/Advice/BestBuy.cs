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
        Front(options).Where(p => p.Gain >= gain - Slack).OrderBy(p => p.Cost).ThenByDescending(p => p.Gain).FirstOrDefault();

    /// <summary>Most gain within the budget, then least cost.</summary>
    public static Purchase MostGain(IReadOnlyList<Improvement> options, double budget) =>
        Front(options).Where(p => p.Cost <= budget + Slack).OrderByDescending(p => p.Gain).ThenBy(p => p.Cost).First();

    private static List<Purchase> Front(IReadOnlyList<Improvement> options)
    {
        var groups = Enumerable.Range(0, options.Count).GroupBy(i => options[i].Exclusive is { Length: > 0 } g ? g : $"\0{i}");
        var front = new List<Purchase> { new(0, 0, []) };
        foreach (var group in groups)
        {
            var grown = new List<Purchase>(front);
            foreach (var i in group)
                grown.AddRange(front.Select(p => new Purchase(p.Cost + options[i].Cost, p.Gain + options[i].Gain, [.. p.Chosen, i])));
            front = [];
            var best = double.NegativeInfinity;
            foreach (var p in grown.OrderBy(p => p.Cost).ThenByDescending(p => p.Gain))
            {
                if (p.Gain <= best) continue;
                front.Add(p);
                best = p.Gain;
            }
        }
        return front;
    }
}
