using System.Text;

namespace ParIndex.SampleCity;

/// <summary>
/// Draws that are the same on every machine and for ever: SplitMix64 (Steele, Lea, Flood 2014), started from the seed and the words of what is drawn,
/// so that a new draw does not move the others.
/// </summary>
public struct Seeded
{
    private ulong state;

    public Seeded(ulong seed, params ReadOnlySpan<string> words)
    {
        state = 14695981039346656037UL ^ seed;
        foreach (var word in words)
        {
            // FNV-1a; the zero keeps "a","bc" and "ab","c" apart.
            foreach (var value in Encoding.UTF8.GetBytes(word)) state = unchecked((state ^ value) * 1099511628211UL);
            state = unchecked((state ^ 0) * 1099511628211UL);
        }
    }

    public ulong Next()
    {
        unchecked
        {
            var z = state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A whole number from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    public int Between(int from, int to) => from + (int)(Next() % (ulong)((to - from) + 1));

    /// <summary>0 to 9,999.</summary>
    public int TenThousandth() => Between(0, 9_999);

    public bool Chance(int perCent) => Between(0, 99) < perCent;

    public T Pick<T>(IReadOnlyList<T> list) => list[Between(0, list.Count - 1)];
}
