using ParIndex.Core.Cycles;

namespace ParIndex.Core.Surveys;

/// <summary>Mức độ hài lòng of every unit, purely, out of its forms. docs/method.md, "Satisfaction".</summary>
public static class SatisfactionComputing
{
    /// <summary>The code under which all units are pooled.</summary>
    public static UnitCode All { get; } = UnitCode.Parse("ALL");

    /// <summary>One entry for each unit that is measured, in the order of <paramref name="units"/>.</summary>
    /// <param name="survey">The method.</param>
    /// <param name="forms">Forms in the order of collection; of two with one token, the first valid one stands.</param>
    /// <param name="units">The units of the year; those without a survey are passed over.</param>
    public static IReadOnlyList<UnitSatisfaction> Compute(Survey survey, IReadOnlyList<Form> forms, IReadOnlyList<Unit> units)
    {
        var tallies = Count(survey, forms, units);
        var root = Node.Root(survey);
        return [.. Measured(units).Select(unit => new UnitEstimates(survey, root, tallies[unit.Code]).Result(unit.Code))];
    }

    /// <summary>
    /// All units pooled, as <see cref="All"/>: the forms of every unit whose own figure may be published. A cell is withheld here too
    /// when taking the units' published cells from it would reveal one that is not.
    /// </summary>
    public static UnitSatisfaction Pool(Survey survey, IReadOnlyList<Form> forms, IReadOnlyList<Unit> units)
    {
        var tallies = Count(survey, forms, units);
        var root = Node.Root(survey);
        var parts = Measured(units).Select(unit => new UnitEstimates(survey, root, tallies[unit.Code])).Where(part => !part.Hides(root)).ToList();
        var pooled = new Tally(survey, root.End);
        foreach (var part in parts) pooled.Take(part.Tally);
        var revealed = new HashSet<Node>();
        foreach (var node in root.SelfAndBelow)
        {
            var hidden = parts.Where(part => part.Hides(node)).ToList();
            if (hidden.Count == 1 || (hidden.Count > 1 && hidden.Sum(part => part.Forms(node)) < survey.MinimumBase)) revealed.Add(node);
        }

        return new UnitEstimates(survey, root, pooled, revealed).Result(All);
    }

    private static IEnumerable<Unit> Measured(IReadOnlyList<Unit> units) => units.Where(unit => unit.SatisfactionMeasured);

    private static Dictionary<UnitCode, Tally> Count(Survey survey, IReadOnlyList<Form> forms, IReadOnlyList<Unit> units)
    {
        var items = survey.Items.Count;
        var tallies = Measured(units).ToDictionary(unit => unit.Code, _ => new Tally(survey, items));
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in forms)
            if (tallies.TryGetValue(form.Unit, out var tally)) tally.Add(form, FormChecking.Check(survey, form, tokens));
        return tallies;
    }
}
