using CsCheck;
using ParIndex.Core.Surveys;

namespace ParIndex.Core.Tests.Surveys;

public class SatisfactionLawTests
{
    private static readonly Survey Survey = Sample.Questionnaire(("c", [("F1", 3), ("F2", 2)]));
    private static readonly Gen<string[]> Forms = Gen.String[Gen.Char["123458-n"], 5, 5].Array[1, 12];

    private static UnitSatisfaction Compute(IEnumerable<string> forms) => SatisfactionComputing.Compute(
        Survey, [.. forms.Select((cells, at) => Sample.Form($"f{at}", cells))], [Sample.Unit("U1")])[0];

    private static IEnumerable<Percent?> Shares(UnitSatisfaction unit) =>
        unit.Details.Concat(unit.OtherModes).Prepend(unit.Overall).Select(value => value.Exact);

    [Fact]
    public void The_order_of_forms_changes_nothing() =>
        Forms.Sample(forms => Assert.Equal(Shares(Compute(forms)), Shares(Compute(forms.Reverse()))), iter: 200);

    [Fact]
    public void A_blank_form_changes_no_share() =>
        Forms.Sample(forms => Assert.Equal(Shares(Compute(forms)), Shares(Compute(forms.Append("-----")))), iter: 200);

    [Fact]
    public void The_pooled_whole_lies_between_its_factors() => Forms.Sample(
        forms =>
        {
            var unit = Compute(forms);
            var factors = unit.Details.Where(value => value.Level == SatisfactionLevel.Factor && value.Exact is not null).Select(value => value.Exact!.Value).ToList();
            if (unit.Overall.Exact is { } whole) Assert.True(factors.Min() <= whole && whole <= factors.Max());
            else Assert.Empty(factors);
        },
        iter: 200);
}
