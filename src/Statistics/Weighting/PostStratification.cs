using ParIndex.Statistics.Estimation;

namespace ParIndex.Statistics.Weighting;

/// <summary>
/// Weights fitted to known population counts of cells (one classification) or of several margins in turn (raking, Deming &amp; Stephan
/// 1940). The design returned carries the residuals that the variance needs.
/// </summary>
public static class PostStratification
{
    /// <summary>Every cell's weights times population over sample. A cell without a record cannot be filled: refused by name.</summary>
    /// <param name="design">How the sample was drawn.</param>
    /// <param name="cells">Cell of each record, from 0.</param>
    /// <param name="population">Population of each cell.</param>
    /// <param name="names">Names of the cells, for refusals.</param>
    public static SampleDesign Of(SampleDesign design, int[] cells, double[] population, string[] names)
    {
        var old = design.Weights;
        var weights = Fit(old, cells, population, names);
        return design.With(weights, z => RemoveCellMeans(z, cells, population.Length, old, weights));
    }

    /// <summary>Margins fitted in turn until no weighted count is off by more than the tolerance, relatively.</summary>
    public static SampleDesign Rake(SampleDesign design, IReadOnlyList<(int[] Cells, double[] Population, string[] Names)> margins,
        double tolerance = 1e-13, int rounds = 5000)
    {
        var weights = design.Weights;
        var settled = false;
        for (var r = 0; r < rounds && !settled; r++)
        {
            settled = true;
            foreach (var (cells, population, names) in margins)
            {
                var next = Fit(weights, cells, population, names);
                for (var i = 0; i < next.Length; i++)
                    if (Math.Abs(next[i] - weights[i]) > tolerance * weights[i]) settled = false;
                weights = next;
            }
        }
        if (!settled) throw new BadInputException("raking-diverges", string.Join(", ", margins.Select(m => m.Names[0])), "The margins cannot be met together");
        var final = weights;
        return design.With(final, z =>
        {
            // The residual from all margins at once, by removing the means of each in turn.
            for (var round = 0; round < 10; round++)
                foreach (var (cells, population, _) in margins) RemovePlainMeans(z, cells, population.Length, final);
        });
    }

    private static double[] Fit(double[] weights, int[] cells, double[] population, string[] names)
    {
        var sums = new double[population.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            if (cells[i] < 0) throw new BadInputException("cell-unknown", $"row {i + 1}", "The record lies in no cell of the population table");
            sums[cells[i]] += weights[i];
        }
        for (var c = 0; c < sums.Length; c++)
            if (population[c] > 0 && sums[c] == 0) throw new BadInputException("empty-cell", names[c], "No record in a cell that has a population");
        return [.. weights.Select((w, i) => w == 0 ? 0 : w * population[cells[i]] / sums[cells[i]])];
    }

    // z = w u: takes from u the mean of its cell, weighted by the weights before.
    private static void RemoveCellMeans(double[] z, int[] cells, int count, double[] old, double[] weights)
    {
        var (top, bottom) = (new double[count], new double[count]);
        for (var i = 0; i < z.Length; i++)
        {
            if (weights[i] == 0) continue;
            top[cells[i]] += z[i] * old[i] / weights[i];
            bottom[cells[i]] += old[i];
        }
        for (var i = 0; i < z.Length; i++)
            if (weights[i] != 0) z[i] -= top[cells[i]] / bottom[cells[i]] * weights[i];
    }

    private static void RemovePlainMeans(double[] z, int[] cells, int count, double[] weights)
    {
        var (top, bottom) = (new double[count], new double[count]);
        for (var i = 0; i < z.Length; i++)
        {
            if (weights[i] == 0) continue;
            top[cells[i]] += z[i] / weights[i];
            bottom[cells[i]]++;
        }
        for (var i = 0; i < z.Length; i++)
            if (weights[i] != 0) z[i] -= top[cells[i]] / bottom[cells[i]] * weights[i];
    }
}
