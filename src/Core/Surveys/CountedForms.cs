namespace ParIndex.Core.Surveys;

/// <summary>Valid forms in little room: one byte an answer (0: no level), the weight, and where the sample had them. Millions fit in memory.</summary>
internal sealed class CountedForms(int width)
{
    private readonly List<long> weights = [];
    private readonly List<int> places = [];
    private readonly List<(string? Stratum, string? Cluster)> table = [];
    private readonly Dictionary<(string? Stratum, string? Cluster), int> known = [];
    private byte[] levels = new byte[width * 16];

    public int Count => weights.Count;

    /// <summary>True when no form names a stratum or a cluster.</summary>
    public bool Unplaced { get; private set; } = true;

    public ReadOnlySpan<byte> Levels(int form) => levels.AsSpan(form * width, width);

    public long Weight(int form) => weights[form];

    /// <summary>Number of the form's place in <see cref="Places"/>.</summary>
    public int Place(int form) => places[form];

    /// <summary>Every stratum and cluster that a form has, once.</summary>
    public IReadOnlyList<(string? Stratum, string? Cluster)> Places => table;

    /// <summary>Adds a form; the general question stands last.</summary>
    public void Add(Form form, long weight)
    {
        Grow(1);
        var row = levels.AsSpan(Count * width, width);
        for (var item = 0; item < width - 1; item++) row[item] = Level(form.Answers[item]);
        row[width - 1] = Level(form.Overall);
        Place(weight, form.Stratum, form.Cluster);
    }

    /// <summary>Adds all forms of another unit.</summary>
    public void Add(CountedForms other)
    {
        Grow(other.Count);
        other.levels.AsSpan(0, other.Count * width).CopyTo(levels.AsSpan(Count * width));
        weights.AddRange(other.weights);
        int[] renumbered = [.. other.table.Select(NumberOf)];
        foreach (var place in other.places) places.Add(renumbered[place]);
        Unplaced &= other.Unplaced;
    }

    private void Place(long weight, string? stratum, string? cluster)
    {
        weights.Add(weight);
        places.Add(NumberOf((stratum, cluster)));
        Unplaced &= stratum is null && cluster is null;
    }

    private int NumberOf((string? Stratum, string? Cluster) place)
    {
        if (known.TryGetValue(place, out var number)) return number;
        table.Add(place);
        return known[place] = table.Count - 1;
    }

    private void Grow(int more)
    {
        if ((Count + more) * width > levels.Length) Array.Resize(ref levels, Math.Max((Count + more) * width, levels.Length * 2));
    }

    private static byte Level(Answer answer) => answer.Kind == AnswerKind.Level ? answer.Level : (byte)0;
}
