using ParIndex.Statistics.Estimation;

namespace ParIndex.Statistics.Weighting;

/// <summary>Weights of those who answered, made to stand for those who did not (Little 1986).</summary>
public static class ResponseAdjustment
{
    /// <summary>Weighting classes: the class's sum of weights over that of its respondents; 0 for non-respondents.</summary>
    public static double[] ByClass(double[] weights, bool[] responded, int[] classes)
    {
        var count = classes.Max() + 1;
        var (all, heard) = (new double[count], new double[count]);
        for (var i = 0; i < weights.Length; i++)
        {
            if (classes[i] < 0) throw new BadInputException("class-unknown", $"row {i + 1}", "The record lies in no class");
            all[classes[i]] += weights[i];
            if (responded[i]) heard[classes[i]] += weights[i];
        }
        for (var c = 0; c < count; c++)
            if (all[c] > 0 && heard[c] == 0) throw new BadInputException("empty-cell", $"class {c + 1}", "Nobody answered in a class");
        return [.. weights.Select((w, i) => responded[i] ? w * all[classes[i]] / heard[classes[i]] : 0)];
    }

    /// <summary>
    /// What the weights of each class are multiplied with: its sum issued over its sum heard. A class nobody answered from gets 0, and the
    /// others of the group carry it in proportion; nobody at all: 0 everywhere.
    /// </summary>
    /// <param name="issued">Sum of the weights of each class.</param>
    /// <param name="heard">Sum of the weights of its respondents.</param>
    public static double[] Factors(double[] issued, double[] heard)
    {
        var carried = issued.Where((_, c) => heard[c] > 0).Sum();
        if (!(carried > 0)) return new double[issued.Length];
        var spread = issued.Sum() / carried;
        return [.. issued.Select((all, c) => heard[c] > 0 ? all / heard[c] * spread : 0)];
    }

    /// <summary>Weight over the probability of answering.</summary>
    public static double[] ByPropensity(double[] weights, bool[] responded, double[] propensity) =>
        [.. weights.Select((w, i) => responded[i] ? w / propensity[i] : 0)];

    /// <summary>Classes of equal size by propensity: cut at its quantiles, each class closed above.</summary>
    public static int[] Classes(double[] propensity, int count)
    {
        var sorted = propensity.ToArray();
        Array.Sort(sorted);
        var cuts = Enumerable.Range(0, count + 1).Select(k => Quantiles.LinearSorted(sorted, k / (double)count)).ToArray();
        return [.. propensity.Select(p =>
        {
            for (var c = 0; c < count; c++)
                if (p <= cuts[c + 1]) return c;
            return count - 1;
        })];
    }
}
