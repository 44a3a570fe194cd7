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
    public static IReadOnlyList<UnitSatisfaction> Compute(Survey survey, IReadOnlyList<Form> forms, IReadOnlyList<Unit> units) => Count(survey, forms, units).Units();

    /// <summary>
    /// All units pooled, as <see cref="All"/>: the forms of every unit whose own figure may be published. A cell is withheld here too
    /// when taking the units' published cells from it would reveal one that is not.
    /// </summary>
    public static UnitSatisfaction Pool(Survey survey, IReadOnlyList<Form> forms, IReadOnlyList<Unit> units) => Count(survey, forms, units).Pooled();

    private static SatisfactionCounting Count(Survey survey, IReadOnlyList<Form> forms, IReadOnlyList<Unit> units)
    {
        var counting = new SatisfactionCounting(survey, units);
        foreach (var form in forms) counting.Add(form);
        return counting;
    }
}
