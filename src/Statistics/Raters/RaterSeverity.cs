using MathNet.Numerics.LinearAlgebra;
using ParIndex.Statistics.Distributions;

namespace ParIndex.Statistics.Raters;

/// <summary>
/// How much each rater takes off, given which units came to him: score = mean + unit + rater + error, by least squares on scores in any
/// pattern (two-way classification without interaction, Searle 1971). Effects add up to 0 over the raters.
/// </summary>
/// <param name="Effects">Each rater against the mean of all raters.</param>
/// <param name="Errors">Standard error of each.</param>
/// <param name="P">Two-sided probability of each under no difference.</param>
/// <param name="DegreesOfFreedom">Of the error.</param>
public sealed record RaterSeverity(double[] Effects, double[] Errors, double[] P, double DegreesOfFreedom)
{
    /// <param name="units">Unit of each score, from 0.</param>
    /// <param name="raters">Rater of each score, from 0.</param>
    /// <param name="scores">The scores.</param>
    /// <param name="why">Why there are no effects, when there are none.</param>
    /// <returns>Null when raters share no units, nothing is left to estimate an error with, or the scores have no spread.</returns>
    public static RaterSeverity? Of(int[] units, int[] raters, double[] scores, out Undefined why)
    {
        why = Undefined.NoAnswers;
        if (scores.Length == 0) return null;
        var (rows, columns) = (units.Max() + 1, raters.Max() + 1);
        var counts = new double[rows, columns];
        var (perUnit, perRater, means, totals) = (new double[rows], new double[columns], new double[rows], new double[columns]);
        for (var s = 0; s < scores.Length; s++)
        {
            counts[units[s], raters[s]]++;
            perUnit[units[s]]++;
            perRater[raters[s]]++;
            means[units[s]] += scores[s];
        }

        for (var u = 0; u < rows; u++) means[u] /= Math.Max(1, perUnit[u]);
        double within = 0;
        for (var s = 0; s < scores.Length; s++)
        {
            totals[raters[s]] += scores[s] - means[units[s]];
            within += (scores[s] - means[units[s]]) * (scores[s] - means[units[s]]);
        }

        var reduced = Matrix<double>.Build.Dense(columns, columns, (j, k) =>
        {
            double shared = 0;
            for (var u = 0; u < rows; u++)
                if (perUnit[u] > 0) shared += counts[u, j] * counts[u, k] / perUnit[u];
            return (j == k ? perRater[j] : 0) - shared;
        });
        var df = scores.Length - perUnit.Count(n => n > 0) - columns + 1.0;
        why = Undefined.NoSolution;
        // One eigenvalue is 0 as effects are relative; a second says that some raters met none of the units of the others.
        if (reduced.Evd(Symmetricity.Symmetric).EigenValues.Count(value => value.Real < 1e-9 * scores.Length) != 1) return null;
        why = Undefined.NoDegreesOfFreedom;
        if (df < 1) return null;
        var inverse = (reduced + (1.0 / columns)).Inverse() - (1.0 / columns);
        var right = Vector<double>.Build.Dense(totals);
        var effects = inverse * right;
        var variance = Math.Max(0, within - (effects * right)) / df;
        why = Undefined.NoSpread;
        if (!(variance > 1e-20 * Math.Max(1, within))) return null;
        why = Undefined.None;
        double[] errors = [.. inverse.Diagonal().Select(v => Math.Sqrt(variance * Math.Max(0, v)))];
        return new([.. effects], errors, [.. effects.Select((effect, r) => errors[r] > 0 ? StudentT.TwoSided(effect / errors[r], df) : 1)], df);
    }
}
