using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Frameworks;

public class ShippedFrameworkTests
{
    public static TheoryData<string> Files => ["hai-phong-so-2021.json", "hai-phong-quan-huyen-2021.json"];

    [Theory, MemberData(nameof(Files))]
    public void Every_file_is_read_without_a_finding_and_written_back_byte_for_byte(string file)
    {
        var bytes = Bytes(file);

        var reading = FrameworkJson.Read(bytes, file);

        Assert.Empty(reading.Findings);
        Assert.Equal(bytes, FrameworkJson.Write(reading.Framework!));
    }

    [Theory]
    [InlineData("hai-phong-so-2021.json", "PARI-SO", 14, 10, 16, 9, 14, 10, 14, 13)]
    [InlineData("hai-phong-quan-huyen-2021.json", "PARI-HUYEN", 14, 8, 17, 9, 13, 9, 14, 16)]
    public void The_sample_frameworks_have_eight_areas_81_leaves_and_20_points_by_survey(string file, string code, params int[] areas)
    {
        var framework = Read(file);

        Assert.Equal(code, framework.Code);
        Assert.Equal(areas, framework.Areas.Select(area => (int)area.Max.Value));
        Assert.Equal(81, framework.Leaves.Count);
        Assert.Equal(20m, framework.Leaves.Where(leaf => leaf.ScoredBy == ScoreSource.Survey).Sum(leaf => leaf.Max.Value));
        Assert.True(framework.Illustrative);
    }

    [Fact]
    public void A_line_keeps_where_it_comes_from()
    {
        var framework = Read("hai-phong-so-2021.json");
        var sourced = framework.Leaves.Where(leaf => leaf.Source == "CM13").Select(leaf => leaf.Code.Value);

        Assert.Equal(["1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.2.1", "1.2.2"], sourced);
        Assert.Equal(["NAT", "HT19", "CM13", "TH23", "HN25", "TG20", "HP20", "HP22", "TT766", "A"], framework.Sources.Select(source => source.Key));
        Assert.Equal(["A"], framework.Sources.Where(source => source.Illustrative).Select(source => source.Key));
    }

    [Fact]
    public void Both_frameworks_together_use_every_kind_of_rule_but_manual() =>
        Assert.Equal(
            [typeof(BinaryRule), typeof(BracketsRule), typeof(ChecklistRule), typeof(CountStepsRule), typeof(DeductionRule), typeof(ExternalRule),
                typeof(LevelsRule), typeof(LinearCutoffRule), typeof(LinearFloorRule), typeof(LinearRule), typeof(SipasRule), typeof(SurveyMeanRule),
                typeof(WeightedDeductionRule)],
            Files.SelectMany(file => Read(file.Data).Leaves).Select(leaf => leaf.Rule.GetType()).Distinct().OrderBy(type => type.Name, StringComparer.Ordinal));

    internal static Framework Read(string file) => FrameworkJson.Read(Bytes(file), file).Framework!;

    private static byte[] Bytes(string file) => File.ReadAllBytes(Repository.Path("frameworks", file));
}
