using System.Text.Json;
using ParIndex.Testing;

namespace ParIndex.Cli.Tests.Verbs;

public sealed class AdviseTests : IDisposable
{
    private readonly SmallCycle cycle = new();
    private readonly Scratch scratch = new();

    public void Dispose()
    {
        cycle.Dispose();
        scratch.Dispose();
    }

    [Fact]
    public void It_says_where_points_were_lost_and_what_the_next_step_takes()
    {
        var call = Call.Of("advise", cycle.Folder, "--unit", "STC");
        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        Assert.Contains("Sở Tài chính: chỉ số 80,50, hạng 2.", call.Lines);
        Assert.Contains("Phía trước: Sở Nội vụ, 88,50, hạng 1. Cần thêm ít nhất 0,8005 điểm để vượt.", call.Lines);
        Assert.Contains("  2 Procedures: 13.00 points of the index behind", call.Lines);
        Assert.Contains("    bước tiếp theo: hồ sơ đúng hạn: từ 50 lên 52 trên 80 (62,50 % → 65,00 %) → thêm 0,1 điểm, sức 0,07", call.Lines);
        Assert.Contains("    Không có cách tính: người thẩm định cho điểm theo nhận định.", call.Lines);
        Assert.Contains("The cheapest set (effort 0.57, 0.85 points more):", call.Lines);
        Assert.Contains("  2.1.1 Share of dossiers on time: dossiers on time: from 50 up to 67 of 80 (62.50% → 83.75%) → 0.85 points more, effort 0.57", call.Lines);
        Assert.Contains("The index is then 89.00, rank 1.", call.Lines);
        Assert.Contains("Giả định: các đơn vị khác giữ nguyên điểm;", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cheapest_set_passes_the_unit_ahead_when_it_is_carried_out()
    {
        var advice = Json("--unit", "STP");
        Assert.Equal((0.3687m, 2), (advice.GetProperty("points_needed").GetDecimal(), advice.GetProperty("ahead")[0].GetProperty("rank").GetInt32()));
        var set = advice.GetProperty("cheapest");
        Assert.Equal((1.3333m, 94.29m, 1), (set.GetProperty("gain").GetDecimal(), set.GetProperty("index").GetDecimal(), set.GetProperty("rank").GetInt32()));
        Assert.Equal("2.1.1", set.GetProperty("changes")[0].GetProperty("criterion").GetString());

        cycle.Change("inputs.csv", "STP,2.1.1,on_time,2,", "STP,2.1.1,on_time,3,");
        Assert.Contains(Results(), row => row.StartsWith("dept,1,no,STP,", StringComparison.Ordinal) && row.Contains(",94.29,", StringComparison.Ordinal));
    }

    [Fact]
    public void Given_costs_choose_another_set_and_leave_the_rest_out()
    {
        var costs = scratch.File("costs.csv", "criterion,cost\n1.1.2,1\n2.1.1,3\n");
        var set = Json("--unit", "STP", "--costs", costs).GetProperty("cheapest");
        Assert.Equal((0.4m, 80.95m, 2), (set.GetProperty("gain").GetDecimal(), set.GetProperty("index").GetDecimal(), set.GetProperty("rank").GetInt32()));

        cycle.Change("inputs.csv", "STP,1.1.2,on_time,8,", "STP,1.1.2,on_time,10,");
        Assert.Contains(Results(), row => row.StartsWith("dept,2,no,STP,", StringComparison.Ordinal) && row.Contains(",80.95,", StringComparison.Ordinal));

        var alone = Json("--unit", "STC", "--costs", scratch.File("alone.csv", "criterion,cost\n1.1.1,1\n"));
        Assert.Equal(JsonValueKind.Null, alone.GetProperty("cheapest").ValueKind);
        Assert.Contains(alone.GetProperty("lost").EnumerateArray(), lost => lost.GetProperty("note").GetProperty("en").GetString()!.StartsWith("Not in the file of costs", StringComparison.Ordinal));
    }

    [Fact]
    public void The_areas_add_up_to_the_gap_without_bonuses()
    {
        var advice = Json("--unit", "STP");
        // STC 8.0 of 10, STP 5.2667 of 7.
        Assert.Equal(80m - 75.238571m, advice.GetProperty("areas").EnumerateArray().Sum(area => area.GetProperty("behind").GetDecimal()), 5);
    }

    [Fact]
    public void Missing_evidence_is_a_change_that_brings_the_appraised_points()
    {
        cycle.Change("framework.json", "\"lead\": \"SNV\", \"notApplicable\": \"never\"", "\"lead\": \"SNV\", \"evidenceRequired\": true, \"notApplicable\": \"never\"");
        cycle.Change("evidence.csv", "STP,1.1.1,Kế hoạch 03/KH-STP,2021-01-12\n", "");
        var lost = Json("--unit", "STP").GetProperty("lost").EnumerateArray().Single(one => one.GetProperty("criterion").GetString() == "1.1.1");
        Assert.Equal((1m, "nộp tài liệu kiểm chứng hoặc văn bản giải trình"),
            (lost.GetProperty("changes")[0].GetProperty("gain").GetDecimal(), lost.GetProperty("changes")[0].GetProperty("change").GetProperty("vi").GetString()));
    }

    [Fact]
    public void The_first_has_nobody_ahead_and_neither_have_two_that_share_the_first_place()
    {
        Refused(1, "SNV: A004 Sở Nội vụ đã đứng đầu khối", "--unit", "SNV");
        // 1 + 2 + 2.5 + 66/80 × 4 = 8.8 and half a point of bonus: 88.50, as SNV.
        cycle.Change("inputs.csv", "STC,2.1.1,on_time,50,", "STC,2.1.1,on_time,66,");
        Refused(1, "SNV: A005 Sở Nội vụ đã đồng hạng 1 với Sở Tài chính", "--unit", "SNV");
        Assert.Contains("Phía trước: Sở Nội vụ, Sở Tài chính, 88,50, hạng 1. Cần thêm ít nhất 0,9287 điểm để vượt.", Call.Of("advise", cycle.Folder, "--unit", "STP").Lines);
    }

    [Fact]
    public void A_unit_that_is_unknown_or_not_ranked_is_refused_with_what_to_do()
    {
        Refused(1, "XYZ: A001 Không có đơn vị \"XYZ\" trong kỳ này. Dùng một trong các mã: SNV, STC, STP.", "--unit", "XYZ");
        Refused(2, "a b: A001", "--unit", "a b");
        cycle.Change("inputs.csv", "STP,2.1.1,on_time,2,,\n", "");
        Refused(1, "STP: A003 Sở Tư pháp không được xếp hạng: Còn tiêu chí chưa có điểm", "--unit", "STP");
        var totals = Call.Of("advise", Repository.Path("cycles", "hai-phong-2020"), "--unit", "NQ");
        Assert.Equal(1, totals.ExitCode);
        Assert.StartsWith("NQ: A002 Kỳ này chỉ biết tổng điểm", totals.Error, StringComparison.Ordinal);
        Assert.Equal(2, Call.Of("advise", scratch.At("nowhere"), "--unit", "NQ").ExitCode);
        Assert.Equal(2, Call.Of("advise", cycle.Folder).ExitCode);
    }

    [Fact]
    public void Costs_that_cannot_be_are_refused_with_their_line()
    {
        Refused(1, "9.9.9: A006 Bộ tiêu chí của Sở Tư pháp không có mã 9.9.9", "--unit", "STP", "--costs", scratch.File("a.csv", "criterion,cost\n9.9.9,1\n"));
        Refused(1, "b.csv:3: A007", "--unit", "STP", "--costs", scratch.File("b.csv", "criterion,cost\n1.1.1,1\n1.1.2,-1\n"));
        Refused(1, "c.csv:3: A008 Tiêu chí 1.1.1 có hai dòng", "--unit", "STP", "--costs", scratch.File("c.csv", "criterion,cost\n1.1.1,1\n1.1.1,2\n"));
        Assert.Equal(2, Call.Of("advise", cycle.Folder, "--unit", "STP", "--costs", scratch.At("none.csv")).ExitCode);
    }

    [Fact]
    public void Every_ranked_unit_of_the_sample_city_gets_advice_or_is_first()
    {
        var folder = Repository.Path("cycles", "hai-phong-2021");
        foreach (var unit in (string[])["NQ", "SNV", "KT", "AD"])
        {
            var call = Call.Of("advise", folder, "--unit", unit, "--json");
            Assert.Equal(0, call.ExitCode);
            var advice = JsonDocument.Parse(call.Output).RootElement;
            var set = advice.GetProperty("cheapest");
            Assert.True(set.GetProperty("gain").GetDecimal() >= advice.GetProperty("points_needed").GetDecimal());
            Assert.True(set.GetProperty("rank").GetInt32() <= advice.GetProperty("ahead")[0].GetProperty("rank").GetInt32());
            Assert.True(set.GetProperty("index").GetDecimal() > advice.GetProperty("ahead")[0].GetProperty("index").GetDecimal());
        }
    }

    private JsonElement Json(params string[] options)
    {
        var call = Call.Of(["advise", cycle.Folder, .. options, "--json"]);
        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        return JsonDocument.Parse(call.Output).RootElement;
    }

    private string[] Results()
    {
        Assert.Equal(0, Call.Of("compute", cycle.Folder, "--out", scratch.At("out")).ExitCode);
        return File.ReadAllLines(scratch.At("out", "results.csv"));
    }

    private void Refused(int code, string error, params string[] options)
    {
        var call = Call.Of(["advise", cycle.Folder, .. options]);
        Assert.Equal((code, ""), (call.ExitCode, call.Output));
        Assert.StartsWith(error, call.Error, StringComparison.Ordinal);
    }
}
