using ParIndex.Core.Cycles;
using ParIndex.Statistics.Quality;

namespace ParIndex.Core.Surveys;

/// <summary>What stands out in a unit's forms. A reason for somebody to look, never a verdict.</summary>
public enum FormSign
{
    /// <summary>More forms with one answer to everything than chance gives at the share of all units.</summary>
    StraightLines,

    /// <summary>More forms equal in every answer to another of the unit than chance gives at the share of all units.</summary>
    SameAnswers,

    /// <summary>Every form is satisfied, hardly by chance.</summary>
    AlwaysSatisfied,

    /// <summary>Far more satisfied forms than its size allows among units like these.</summary>
    AboveFunnel,

    /// <summary>Far fewer.</summary>
    BelowFunnel,
}

/// <summary>Counts of a unit's valid forms and what stands out among all units.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Forms">Valid forms.</param>
/// <param name="StraightLine">Forms with one answer to five items or more, and no other.</param>
/// <param name="SameAnswers">Forms with ten answers or more, not all alike, that equal an earlier one of the unit in every cell.</param>
/// <param name="Satisfied">Forms of whose answers more than half are satisfied.</param>
/// <param name="Suppressed">Fewer forms than may be published: no count is shown, no sign is sought.</param>
/// <param name="Signs">What stands out.</param>
public sealed record UnitSigns(UnitCode Unit, int Forms, int StraightLine, int SameAnswers, int Satisfied, bool Suppressed, IReadOnlyList<FormSign> Signs);

/// <summary>
/// Signs of careless or invented answers by unit. Counts are judged against the share of all units together (exact binomial tails, Benjamini &amp;
/// Hochberg 1995 at 5 %), because where most people answer alike honest forms agree too (Simmons et al. 2016); satisfaction against a
/// funnel that allows for the spread between units (Spiegelhalter 2005, 99.8 %). No form is taken out. docs/method.md, "Signs in the forms".
/// </summary>
public static class FormSigns
{
    private const int LeastCompared = 10;
    private const double Rate = 0.05, Far = 3.090232306167813;

    /// <summary>One entry for each unit that is measured, in the order of <paramref name="units"/>.</summary>
    public static IReadOnlyList<UnitSigns> Of(Survey survey, IReadOnlyList<Form> forms, IReadOnlyList<Unit> units)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        var counts = units.Where(unit => unit.SatisfactionMeasured).ToDictionary(unit => unit.Code, _ => new Count());
        foreach (var form in forms)
        {
            if (!counts.TryGetValue(form.Unit, out var count)) continue;
            var check = FormChecking.Check(survey, form, tokens);
            if (check.Valid) count.Add(survey, form, check);
        }

        UnitSigns[] found = [.. units.Where(unit => unit.SatisfactionMeasured).Select(unit => counts[unit.Code].Result(unit.Code, survey.MinimumBase))];
        return Judged(found);
    }

    private static UnitSigns[] Judged(UnitSigns[] units)
    {
        int[] shown = [.. Enumerable.Range(0, units.Length).Where(i => !units[i].Suppressed)];
        if (shown.Length < 2) return units;
        double[] forms = [.. shown.Select(i => (double)units[i].Forms)];
        double[] satisfied = [.. shown.Select(i => (double)units[i].Satisfied)];
        var signs = shown.Select(_ => new List<FormSign>()).ToArray();
        Often(FormSign.StraightLines, unit => unit.StraightLine);
        Often(FormSign.SameAnswers, unit => unit.SameAnswers);
        var funnel = new FunnelPlot(forms, satisfied);
        // Where everybody or nobody is satisfied there is no spread to judge by.
        if (funnel.Target is > 0 and < 1)
        {
            var rates = FalseDiscovery.Rates(funnel.UpperTails());
            for (var i = 0; i < shown.Length; i++)
            {
                if (satisfied[i] == forms[i] && rates[i] <= Rate) signs[i].Add(FormSign.AlwaysSatisfied);
                if (funnel.Adjusted[i] > Far) signs[i].Add(FormSign.AboveFunnel);
                if (funnel.Adjusted[i] < -Far) signs[i].Add(FormSign.BelowFunnel);
            }
        }

        for (var i = 0; i < shown.Length; i++) units[shown[i]] = units[shown[i]] with { Signs = signs[i] };
        return units;

        void Often(FormSign sign, Func<UnitSigns, int> of)
        {
            double[] found = [.. shown.Select(i => (double)of(units[i]))];
            if (found.Sum() is 0 || found.Sum() == forms.Sum()) return;
            var rates = FalseDiscovery.Rates(new FunnelPlot(forms, found).UpperTails());
            for (var i = 0; i < shown.Length; i++)
                if (rates[i] <= Rate) signs[i].Add(sign);
        }
    }

    private sealed class Count
    {
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);
        private int forms;
        private int straight;
        private int same;
        private int satisfied;

        public void Add(Survey survey, Form form, FormCheck check)
        {
            forms++;
            if (2 * form.Answers.Count(answer => answer.Kind == AnswerKind.Level && answer.Level >= survey.SatisfiedFrom) > check.Levels) satisfied++;
            if (check.StraightLine) straight++;
            else if (check.Levels >= LeastCompared && !seen.Add(string.Concat(form.Answers.Select(answer => (char)('0' + ((int)answer.Kind * 8) + answer.Level))))) same++;
        }

        public UnitSigns Result(UnitCode unit, int minimum) => forms < minimum
            ? new(unit, 0, 0, 0, 0, true, [])
            : new(unit, forms, straight, same, satisfied, false, []);
    }
}
