namespace ParIndex.Core.Appraisal;

/// <summary>A text somebody wrote about a leaf.</summary>
/// <param name="Unit">The unit it is about.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="By">Who wrote it: the unit's code, or the appraiser.</param>
/// <param name="Words">As written.</param>
/// <param name="Plain">The same without marks, case and punctuation, one blank between words.</param>
public sealed record WrittenText(UnitCode Unit, CriterionCode Leaf, string By, string Words, string Plain);

/// <summary>Texts that are alike.</summary>
/// <param name="Words">The text, as one of them has it.</param>
/// <param name="Places">Where it stands, by unit and leaf.</param>
/// <param name="Alike">Least share of common word triples among them, in per cent; 100: the same words.</param>
public sealed record TextGroup(string Words, IReadOnlyList<WrittenText> Places, int Alike);

/// <summary>
/// Văn bản giống nhau: the same words for different units, whatever the leaf; and for one leaf nearly the same (word triples, Broder 1997).
/// Short texts say too little to be copied. docs/method.md, "Signs in the scores".
/// </summary>
public static class SameTexts
{
    private const int LeastLength = 40, Alike = 80;

    /// <summary>Groups over at least <paramref name="units"/> units, the greatest first.</summary>
    public static IReadOnlyList<TextGroup> Of(IReadOnlyList<WrittenText> texts, int units = 2)
    {
        var groups = new List<TextGroup>();
        var single = new List<WrittenText>();
        foreach (var same in texts.Where(text => text.Plain.Length >= LeastLength).GroupBy(text => text.Plain, StringComparer.Ordinal))
        {
            if (same.Select(text => text.Unit).Distinct().Count() >= units) groups.Add(new(same.First().Words, InOrder(same), 100));
            else single.Add(same.First());
        }

        foreach (var leaf in single.GroupBy(text => text.Leaf)) groups.AddRange(NearlySame([.. leaf.OrderBy(text => text.Unit)], units));
        return [.. groups.OrderByDescending(group => group.Places.Count).ThenByDescending(group => group.Alike).ThenBy(group => group.Words, StringComparer.Ordinal)];
    }

    private static IEnumerable<TextGroup> NearlySame(WrittenText[] texts, int units)
    {
        HashSet<string>[] triples = [.. texts.Select(Triples)];
        var taken = new bool[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            if (taken[i]) continue;
            var (group, least) = (new List<WrittenText> { texts[i] }, 100);
            for (var j = i + 1; j < texts.Length; j++)
            {
                if (taken[j] || Common(triples[i], triples[j]) is var common && common < Alike) continue;
                taken[j] = true;
                group.Add(texts[j]);
                least = Math.Min(least, common);
            }

            if (group.Select(text => text.Unit).Distinct().Count() >= units) yield return new(texts[i].Words, InOrder(group), least);
        }
    }

    private static HashSet<string> Triples(WrittenText text)
    {
        var words = text.Plain.Split(' ');
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 2 < words.Length; i++) found.Add($"{words[i]} {words[i + 1]} {words[i + 2]}");
        return found;
    }

    /// <summary>Share of all their triples that both have, in whole per cent.</summary>
    private static int Common(HashSet<string> one, HashSet<string> other)
    {
        if (one.Count == 0 || other.Count == 0) return 0;
        var (small, great) = one.Count < other.Count ? (one, other) : (other, one);
        if (100 * small.Count < Alike * great.Count) return 0;
        var both = small.Count(great.Contains);
        return 100 * both / (one.Count + other.Count - both);
    }

    private static IReadOnlyList<WrittenText> InOrder(IEnumerable<WrittenText> texts) => [.. texts.OrderBy(text => text.Unit).ThenBy(text => text.Leaf)];
}
