using ParIndex.Statistics.Distributions;

namespace ParIndex.Statistics.Resampling;

/// <summary>
/// Random numbers without state: the draw of a replicate and unit depends on seed, replicate and unit alone (the finaliser of
/// Steele, Lea &amp; Flood 2014, "SplitMix", applied three times), so a result is the same on any number of cores.
/// </summary>
public readonly struct Draws(ulong seed)
{
    private readonly ulong key = Mix(seed ^ 0x9E3779B97F4A7C15UL);

    /// <summary>Uniform on the open interval 0..1.</summary>
    public double Uniform(int replicate, int unit) => ((Bits(replicate, unit) >> 11) + 0.5) * (1.0 / 9007199254740992.0);

    /// <summary>Standard normal, by the quantile function: one draw, one number.</summary>
    public double Gaussian(int replicate, int unit) => Normal.Quantile(Uniform(replicate, unit));

    /// <summary>64 random bits.</summary>
    public ulong Bits(int replicate, int unit) => unchecked(Mix(Mix(key + (ulong)replicate * 0xD1342543DE82EF95UL) + (ulong)unit * 0x9E3779B97F4A7C15UL));

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
