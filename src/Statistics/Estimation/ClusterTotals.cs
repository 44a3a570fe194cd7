namespace ParIndex.Statistics.Estimation;

/// <summary>
/// Shares of many items by stratum out of one pass: for every cluster and item the sum of the weights of the satisfied and of those who
/// answered. Everything else comes from those tables, so memory depends on clusters × items, not on the number of forms. Each stratum is
/// also the domain reported on (a province with its wards).
/// </summary>
public sealed class ClusterTotals
{
    private readonly int items;
    private readonly float[] satisfiedOf = new float[256];
    private readonly float[] answeredOf = new float[256];
    private readonly List<int> strata = [];
    private double[] totals = [];

    /// <param name="items">Items of a form.</param>
    /// <param name="satisfiedFrom">Lowest answer that counts as satisfied; 0 is no answer.</param>
    /// <param name="highest">Highest answer of the scale.</param>
    public ClusterTotals(int items, int satisfiedFrom, int highest)
    {
        this.items = items;
        for (var a = 1; a <= highest; a++)
        {
            answeredOf[a] = 1;
            if (a >= satisfiedFrom) satisfiedOf[a] = 1;
        }
        Highest = highest;
    }

    /// <summary>Highest answer of the scale.</summary>
    public int Highest { get; }

    /// <summary>Forms taken in.</summary>
    public long Forms { get; private set; }

    public int Clusters => strata.Count;

    /// <summary>Opens a cluster of a stratum and returns its number.</summary>
    public int AddCluster(int stratum)
    {
        strata.Add(stratum);
        var need = strata.Count * items * 2;
        if (totals.Length < need) Array.Resize(ref totals, Math.Max(need, 2 * totals.Length));
        return strata.Count - 1;
    }

    /// <summary>Adds a form: one byte an item, 0 for no answer.</summary>
    public void Add(int cluster, double weight, ReadOnlySpan<byte> answers)
    {
        if (!(weight >= 0) || double.IsInfinity(weight)) throw new BadInputException("weight", $"form {Forms + 1}", "A weight is missing, negative or infinite");
        var row = totals.AsSpan(cluster * items * 2, items * 2);
        for (var q = 0; q < items; q++)
        {
            var a = answers[q];
            if (a > Highest) throw new BadInputException("answer-outside-scale", $"form {Forms + 1}, item {q + 1}", "An answer lies outside the scale");
            row[2 * q] += weight * satisfiedOf[a];
            row[2 * q + 1] += weight * answeredOf[a];
        }
        Forms++;
    }

    /// <summary>
    /// Takes in the totals of another pass: workers count blocks apart and are added in a fixed order. For each own cluster its number
    /// in the other pass, -1 when it had none.
    /// </summary>
    public void Add(ClusterTotals other, ReadOnlySpan<int> numbers)
    {
        if (other.items != items || numbers.Length != Clusters) throw new ArgumentException("The clusters differ", nameof(other));
        for (var c = 0; c < numbers.Length; c++)
        {
            if (numbers[c] < 0) continue;
            var mine = totals.AsSpan(c * items * 2, items * 2);
            var theirs = other.totals.AsSpan(numbers[c] * items * 2, items * 2);
            for (var i = 0; i < mine.Length; i++) mine[i] += theirs[i];
        }
        Forms += other.Forms;
    }

    /// <summary>A share with its error: undefined errors have their reason.</summary>
    public readonly record struct Share(int Stratum, int Item, Figure Value, Figure Error, int Clusters);

    /// <summary>Every item in every stratum, in the order of the strata's numbers.</summary>
    /// <param name="population">Clusters there are in a stratum; infinity: no correction.</param>
    public Share[] Shares(Func<int, double> population)
    {
        var byStratum = Enumerable.Range(0, Clusters).GroupBy(c => strata[c]).OrderBy(g => g.Key).ToArray();
        var result = new Share[byStratum.Length * items];
        System.Threading.Tasks.Parallel.For(0, byStratum.Length, s =>
        {
            var clusters = byStratum[s].ToArray();
            for (var q = 0; q < items; q++) result[s * items + q] = One(byStratum[s].Key, q, clusters, population(byStratum[s].Key));
        });
        return result;
    }

    private Share One(int stratum, int item, int[] clusters, double population)
    {
        double top = 0, bottom = 0, n = clusters.Length;
        foreach (var c in clusters)
        {
            top += totals[(c * items + item) * 2];
            bottom += totals[(c * items + item) * 2 + 1];
        }
        if (bottom == 0) return new(stratum, item, Figure.Because(Undefined.NoAnswers), Figure.Because(Undefined.NoAnswers), clusters.Length);
        var share = top / bottom;
        if (n < 2) return new(stratum, item, Figure.Of(share, Undefined.NoAnswers), Figure.Because(Undefined.OneCluster), clusters.Length);
        // Everybody alike: nothing to estimate an error from, which is not an error of 0.
        if (share is 0 or 1) return new(stratum, item, Figure.Of(share, Undefined.NoAnswers), Figure.Because(Undefined.NoSpread), clusters.Length);
        // The linearised totals of the clusters add up to 0, so their mean is 0.
        double sum = 0;
        foreach (var c in clusters)
        {
            var z = (totals[(c * items + item) * 2] - share * totals[(c * items + item) * 2 + 1]) / bottom;
            sum += z * z;
        }
        var left = double.IsInfinity(population) ? 1 : (population - n) / population;
        return new(stratum, item, Figure.Of(share, Undefined.NoAnswers), Figure.Of(Math.Sqrt(left * n / (n - 1) * sum), Undefined.OneCluster), clusters.Length);
    }
}
