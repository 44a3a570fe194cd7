using System.Numerics;

namespace ParIndex.Statistics.Quality;

/// <summary>
/// Forms that agree with another form on too many items (Kuriakose &amp; Robbins 2016); where most people answer alike honest forms agree
/// too (Simmons et al. 2016), so a pair is a reason to look. Answers are bits, one word a level and 64 items, compared by counting bits.
/// </summary>
public sealed class NearDuplicates
{
    private readonly ulong[][] bits;
    private readonly int levels, words, items;

    /// <param name="forms">Answers of each form, NaN for missing.</param>
    public NearDuplicates(double[][] forms)
    {
        items = forms.Length == 0 ? 0 : forms[0].Length;
        words = (items + 63) / 64;
        var values = forms.SelectMany(f => f).Where(v => !double.IsNaN(v)).Distinct().Order().ToArray();
        levels = values.Length;
        bits = [.. forms.Select(f =>
        {
            var own = new ulong[(levels + 1) * words];
            for (var q = 0; q < f.Length; q++)
            {
                if (double.IsNaN(f[q])) continue;
                own[Array.BinarySearch(values, f[q]) * words + q / 64] |= 1UL << (q % 64);
                own[levels * words + q / 64] |= 1UL << (q % 64);
            }
            return own;
        })];
    }

    /// <summary>Share of equal answers among the items both answered; NaN when they share fewer than half the items.</summary>
    public double Match(int a, int b)
    {
        var (x, y) = (bits[a], bits[b]);
        int equal = 0, both = 0;
        var split = levels * words;
        for (var i = 0; i < split; i++) equal += BitOperations.PopCount(x[i] & y[i]);
        for (var i = split; i < x.Length; i++) both += BitOperations.PopCount(x[i] & y[i]);
        return 2 * both < items || both == 0 ? double.NaN : equal / (double)both;
    }

    /// <summary>For each form the largest match with another (NaN when it shares too little with all) and how many reach the threshold.</summary>
    public (double Largest, int Partners)[] Largest(double threshold)
    {
        var found = new (double, int)[bits.Length];
        System.Threading.Tasks.Parallel.For(0, bits.Length, a =>
        {
            var (largest, partners) = (double.NaN, 0);
            for (var b = 0; b < bits.Length; b++)
            {
                if (a == b) continue;
                var match = Match(a, b);
                if (double.IsNaN(match)) continue;
                if (!(match <= largest)) largest = match;
                if (match >= threshold - 1e-12) partners++;
            }
            found[a] = (largest, partners);
        });
        return found;
    }

    /// <summary>The pairs at or above the threshold, in input order.</summary>
    public IEnumerable<(int A, int B, double Match)> Pairs(double threshold)
    {
        for (var a = 0; a < bits.Length; a++)
            for (var b = a + 1; b < bits.Length; b++)
                if (Match(a, b) is var m && m >= threshold - 1e-12) yield return (a, b, m);
    }
}
