using ParIndex.Statistics.Distributions;
using ParIndex.Statistics.Quality;

namespace ParIndex.Core.Surveys;

/// <summary>What is looked for in the forms of a campaign. A sign is a reason to look, never a verdict.</summary>
public enum QualityCheck
{
    /// <summary>Far more forms of one source on one day than its other days let expect.</summary>
    Bursts,

    /// <summary>Forms equal to another of the unit in every answer.</summary>
    Copies,

    /// <summary>One answer to everything.</summary>
    StraightLines,

    /// <summary>Under a third of the median time.</summary>
    Speed,

    /// <summary>More hours of interviewing on one device than a day of work holds.</summary>
    DeviceReuse,

    /// <summary>An interviewer whose forms answer unlike those of the others.</summary>
    InterviewerEffect,

    /// <summary>A counter far above or below the others.</summary>
    CounterEffect,

    /// <summary>A counter where everybody is satisfied, hardly by chance.</summary>
    AlwaysFull,
}

/// <summary>A form as the checks see it: where it came from, and what was answered.</summary>
/// <param name="Id">Names the form here and nowhere else.</param>
/// <param name="Unit">Unit it is about.</param>
/// <param name="Open">True: of an open channel (a counter).</param>
/// <param name="Day">Day it came.</param>
/// <param name="Collector">Interviewer or device; empty: nobody in between.</param>
/// <param name="Seconds">Time taken; null: not known.</param>
/// <param name="Answers">One for each item.</param>
public sealed record CheckedForm(string Id, string Unit, bool Open, DateOnly Day, string Collector, int? Seconds, Answer[] Answers);

/// <summary>Something that stands out.</summary>
/// <param name="Check">What was looked for.</param>
/// <param name="Source">Interviewer, device or unit.</param>
/// <param name="Day">The day, where it is about one.</param>
/// <param name="Forms">The forms concerned.</param>
/// <param name="Value">The figure that stands out.</param>
/// <param name="Beside">What it is compared with.</param>
public sealed record QualityCase(QualityCheck Check, string Source, DateOnly? Day, IReadOnlyList<CheckedForm> Forms, double Value, double Beside);

/// <summary>
/// Signs of careless or invented forms in a campaign (Yentes &amp; Wilhelm 2021; Kuriakose &amp; Robbins 2016; O'Muircheartaigh &amp;
/// Campanelli 1998; Spiegelhalter 2005), with rates of false discovery where many sources are tested (Benjamini &amp; Hochberg 1995).
/// docs/method.md, "Signs in the forms".
/// </summary>
public static class QualityChecks
{
    private const int LeastItems = 5, LeastEqual = 10, LeastBurst = 10, LeastVolume = 30;
    private const double Rate = 0.05, Far = 3, LongestDay = 10 * 3600;

    /// <summary>Checks that tell how people answered: hidden while answers may still come in.</summary>
    public static bool TellsAnswers(QualityCheck check) => check is QualityCheck.InterviewerEffect or QualityCheck.CounterEffect or QualityCheck.AlwaysFull;

    /// <summary>All cases, check by check, the strongest first.</summary>
    /// <param name="forms">Forms of the campaign.</param>
    /// <param name="satisfiedFrom">Lowest level that counts as satisfied.</param>
    /// <param name="answers">False: without the checks that tell how people answered.</param>
    public static IReadOnlyList<QualityCase> Of(IReadOnlyList<CheckedForm> forms, int satisfiedFrom, bool answers) =>
    [
        .. Bursts(forms), .. Copies(forms), .. StraightLines(forms), .. Speed(forms), .. DeviceReuse(forms),
        .. answers ? InterviewerEffects(forms, satisfiedFrom) : [], .. answers ? Counters(forms, satisfiedFrom) : [],
    ];

    private static string SourceOf(CheckedForm form) => form.Collector.Length > 0 ? form.Collector : form.Unit;

    // Poisson: as many forms a day as the source's other days of the fieldwork let expect.
    private static IEnumerable<QualityCase> Bursts(IReadOnlyList<CheckedForm> forms)
    {
        if (forms.Count == 0) return [];
        var days = forms.Select(form => form.Day).Distinct().Count();
        if (days < 3) return [];
        var tried = forms.GroupBy(SourceOf, StringComparer.Ordinal).OrderBy(source => source.Key, StringComparer.Ordinal).SelectMany(source =>
        {
            var all = source.Count();
            return source.GroupBy(form => form.Day).OrderBy(day => day.Key).Select(day =>
            {
                var expected = Math.Max(1, (all - day.Count()) / (days - 1.0));
                return (Case: new QualityCase(QualityCheck.Bursts, source.Key, day.Key, [.. day], day.Count(), expected), P: Gamma.Lower(expected, day.Count()));
            });
        }).ToArray();
        var rates = FalseDiscovery.Rates([.. tried.Select(one => one.P)]);
        return tried.Where((one, i) => rates[i] <= 0.01 && one.Case.Forms.Count >= LeastBurst && one.Case.Value >= 3 * one.Case.Beside)
            .OrderBy(one => one.P).Select(one => one.Case);
    }

    private static IEnumerable<QualityCase> Copies(IReadOnlyList<CheckedForm> forms) => forms
        .Where(form => Levels(form) >= LeastEqual && !Straight(form))
        .GroupBy(form => (form.Unit, Answers: string.Concat(form.Answers.Select(answer => (char)('0' + ((int)answer.Kind * 8) + answer.Level)))))
        .Where(group => group.Count() > 1)
        .Select(group => new QualityCase(QualityCheck.Copies, group.Key.Unit, null, [.. group.OrderBy(form => form.Day).ThenBy(form => form.Id, StringComparer.Ordinal)],
            group.Count(), group.GroupBy(form => (form.Collector, form.Day)).Max(same => same.Key.Collector.Length > 0 ? same.Count() : 1)))
        .OrderByDescending(one => one.Beside).ThenByDescending(one => one.Value).ThenBy(one => one.Source, StringComparer.Ordinal).ThenBy(one => one.Forms[0].Id, StringComparer.Ordinal);

    private static IEnumerable<QualityCase> StraightLines(IReadOnlyList<CheckedForm> forms) => forms.Where(Straight)
        .Select(form => new QualityCase(QualityCheck.StraightLines, SourceOf(form), form.Day, [form], Levels(form), 0))
        .OrderByDescending(one => one.Value).ThenBy(one => one.Source, StringComparer.Ordinal).ThenBy(one => one.Forms[0].Id, StringComparer.Ordinal);

    private static IEnumerable<QualityCase> Speed(IReadOnlyList<CheckedForm> forms)
    {
        var times = forms.Where(form => form.Seconds is not null).Select(form => (double)form.Seconds!.Value).Order().ToArray();
        if (times.Length < LeastVolume) return [];
        var median = (times[(times.Length - 1) / 2] + times[times.Length / 2]) / 2;
        return forms.Where(form => form.Seconds < median / 3)
            .Select(form => new QualityCase(QualityCheck.Speed, SourceOf(form), form.Day, [form], form.Seconds!.Value, median))
            .OrderBy(one => one.Value).ThenBy(one => one.Source, StringComparer.Ordinal).ThenBy(one => one.Forms[0].Id, StringComparer.Ordinal);
    }

    private static IEnumerable<QualityCase> DeviceReuse(IReadOnlyList<CheckedForm> forms) => forms.Where(form => form is { Collector.Length: > 0, Seconds: not null, Open: false })
        .GroupBy(form => (form.Collector, form.Day))
        .Select(day => new QualityCase(QualityCheck.DeviceReuse, day.Key.Collector, day.Key.Day, [.. day], day.Sum(form => form.Seconds!.Value) / 3600.0, LongestDay / 3600))
        .Where(one => one.Value > one.Beside).OrderByDescending(one => one.Value).ThenBy(one => one.Source, StringComparer.Ordinal);

    private static IEnumerable<QualityCase> InterviewerEffects(IReadOnlyList<CheckedForm> forms, int satisfiedFrom)
    {
        var own = forms.Where(form => form is { Collector.Length: > 0, Open: false } && Levels(form) > 0).ToArray();
        var names = own.Select(form => form.Collector).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (names.Count < 3 || own.Length <= names.Count) return [];
        var effect = Interviewers.Of([.. own.Select(form => Satisfied(form, satisfiedFrom))], [.. own.Select(form => names.BinarySearch(form.Collector, StringComparer.Ordinal))]);
        return names.Select((name, i) => (Name: name, i)).Where(one => Math.Abs(effect.Z[one.i]) > Far)
            .Select(one => new QualityCase(QualityCheck.InterviewerEffect, one.Name, null, [.. own.Where(form => form.Collector == one.Name)], 100 * effect.Means[one.i], effect.Z[one.i]))
            .Where(one => one.Forms.Count >= LeastEqual).OrderByDescending(one => Math.Abs(one.Beside));
    }

    private static List<QualityCase> Counters(IReadOnlyList<CheckedForm> forms, int satisfiedFrom)
    {
        var counters = forms.Where(form => form.Open && Levels(form) > 0).GroupBy(SourceOf, StringComparer.Ordinal).Where(counter => counter.Count() >= LeastVolume)
            .OrderBy(counter => counter.Key, StringComparer.Ordinal).ToArray();
        if (counters.Length < 2) return [];
        double[] sizes = [.. counters.Select(counter => (double)counter.Count())], satisfied = [.. counters.Select(counter => (double)counter.Count(form => Satisfied(form, satisfiedFrom) > 0.5))];
        var funnel = new FunnelPlot(sizes, satisfied);
        if (funnel.Target is <= 0 or >= 1) return [];
        var rates = FalseDiscovery.Rates(funnel.UpperTails());
        var found = new List<QualityCase>();
        for (var i = 0; i < counters.Length; i++)
        {
            if (satisfied[i] == sizes[i] && rates[i] <= Rate) found.Add(new(QualityCheck.AlwaysFull, counters[i].Key, null, [.. counters[i]], sizes[i], 100 * funnel.Target));
            else if (Math.Abs(funnel.Adjusted[i]) > Far) found.Add(new(QualityCheck.CounterEffect, counters[i].Key, null, [.. counters[i]], 100 * satisfied[i] / sizes[i], 100 * funnel.Target));
        }

        return found;
    }

    private static int Levels(CheckedForm form) => form.Answers.Count(answer => answer.Kind == AnswerKind.Level);

    private static bool Straight(CheckedForm form)
    {
        var given = form.Answers.Where(answer => answer.Kind != AnswerKind.NotAsked).ToArray();
        return given.Length >= LeastItems && given[0].Kind == AnswerKind.Level && given.All(answer => answer == given[0]);
    }

    private static double Satisfied(CheckedForm form, int from) => form.Answers.Count(answer => answer.Kind == AnswerKind.Level && answer.Level >= from) / (double)Math.Max(1, Levels(form));
}
