using System.Text.Json;
using ParIndex.Testing;

namespace ParIndex.Cli.Tests.Verbs;

public class CheckTests
{
    public static TheoryData<string> Shipped =>
    [
        .. Directory.GetFiles(Repository.Path("frameworks"), "*.json").Order(StringComparer.Ordinal),
        .. Directory.GetFiles(Repository.Path("questionnaires"), "*.json").Order(StringComparer.Ordinal),
        .. Directory.GetDirectories(Repository.Path("cycles")).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Nothing_is_wrong_with_what_is_shipped(string path)
    {
        var call = Call.Of("check", path);
        Assert.Equal((0, "0 lỗi, 0 cảnh báo / 0 errors, 0 warnings\n", ""), (call.ExitCode, call.Output, call.Error));
    }

    [Fact]
    public void A_broken_framework_has_findings_with_place_and_mend_and_exits_with_1()
    {
        using var cycle = new SmallCycle();
        cycle.Change("framework.json", "\"max\": 6", "\"max\": 7");

        var call = Call.Of("check", cycle.At("framework.json"));

        Assert.Equal(1, call.ExitCode);
        Assert.Contains(" lỗi / error: ", call.Lines[0], StringComparison.Ordinal);
        Assert.Contains("lỗi", call.Lines[^1], StringComparison.Ordinal);
        Assert.True(call.Lines.Count >= 2);
    }

    [Fact]
    public void Findings_as_JSON_say_the_same()
    {
        using var cycle = new SmallCycle();
        cycle.Change("inputs.csv", "SNV,1.1.2,on_time,9,", "SNV,1.1.2,on_time,\"9,5\",");

        var call = Call.Of("check", cycle.Folder, "--json");

        Assert.Equal(1, call.ExitCode);
        var finding = Assert.Single(JsonDocument.Parse(call.Output).RootElement.EnumerateArray());
        Assert.Equal(
            ("C014", "error", "inputs.csv:2:value"),
            (finding.GetProperty("code").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("where").GetString()));
        Assert.StartsWith("\"9,5\" dùng dấu phẩy thập phân.", finding.GetProperty("vi").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("\"9,5\" has a decimal comma.", finding.GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_findings_JSON_is_an_empty_list() =>
        Assert.Equal("[]\n", Call.Of("check", Repository.Path("frameworks", "hai-phong-so-2021.json"), "--json").Output);

    [Fact]
    public void Three_rows_of_the_national_table_of_2020_miss_their_total_by_a_hundredth()
    {
        var call = Call.Of("check", Call.Table("national_2020_top10.csv"), "--parts", "appraisal,sipas,leader_survey,socio_economic", "--total", "total_published");

        var path = Call.Table("national_2020_top10.csv");
        Assert.Equal(0, call.ExitCode);
        Assert.Equal(4, call.Lines.Count);
        Assert.StartsWith($"{path}:2:total_published: T001 cảnh báo / warning: Tổng in là 91,04 nhưng các phần cộng lại là 91,05, lệch -0,01.", call.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{path}:6:total_published: T001 cảnh báo / warning: Tổng in là 86,77 nhưng các phần cộng lại là 86,76, lệch 0,01.", call.Lines[1], StringComparison.Ordinal);
        Assert.StartsWith($"{path}:11:total_published: T001 cảnh báo / warning: Tổng in là 85,74 nhưng các phần cộng lại là 85,73, lệch 0,01.", call.Lines[2], StringComparison.Ordinal);
        Assert.Equal("0 lỗi, 3 cảnh báo / 0 errors, 3 warnings", call.Lines[3]);
    }

    [Fact]
    public void All_shares_of_Hoa_Binh_2022_are_multiples_of_one_eight_hundredth()
    {
        var call = Call.Of("check", Call.Table("hoabinh_2022.csv"), "--share", "sipas");
        Assert.Equal(0, call.ExitCode);
        Assert.StartsWith($"{Call.Table("hoabinh_2022.csv")}:1:sipas: S101 cảnh báo / warning: Cả 19 giá trị đều là bội của 1/800", call.Lines[0], StringComparison.Ordinal);
        Assert.Equal("0 lỗi, 1 cảnh báo / 0 errors, 1 warnings", call.Lines[1]);
    }

    [Fact]
    public void A_score_out_of_its_printed_order_is_reported()
    {
        using var scratch = new Scratch();
        var call = Call.Of("check", scratch.File("t.csv", "rank,score\n1,90\n2,88\n3,89\n"), "--rank", "rank", "--score", "score");
        Assert.Equal(0, call.ExitCode);
        Assert.Contains(":4:score: T002 cảnh báo / warning: Điểm 89 cao hơn 88 ở dòng 3", call.Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"code\": 1 }")]
    public void Malformed_JSON_is_a_finding(string text)
    {
        using var scratch = new Scratch();
        var path = scratch.File("framework.json", text);
        var call = Call.Of("check", path);
        Assert.Equal(1, call.ExitCode);
        Assert.Contains("framework.json", call.Lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", call.Output + call.Error, StringComparison.Ordinal);
    }
}
