using ParIndex.Statistics.Estimation;

namespace ParIndex.Statistics.Quality;

/// <summary>Signs of a form filled in without reading (Yentes &amp; Wilhelm 2021; Curran 2016). A reason to look, not a verdict.</summary>
/// <param name="LongestRun">Longest run of one answer; a missing answer is an answer of its own.</param>
/// <param name="Deviation">Standard deviation of the answers given.</param>
/// <param name="TopShare">Share of the most frequent answer.</param>
public readonly record struct StraightLine(int LongestRun, double Deviation, double TopShare)
{
    public static StraightLine Of(double[] answers)
    {
        int run = 0, longest = 0;
        for (var i = 0; i < answers.Length; i++)
        {
            run = i > 0 && (answers[i] == answers[i - 1] || double.IsNaN(answers[i]) && double.IsNaN(answers[i - 1])) ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }
        var given = answers.Where(v => !double.IsNaN(v)).ToArray();
        var top = given.Length == 0 ? double.NaN : given.GroupBy(v => v).Max(g => g.Count()) / (double)given.Length;
        return new(longest, Math.Sqrt(Quantiles.Variance(given)), top);
    }
}
