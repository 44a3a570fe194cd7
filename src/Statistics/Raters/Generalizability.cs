using MathNet.Numerics.LinearAlgebra;

namespace ParIndex.Statistics.Raters;

/// <summary>
/// Scores of units on items by raters, fully crossed with one score each: where their variance comes from (Brennan 2001), estimated
/// from expected mean squares (may be negative).
/// </summary>
public sealed record Generalizability(double Unit, double Item, double Rater, double UnitItem, double UnitRater, double ItemRater, double Residual)
{
    /// <param name="units">Unit of each score, from 0.</param>
    /// <param name="items">Item of each score.</param>
    /// <param name="raters">Rater of each score.</param>
    /// <param name="scores">The scores; every combination once.</param>
    public static Generalizability Of(int[] units, int[] items, int[] raters, double[] scores)
    {
        var (np, ni, nr) = (units.Max() + 1, items.Max() + 1, raters.Max() + 1);
        if (scores.Length != np * ni * nr || Enumerable.Range(0, scores.Length).Select(s => (units[s], items[s], raters[s])).Distinct().Count() != scores.Length)
            throw new BadInputException("not-crossed", "scores", "Every unit, item and rater must meet exactly once");
        var grand = scores.Average();
        double[] Means(int count, Func<int, int> of)
        {
            var (sum, n) = (new double[count], new int[count]);
            for (var s = 0; s < scores.Length; s++)
            {
                sum[of(s)] += scores[s] - grand;
                n[of(s)]++;
            }
            return [.. sum.Select((v, c) => v / n[c])];
        }
        var (u, i, r) = (Means(np, s => units[s]), Means(ni, s => items[s]), Means(nr, s => raters[s]));
        var ui = Means(np * ni, s => units[s] * ni + items[s]);
        var ur = Means(np * nr, s => units[s] * nr + raters[s]);
        var ir = Means(ni * nr, s => items[s] * nr + raters[s]);
        double su = 0, si = 0, sr = 0, sui = 0, sur = 0, sir = 0, se = 0;
        for (var s = 0; s < scores.Length; s++)
        {
            var (a, b, c) = (u[units[s]], i[items[s]], r[raters[s]]);
            var dui = ui[units[s] * ni + items[s]] - a - b;
            var dur = ur[units[s] * nr + raters[s]] - a - c;
            var dir = ir[items[s] * nr + raters[s]] - b - c;
            var left = scores[s] - grand - a - b - c - dui - dur - dir;
            (su, si, sr, sui, sur, sir, se) = (su + a * a, si + b * b, sr + c * c, sui + dui * dui, sur + dur * dur, sir + dir * dir, se + left * left);
        }
        var (mu, mi, mr) = (su / (np - 1), si / (ni - 1), sr / (nr - 1));
        var (mui, mur, mir) = (sui / ((np - 1) * (ni - 1)), sur / ((np - 1) * (nr - 1)), sir / ((ni - 1) * (nr - 1)));
        var e = se / ((np - 1.0) * (ni - 1) * (nr - 1));
        return new((mu - mui - mur + e) / (ni * nr), (mi - mui - mir + e) / (np * nr), (mr - mur - mir + e) / (np * ni),
            (mui - e) / nr, (mur - e) / ni, (mir - e) / np, e);
    }

    /// <summary>How well so many items and raters would order the units (relative) and place them (absolute); negative parts count 0.</summary>
    public (double Generalizability, double Dependability) Study(double items, double raters)
    {
        static double Up(double v) => Math.Max(0, v);
        var relative = Up(UnitItem) / items + Up(UnitRater) / raters + Up(Residual) / (items * raters);
        var absolute = relative + Up(Item) / items + Up(Rater) / raters + Up(ItemRater) / (items * raters);
        return (Up(Unit) / (Up(Unit) + relative), Up(Unit) / (Up(Unit) + absolute));
    }

    /// <summary>
    /// Severity of each rater: minus the rater's effect in the additive model unit + item + rater by least squares, summing to 0. Scores
    /// may be missing.
    /// </summary>
    public static double[] Severity(int[] units, int[] items, int[] raters, double[] scores)
    {
        var (np, ni, nr) = (units.Max() + 1, items.Max() + 1, raters.Max() + 1);
        var x = Matrix<double>.Build.Dense(scores.Length, np + ni + nr - 2);
        for (var s = 0; s < scores.Length; s++)
        {
            x[s, 0] = 1;
            Effect(s, 1, np, units[s]);
            Effect(s, np, ni, items[s]);
            Effect(s, np + ni - 1, nr, raters[s]);
        }
        var beta = x.QR().Solve(Vector<double>.Build.DenseOfArray(scores));
        var effects = Enumerable.Range(0, nr - 1).Select(r => beta[np + ni - 1 + r]).ToArray();
        return [.. effects.Append(-effects.Sum()).Select(e => -e)];

        void Effect(int row, int from, int count, int code)
        {
            for (var c = 0; c < count - 1; c++) x[row, from + c] = code == c ? 1 : code == count - 1 ? -1 : 0;
        }
    }
}
