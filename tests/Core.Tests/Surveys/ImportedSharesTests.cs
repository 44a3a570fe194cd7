using System.Globalization;
using ParIndex.Core.Surveys;

namespace ParIndex.Core.Tests.Surveys;

public class ImportedSharesTests
{
    // Hòa Bình 2022, QĐ 3349 of 26/12/2022: hoabinh_2022.csv.
    private static readonly List<decimal> HoaBinh =
        [.. Sample.Rows("hoabinh_2022.csv").Select(row => decimal.Parse(row[4], CultureInfo.InvariantCulture))];

    [Fact]
    public void All_nineteen_values_of_Hoa_Binh_are_multiples_of_one_eight_hundredth_and_of_nothing_else_up_to_a_thousand()
    {
        Assert.Equal(19, HoaBinh.Count);
        Assert.Equal([800], ImportedShares.CommonDenominators(HoaBinh));
    }

    [Fact]
    public void Half_up_gives_nineteen_of_nineteen_and_half_even_only_ten()
    {
        Assert.Equal(19, ImportedShares.Fitting(HoaBinh, 800));
        Assert.Equal(10, ImportedShares.Fitting(HoaBinh, 800, mode: RoundingMode.HalfToEven));
    }

    [Fact]
    public void A_table_with_one_denominator_is_reported_as_not_raw_answers()
    {
        var finding = ImportedShares.CommonDenominator(HoaBinh, "hoabinh_2022.csv");
        Assert.NotNull(finding);
        Assert.Equal(("S101", Severity.Warning), (finding.Code, finding.Severity));
        Assert.Contains("bội của 1/800", finding.Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_of_different_numbers_of_answers_are_not_reported() =>
        Assert.Null(ImportedShares.CommonDenominator([74.55m, 72.22m, 73.97m, 80.65m, 66.67m, 85.71m, 57.14m, 90.91m], "t.csv"));

    [Fact]
    public void Four_values_are_too_few_to_tell() => Assert.Null(ImportedShares.CommonDenominator([50m, 25m, 75m, 100m], "t.csv"));
}
