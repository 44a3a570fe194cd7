using ParIndex.Core.Computation;
using ParIndex.Documents.Cycles;
using ParIndex.Testing;

namespace ParIndex.Documents.Tests.Cycles;

/// <summary>
/// What newspapers reported of the PAR index of Hải Phòng for 2025 comes out of the committed folder, one fact a test; the units that nobody
/// reported on are numbered placeholders and say so.
/// </summary>
public sealed class SampleCity2025Tests
{
    private static readonly Lazy<CycleReading> Reading = new(() => CycleFolder.Read(Repository.Path("cycles", "hai-phong-2025")));
    private static readonly Lazy<CycleResult> Result = new(() => Computing.Compute(Reading.Value.Input!, "test"));

    [Fact]
    public void The_reader_finds_nothing_in_the_folder() => Assert.Empty(Reading.Value.Findings);

    [Fact]
    public void Fourteen_departments_forty_five_wards_and_sixty_eight_communes_and_special_zones_are_ranked_by_totals_alone()
    {
        Assert.True(Result.Value.TotalsOnly);
        Assert.Equal([("so", 14), ("phuong", 45), ("xa-dac-khu", 68)], Result.Value.Groups.Select(group => (group.Code, group.RankedUnits)));
    }

    [Theory]
    [InlineData("so", "TTR 94.71|VPUB 94.40|STC 92.99|SNgV 92.90|SNV 92.71", "BQLKKT 88.99")]
    [InlineData("phuong", "P-HONG-BANG 95.80|P-HAI-AN 95.77|P-HONG-AN 95.57", "P-BAC-AN-PHU 76.26")]
    [InlineData("xa-dac-khu", "DK-CAT-HAI 94.15|X-QUYET-THANG 93.40|X-AN-LAO 92.94", "X-VINH-AM 73.37")]
    public void The_first_and_the_last_of_each_group_have_their_published_index(string group, string first, string last)
    {
        var ranked = Of(group);
        var leading = first.Split('|');
        Assert.Equal(leading, ranked.Take(leading.Length).Select(Line));
        Assert.Equal(last, Line(ranked[^1]));
        Assert.Equal(ranked.Count, ranked[^1].Standing!.Value.Rank);
    }

    [Fact]
    public void Units_whose_rank_alone_was_published_have_that_rank()
    {
        Assert.Equal(["P-NGO-QUYEN", "P-LE-CHAN"], Of("phuong").Skip(3).Take(2).Select(unit => unit.Unit.Code.Value));
        Assert.Equal(["X-GIA-LOC", "X-PHU-THAI"], Of("xa-dac-khu").Skip(3).Take(2).Select(unit => unit.Unit.Code.Value));
    }

    [Fact]
    public void Ten_wards_reach_93() => Assert.Equal(10, Of("phuong").Count(unit => unit.Published >= 93m));

    [Theory]
    [InlineData("so", "93.95", "SCT", "96.86")]
    [InlineData("phuong", "92.26", "P-HONG-BANG", "98.30")]
    [InlineData("xa-dac-khu", "91.87", "X-KHUC-THUA-DU", "97.98")]
    public void Satisfaction_has_the_published_mean_and_best_of_each_group(string group, string mean, string best, string most)
    {
        var values = Reading.Value.Input!.Totals!.Where(total => Of(group).Any(unit => unit.Unit.Code == total.Unit)).ToList();
        Assert.Equal(decimal.Parse(mean, System.Globalization.CultureInfo.InvariantCulture), values.Average(total => total.Satisfaction!.Value));
        var top = values.MaxBy(total => total.Satisfaction)!;
        Assert.Equal((best, decimal.Parse(most, System.Globalization.CultureInfo.InvariantCulture)), (top.Unit.Value, top.Satisfaction!.Value));
    }

    [Fact]
    public void Whatever_was_not_published_is_a_placeholder_that_says_so()
    {
        var placeholders = Result.Value.Units.Where(unit => unit.Unit.Source!.StartsWith("Minh họa", StringComparison.Ordinal)).ToList();
        Assert.Equal(127 - 20, placeholders.Count);
        Assert.All(placeholders, unit => Assert.EndsWith("(minh họa)", unit.Unit.Name.Vi, StringComparison.Ordinal));
        Assert.Contains("SỐ LIỆU MINH HỌA", Result.Value.Input.Cycle.Notice!.Vi, StringComparison.Ordinal);
    }

    private static List<UnitResult> Of(string group) => [.. Result.Value.Units.Where(unit => unit.Unit.Group == group).OrderBy(unit => unit.Standing!.Value.Rank)];

    private static string Line(UnitResult unit) => FormattableString.Invariant($"{unit.Unit.Code.Value} {unit.Published:0.00}");
}
