using ParIndex.Core.Computation;
using ParIndex.Core.Heads;
using ParIndex.Documents.Cycles;
using ParIndex.SampleCity;
using ParIndex.Testing;

namespace ParIndex.Documents.Tests.Cycles;

/// <summary>
/// What was published with Decision 903/QĐ-UBND of 28 March 2022 comes out of the committed folder, from the leaves up, one fact a test.
/// Source: news portal of Hải Phòng City, 30 March 2022.
/// </summary>
public sealed class SampleCityTests
{
    private static readonly Lazy<CycleReading> Reading = new(() => CycleFolder.Read(Repository.Path("cycles", "hai-phong-2021")));
    private static readonly Lazy<CycleResult> Result = new(() => Computing.Compute(Reading.Value.Input!, "test"));

    [Fact]
    public void The_reader_finds_nothing_in_the_folder() => Assert.Empty(Reading.Value.Findings);

    [Fact]
    public void The_result_is_final_and_its_only_findings_are_two_leaves_without_evidence()
    {
        // Meant: two departments claimed a leaf without a document or a word, which counts 0.
        Assert.Equal([("R012", "SDL"), ("R012", "STNMT")], Result.Value.Findings.Select(finding => (finding.Code, finding.Where)));
        Assert.True(Result.Value.Final);
        Assert.False(Result.Value.TotalsOnly);
    }

    [Fact]
    public void Twenty_departments_seven_urban_and_eight_rural_districts_are_all_ranked()
    {
        Assert.Equal([("so", 20), ("quan", 7), ("huyen", 8)], Result.Value.Groups.Select(group => (group.Code, group.RankedUnits)));
        Assert.All(Result.Value.Units, unit => Assert.Equal(UnitState.Ranked, unit.State));
    }

    [Fact]
    public void The_three_leading_departments_have_their_published_index_and_kept_their_places()
    {
        Assert.Equal([("SGTVT", 95.98m, 1), ("TTR", 93.00m, 2), ("STTTT", 92.57m, 3)], Top("so", 3));
        Assert.Equal(["SGTVT", "STTTT", "TTR"], Group("so").KeptTopThree.Select(code => code.Value).Order(StringComparer.Ordinal));
        Assert.Equal([1, 2, 3], Of("so").Take(3).Select(unit => unit.Change!.PreviousRank!.Value));
    }

    [Fact]
    public void Duong_Kinh_and_Ngo_Quyen_lead_the_urban_districts()
    {
        Assert.Equal([("DK", 91.26m, 1), ("NQ", 91.07m, 2)], Top("quan", 2));
    }

    [Fact]
    public void Hong_Bang_and_Hai_An_share_the_third_place()
    {
        var third = Of("quan").Where(unit => unit.Standing!.Value.Rank == 3).ToList();
        Assert.Equal(["HA", "HB"], third.Select(unit => unit.Unit.Code.Value));
        Assert.All(third, unit => Assert.True(unit.Standing!.Value.Tied));
        Assert.Equal(third[0].Published, third[1].Published);
        Assert.True(third[0].Published < 91.07m);
        Assert.Equal([1, 2, 3, 3, 5, 6, 7], Of("quan").Select(unit => unit.Standing!.Value.Rank));
    }

    [Fact]
    public void Tien_Lang_Thuy_Nguyen_and_Kien_Thuy_lead_the_rural_districts_and_alone_pass_90()
    {
        Assert.Equal(["TL", "TN", "KT"], Of("huyen").Take(3).Select(unit => unit.Unit.Code.Value));
        Assert.Equal([1, 2, 3], Of("huyen").Take(3).Select(unit => unit.Standing!.Value.Rank));
        Assert.Equal(3, Of("huyen").Count(unit => unit.Published > 90m));
        var mark = Assert.Single(Group("huyen").Marks);
        Assert.Equal((90m, 3), (mark.Mark, mark.Count));
    }

    [Fact]
    public void The_best_rural_district_is_above_the_best_urban_one_and_the_rural_mean_below_the_urban_mean()
    {
        Assert.True(Group("huyen").Best > 91.26m);
        Assert.Equal(91.26m, Group("quan").Best);
        Assert.True(Group("huyen").Mean < Group("quan").Mean);
    }

    [Fact]
    public void The_mean_of_all_districts_is_86_91_and_rose_by_2_21_from_84_70()
    {
        var districts = Group("districts");
        Assert.Equal(15, districts.RankedUnits);
        Assert.Equal(86.91m, districts.Mean);
        Assert.Equal(84.70m, districts.PreviousMean);
        Assert.Equal(2.21m, districts.MeanChange);
    }

    [Fact]
    public void Urban_and_rural_districts_are_ranked_apart_for_the_first_time()
    {
        Assert.False(Group("so").FirstYear);
        Assert.True(Group("quan").FirstYear);
        Assert.True(Group("huyen").FirstYear);
        Assert.All(Of("quan"), unit => Assert.NotNull(unit.Change!.WhyNoRank));
    }

    [Fact]
    public void Ten_departments_are_above_90_per_cent_of_satisfaction_and_ten_below_after_fifteen_above_in_2020()
    {
        var departments = Group("so");
        Assert.Equal((10, 10, 0), (departments.SatisfactionAbove, departments.SatisfactionBelow, departments.SatisfactionNone));
        Assert.Equal(15, departments.SatisfactionAboveBefore);
    }

    [Fact]
    public void Seven_named_departments_were_above_in_both_years_and_eighteen_in_one_at_least()
    {
        Assert.Equal(
            ["SGTVT", "SKHCN", "SKHDT", "SNV", "STTTT", "TTR", "VPUB"],
            Group("so").AboveInBothYears!.Select(code => code.Value).Order(StringComparer.Ordinal));
        Assert.Equal(18, Of("so").Count(unit => unit.SatisfactionAbove == true || unit.SatisfactionAboveBefore == true));
    }

    [Fact]
    public void Eleven_districts_are_above_90_per_cent_of_satisfaction_and_four_below_after_six_above_in_2020()
    {
        var districts = Group("districts");
        Assert.Equal((11, 4, 0), (districts.SatisfactionAbove, districts.SatisfactionBelow, districts.SatisfactionNone));
        Assert.Equal(6, districts.SatisfactionAboveBefore);
    }

    [Fact]
    public void Nobody_stands_on_the_line_of_90_itself_in_either_year()
    {
        Assert.DoesNotContain(Result.Value.Units, unit => unit.PublishedSatisfaction == 90m);
        Assert.DoesNotContain(Result.Value.Input.Previous!.Units, unit => unit.Satisfaction == 90m);
    }

    [Fact]
    public void Indices_and_satisfaction_lie_where_such_figures_lie()
    {
        Assert.All(Of("so"), unit => Assert.InRange(unit.Published!.Value, 78m, 96m));
        Assert.All(Of("quan").Concat(Of("huyen")), unit => Assert.InRange(unit.Published!.Value, 76m, 93m));
        Assert.All(Result.Value.Units, unit => Assert.InRange(unit.PublishedSatisfaction!.Value, 80m, 96m));
    }

    [Fact]
    public void Every_post_is_classified_and_the_grades_spread()
    {
        var input = Result.Value.Input;
        var facts = Result.Value.Units.Select(unit => HeadFacts.Of(unit, "test")).ToList();
        var classified = HeadsComputing.Classify(input.HeadRules!, input.Cycle.Heads!.Profile, input.Heads, facts, input.Cycle.Year);
        Assert.Empty(classified.Findings.Select(finding => finding.ToString()));
        Assert.Equal(
            [("hoan_thanh", 4), ("khong_xep_loai", 1), ("tot", 23), ("xuat_sac", 7)],
            classified.Heads.GroupBy(head => head.Grade).Select(grade => (grade.Key, grade.Count())).OrderBy(grade => grade.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_illustrative_says_so()
    {
        var notice = Result.Value.Input.Cycle.Notice!;
        Assert.StartsWith("SỐ LIỆU MINH HỌA", notice.Vi, StringComparison.Ordinal);
        Assert.StartsWith("SỐ LIỆU MINH HỌA", Result.Value.Input.Previous!.Cycle.Notice!.Vi, StringComparison.Ordinal);
        Assert.Null(Result.Value.Input.Cycle.Signer);
        Assert.Equal(("903/QĐ-UBND", new DateOnly(2022, 3, 28)), (Result.Value.Input.Cycle.Decision!.Number, Result.Value.Input.Cycle.Decision.Date));
    }

    [Fact]
    public void The_generator_writes_the_committed_files_byte_for_byte()
    {
        foreach (var (path, text) in Folders.Files(Repository.Path(".")))
            Assert.True(text == File.ReadAllText(Repository.Path(path.Split('/'))), $"{path} differs: dotnet run --project tools/SampleCity");
    }

    private static IEnumerable<UnitResult> Of(string group) => Result.Value.Units.Where(unit => unit.Unit.Group == group);

    private static IEnumerable<(string, decimal, int)> Top(string group, int count) =>
        Of(group).Take(count).Select(unit => (unit.Unit.Code.Value, unit.Published!.Value, unit.Standing!.Value.Rank));

    private static GroupResult Group(string code) => Result.Value.Groups.Concat(Result.Value.Blocks).Single(group => group.Code == code);
}
