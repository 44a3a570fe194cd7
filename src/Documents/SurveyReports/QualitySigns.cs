using System.Buffers.Text;
using System.Text;
using ParIndex.Documents.Tables;
using ParIndex.Statistics;
using ParIndex.Statistics.Quality;

namespace ParIndex.Documents.SurveyReports;

/// <summary>A reason to look at a form, a person or a place: never a verdict, and nothing is taken out for it.</summary>
/// <param name="Sign">straight_line, fast, same_answers, interviewer, always_satisfied, outside_funnel.</param>
/// <param name="What">Code of the form, interviewer or place.</param>
/// <param name="Line">Line of the form; 0: not a form.</param>
/// <param name="Value">The figure that stands out.</param>
/// <param name="Beside">What it is compared with.</param>
/// <param name="Other">Line of the other form, for equal answers; 0: none.</param>
public sealed record QualitySign(string Sign, string What, int Line, double Value, double Beside, int Other = 0);

/// <summary>
/// Signs of careless or invented answers in one pass and bounded memory (Yentes &amp; Wilhelm 2021; Kuriakose &amp; Robbins 2016;
/// Spiegelhalter 2005): lists are cut at <see cref="MostListed"/>, their totals are not.
/// </summary>
public sealed class QualitySigns(SurveyDesign design)
{
    /// <summary>Longest list of one sign.</summary>
    public const int MostListed = 500;
    private const int MostCompared = 2_000_000, LongestTime = 86_400, LeastItems = 5, LeastVolume = 30;
    private readonly List<QualitySign> straight = [];
    private readonly PriorityQueue<(string Form, int Line), double> slowestFirst = new();
    private readonly Dictionary<ulong, (int Line, int Interviewer)> seen = [];
    private readonly List<QualitySign> equal = [];
    private readonly long[] times = new long[LongestTime + 1];
    private readonly CodeList interviewers = new();
    private readonly CodeList points = new();
    private readonly List<double[]> byInterviewer = [];
    private readonly List<double[]> byPoint = [];

    public long StraightLines { get; private set; }

    public long EqualWithin { get; private set; }

    public long EqualBetween { get; private set; }

    /// <summary>Forms whose answers were compared with all before them.</summary>
    public long Compared { get; private set; }

    internal bool Add(CsvScanner row, SurveyFile.Places at, ReadOnlySpan<byte> answers, SurveyFile file)
    {
        var (given, satisfied, first, same, hash) = (0, 0, (byte)0, true, 14695981039346656037UL);
        foreach (var answer in answers)
        {
            hash = unchecked((hash ^ answer) * 1099511628211UL);
            if (answer == 0) continue;
            if (given++ == 0) first = answer;
            same &= answer == first;
            if (answer >= design.SatisfiedFrom) satisfied++;
        }

        var interviewer = at.Interviewer < 0 ? -1 : interviewers.Of(row.Cell(at.Interviewer));
        if (same && given >= LeastItems)
        {
            StraightLines++;
            if (straight.Count < MostListed) straight.Add(new("straight_line", Form(), row.Line, first, given));
        }
        else if (given >= 2 * LeastItems && Compared < MostCompared)
        {
            Compared++;
            if (!seen.TryAdd(Mixed(hash), (row.Line, interviewer)))
            {
                var other = seen[Mixed(hash)];
                if (interviewer >= 0 && other.Interviewer != interviewer) EqualBetween++;
                else
                {
                    EqualWithin++;
                    if (equal.Count < MostListed) equal.Add(new("same_answers", Form(), row.Line, given, given, other.Line));
                }
            }
        }

        if (given > 0)
        {
            var share = satisfied / (double)given;
            if (interviewer >= 0) Count(byInterviewer, interviewer, share, given, satisfied);
            if (at.Point >= 0) Count(byPoint, points.Of(row.Cell(at.Point)), share, given, satisfied);
        }

        return at.Seconds < 0 || row.Cell(at.Seconds).IsEmpty || Time(row, at.Seconds, file);

        string Form() => at.Form < 0 ? "" : Encoding.UTF8.GetString(row.Cell(at.Form));

        bool Time(CsvScanner line, int column, SurveyFile whole)
        {
            var cell = line.Cell(column);
            if (!Utf8Parser.TryParse(cell, out double seconds, out var used) || used != cell.Length || !(seconds >= 0) || double.IsInfinity(seconds))
            {
                whole.Report("V011", line.LineOf(column), design.Seconds, SurveyText.Seconds(Encoding.UTF8.GetString(cell)));
                return false;
            }

            times[(int)Math.Min(LongestTime, seconds)]++;
            if (slowestFirst.Count < MostListed) slowestFirst.Enqueue((Form(), line.Line), -seconds);
            else if (slowestFirst.TryPeek(out _, out var slowest) && seconds < -slowest) slowestFirst.EnqueueDequeue((Form(), line.Line), -seconds);
            return true;
        }
    }

    /// <summary>Median of the times, seconds; null: none were given.</summary>
    public double? MedianSeconds
    {
        get
        {
            var (all, sum) = (times.Sum(), 0L);
            for (var t = 0; t <= LongestTime && all > 0; t++)
                if ((sum += times[t]) * 2 >= all) return t;
            return null;
        }
    }

    /// <summary>Forms that took under a third of the median.</summary>
    public long Fast => MedianSeconds is { } median ? times.Take((int)Math.Ceiling(median / 3)).Sum() : 0;

    public IReadOnlyList<QualitySign> StraightList => straight;

    public IReadOnlyList<QualitySign> EqualList => equal;

    public IReadOnlyList<QualitySign> FastList => MedianSeconds is not { } median ? []
        : [.. slowestFirst.UnorderedItems.Where(item => -item.Priority < median / 3).OrderBy(item => -item.Priority).ThenBy(item => item.Element.Line)
            .Select(item => new QualitySign("fast", item.Element.Form, item.Element.Line, -item.Priority, median))];

    /// <summary>Interviewers whose mean lies more than three standard errors from that of all; and the design effect of interviewers, where it can be known.</summary>
    public (IReadOnlyList<QualitySign> List, Figure Effect) Interviewers()
    {
        var (n, sum, squares) = (byInterviewer.Sum(i => i[0]), byInterviewer.Sum(i => i[1]), byInterviewer.Sum(i => i[2]));
        var groups = byInterviewer.Count;
        if (groups < 2 || n <= groups) return ([], Figure.Because(Undefined.NoDegreesOfFreedom));
        var mean = sum / n;
        var total = squares - (n * mean * mean);
        if (!(total > 1e-12)) return ([], Figure.Because(Undefined.NoSpread));
        var between = byInterviewer.Sum(i => i[1] * i[1] / i[0]) - (n * mean * mean);
        var (msb, msw) = (between / (groups - 1), (total - between) / (n - groups));
        var load = (n - (byInterviewer.Sum(i => i[0] * i[0]) / n)) / (groups - 1);
        var rho = (msb - msw) / (msb + ((load - 1) * msw));
        var deviation = Math.Sqrt(total / (n - 1));
        var list = byInterviewer.Select((i, at) => new QualitySign("interviewer", interviewers[at], 0, i[1] / i[0], ((i[1] / i[0]) - mean) / (deviation / Math.Sqrt(i[0]))))
            .Where(sign => Math.Abs(sign.Beside) > 3).OrderByDescending(sign => Math.Abs(sign.Beside)).Take(MostListed).ToList();
        return (list, Figure.Of(1 + (((n / groups) - 1) * Math.Max(0, rho)), Undefined.NoSpread));
    }

    /// <summary>Forms and satisfied forms by place: a form is satisfied when more than half of its answers are.</summary>
    public IReadOnlyList<(string Point, double Forms, double Satisfied)> Points => [.. byPoint.Select((p, i) => (points[i], p[0], p[3]))];

    /// <summary>Places where everybody is satisfied although chance among so many places would not give it (Benjamini &amp; Hochberg 1995, 5 %).</summary>
    public IReadOnlyList<QualitySign> AlwaysSatisfied()
    {
        var large = Points.Where(p => p.Forms >= LeastVolume).ToArray();
        if (large.Length < 2) return [];
        var funnel = new FunnelPlot([.. large.Select(p => p.Forms)], [.. large.Select(p => p.Satisfied)]);
        var tails = funnel.UpperTails();
        var rates = FalseDiscovery.Rates(tails);
        return [.. large.Select((p, i) => (p, i)).Where(one => one.p.Satisfied == one.p.Forms && rates[one.i] <= 0.05)
            .Select(one => new QualitySign("always_satisfied", one.p.Point, 0, one.p.Forms, tails[one.i])).Take(MostListed)];
    }

    // Number, sum and sum of squares of the shares; forms with more than half satisfied.
    private static void Count(List<double[]> sums, int at, double share, int given, int satisfied)
    {
        while (sums.Count <= at) sums.Add(new double[4]);
        var own = sums[at];
        own[0]++;
        own[1] += share;
        own[2] += share * share;
        if (2 * satisfied > given) own[3]++;
    }

    private static ulong Mixed(ulong hash) => unchecked((hash ^ (hash >> 31)) * 0x9E3779B97F4A7C15UL);
}
