using System.Text;
using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Documents.Cycles;
using ParIndex.Testing;

namespace ParIndex.Documents.Tests.Cycles;

public sealed class CycleFolderTests : IDisposable
{
    private readonly SmallCycle cycle = new();

    public void Dispose() => cycle.Dispose();

    [Fact]
    public void A_good_folder_gives_every_sheet_and_no_finding()
    {
        var reading = CycleFolder.Read(cycle.Folder);
        Assert.Empty(reading.Findings);
        var input = reading.Input!;
        Assert.Equal(2021, input.Cycle.Year);
        Assert.Equal(["SNV", "STC", "STP"], input.Sheets.Select(sheet => sheet.Unit.Code.Value));
        var first = input.Sheets[0];
        Assert.Equal(["1.1.1", "1.1.2", "1.2.1", "2.1.1"], first.Framework.Leaves.Select(leaf => leaf.Code.Value));
        Assert.Equal([1m, 0.5m], first.Leaves[0].Acts.Select(act => act.Points!.Value.Value));
        Assert.Equal("Ban hành sau ngày 15/01,\nchậm 3 ngày", first.Leaves[0].Acts[1].Reason);
        Assert.Equal(1, first.Leaves[0].EvidenceCount);
        Assert.Equal([9m, 10m], first.Leaves[1].Inputs.Select(input => input!.Value.Value));
        Assert.Equal("Hệ thống theo dõi nhiệm vụ", first.Leaves[1].InputSource);
        Assert.Equal([3m, 2.75m, null], first.Leaves[2].Acts.Select(act => act.Points?.Value));
        Assert.Equal(NotApplicablePolicy.Exclude, input.Sheets[2].Leaves[2].Applicability!.Policy);
        Assert.Equal("Quyết định 55/QĐ-UBND", Assert.Single(input.Sheets[1].Adjustments).Document);
        Assert.Equal("so-noi-vu", input.Units[0].Slug);
    }

    [Theory]
    [InlineData("units.csv", "unit,name_vi", "code,name_vi", "C005 units.csv:1:code;C004 units.csv:1:unit")]
    [InlineData("units.csv", "name_en,group", "name_vi,group", "C006 units.csv:1:name_vi")]
    [InlineData("units.csv", "Justice,dept\n", "Justice,dept\nS YT,Sở Y tế,,dept\n", "C012 units.csv:5:unit")]
    [InlineData("units.csv", "Justice,dept\n", "Justice,dept\nSNV,Sở Y tế,,dept\n", "C032 units.csv:5:unit")]
    [InlineData("units.csv", "STC,Sở Tài chính,", "STC,,", "C011 units.csv:3:name_vi")]
    [InlineData("units.csv", "Finance,dept", "Finance,huyen", "C033 units.csv:3:group")]
    [InlineData("units.csv", "Finance,dept", "Finance", "C007 units.csv:3")]
    [InlineData("units.csv", "STC,Sở Tài chính", "STC,Sở \"Tài chính\"", "C008 units.csv:3:name_vi")]
    [InlineData("units.csv", "STC,Sở Tài chính", "STC,\"Sở Tài\"chính", "C008 units.csv:3:name_vi")]
    [InlineData("units.csv", "STC,Sở Tài chính", "STC,\"Sở Tài chính", "C008 units.csv:3:name_vi")]
    [InlineData("units.csv", "STC,Sở Tài chính", "STC,Sở\u0000Tài chính", "C009 units.csv:3:name_vi")]
    [InlineData("applicability.csv", "exclude", "full", "C049 applicability.csv:2:policy")]
    [InlineData("applicability.csv", "exclude", "maybe", "C049 applicability.csv:2:policy")]
    [InlineData("applicability.csv", "1.2.1", "9.9.9", "C037 applicability.csv:2:leaf")]
    [InlineData("inputs.csv", "SNV,1.1.2,on_time,9,", "SXX,1.1.2,on_time,9,", "C036 inputs.csv:2:unit")]
    [InlineData("inputs.csv", "SNV,1.1.2,on_time,9,", "SNV,1.1,on_time,9,", "C037 inputs.csv:2:leaf")]
    [InlineData("inputs.csv", "SNV,1.1.2,on_time,9,", "SNV,1.1.2,done,9,", "C045 inputs.csv:2:input")]
    [InlineData("inputs.csv", "SNV,1.1.2,on_time,9,", "SNV,1.1.2,assigned,9,", "C043 inputs.csv:3:input")]
    [InlineData("inputs.csv", "SNV,1.1.2,on_time,9,", "SNV,1.1.2,on_time,-9,", "C046 inputs.csv:2:value")]
    [InlineData("inputs.csv", "SNV,1.1.2,on_time,9,", "SNV,1.1.2,on_time,NaN,", "C014 inputs.csv:2:value")]
    [InlineData("inputs.csv", "SNV,1.1.2,on_time,9,", "SNV,1.1.2,on_time,Infinity,", "C014 inputs.csv:2:value")]
    [InlineData("inputs.csv", "SNV,1.1.2,on_time,9,", "SNV,1.1.2,on_time,1e3,", "C014 inputs.csv:2:value")]
    [InlineData("inputs.csv", "SNV,1.1.2,on_time,9,", "SNV,1.1.2,on_time,9.5,", "S002 inputs.csv:2:value")]
    [InlineData("inputs.csv", "SNV,1.1.2,on_time,9,", "SNV,1.1.2,on_time,90000000000000000000,", "C015 inputs.csv:2:value")]
    [InlineData("inputs.csv", "SNV,2.1.1,on_time,95,", "SNV,2.1.1,on_time,0,", "")]
    [InlineData("inputs.csv", "SNV,2.1.1,total,100,", "SNV,2.1.1,total,0,", "S005 inputs.csv:4:value")]
    [InlineData("inputs.csv", "STC,2.1.1,on_time,50,,\nSTC,2.1.1,total,80,", "STC,2.1.1,on_time,0,,\nSTC,2.1.1,total,0,", "C048 inputs.csv:8:value")]
    [InlineData("inputs.csv", "2021-12-31", "31/12/2021", "C016 inputs.csv:2:date")]
    [InlineData("acts.csv", "STC,1.2.1,self,2.5,", "STC,1.2.1,self,3.25,", "C039 acts.csv:10:points")]
    [InlineData("acts.csv", "STC,1.2.1,self,2.5,", "STC,1.2.1,self,-1,", "C039 acts.csv:10:points")]
    [InlineData("acts.csv", "STC,1.2.1,self,2.5,", "STC,1.2.1,self,2.3,", "C040 acts.csv:10:points")]
    [InlineData("acts.csv", "STC,1.2.1,self,2.5,", "STC,1.2.1,self,2.50001,", "C015 acts.csv:10:points")]
    [InlineData("acts.csv", "STC,1.2.1,self,2.5,", "STC,1.2.1,self,\"2,5\",", "C014 acts.csv:10:points")]
    [InlineData("acts.csv", "STC,1.2.1,self,2.5,", "STC,1.2.1,self,2,5,", "C007 acts.csv:10")]
    [InlineData("acts.csv", "STC,1.2.1,self,2.5,", "STC,1.2.1,self,∞,", "C014 acts.csv:10:points")]
    [InlineData("acts.csv", "STC,1.2.1,self,2.5,", "STC,1.2.1,council,2.5,", "C038 acts.csv:10:stage")]
    [InlineData("acts.csv", "STC,1.2.1,self,2.5,", "STC,1.2.1,explanation,2.5,", "C041 acts.csv:10:points")]
    [InlineData("acts.csv", "STC,1.2.1,self,2.5,", "STC,1.2.1,self,,", "C042 acts.csv:10:points")]
    [InlineData("acts.csv", ",,late,", ",,later,", "C040 acts.csv:3:level")]
    [InlineData("acts.csv", ",,late,", ",0.5,late,", "C041 acts.csv:3:level")]
    [InlineData("acts.csv", "STC,1.1.1,appraisal,1,,,Tổ thẩm định,2022-01-20T09:00:00+07:00", "STC,1.1.1,appraisal,1,,,Tổ thẩm định,2022-01-20", "C017 acts.csv:9:time")]
    [InlineData("acts.csv", "STC,1.1.1,appraisal,1,,,Tổ thẩm định,2022-01-20T09:00:00+07:00", "STC,1.1.1,self,1,,,Tổ thẩm định,2022-01-11T01:00:00Z", "C043 acts.csv:9:time")]
    [InlineData("adjustments.csv", "BONUS1,1,", "BONUS2,1,", "C050 adjustments.csv:2:item")]
    [InlineData("adjustments.csv", "BONUS1,1,", "BONUS1,-1,", "C046 adjustments.csv:2:cases")]
    [InlineData("cycle.json", "\"year\": 2021,", "\"year\": 2021", "C021 cycle.json:8:3")]
    [InlineData("cycle.json", "\"year\": 2021,", "\"year\": \"2021\",", "C026 cycle.json:7:17")]
    [InlineData("cycle.json", "\"year\": 2021,", "\"year\": 2021, \"yaer\": 2021,", "C023 cycle.json:7:24")]
    [InlineData("cycle.json", "\"year\": 2021,", "\"year\": 2021, \"year\": 2020,", "C024 cycle.json:7:29")]
    [InlineData("cycle.json", "  \"year\": 2021,\n", "", "C025 cycle.json:16:2")]
    [InlineData("cycle.json", "\"year\": 2021,", "\"year\": 21,", "C030 cycle.json:7:3")]
    [InlineData("cycle.json", "\"small-2021\"", "\"small\\u0000\"", "C022 cycle.json:2:11")]
    [InlineData("cycle.json", "\"small-2021\"", "\"small\\ud800\"", "C022 cycle.json:2:11")]
    [InlineData("cycle.json", "\"code\": \"explanation\"", "\"code\": \"self\"", "C032 cycle.json:11:3;C038 acts.csv:7:stage")]
    [InlineData("cycle.json", "\"framework.json\"", "\"frameworks.json\"", "C001 frameworks.json")]
    [InlineData("cycle.json", "\"year\": 2021,", "\"year\": 2021, \"previous\": \"../nowhere\",", "C001 ../nowhere/;C055 cycle.json")]
    [InlineData("cycle.json", "\"year\": 2021,", "\"year\": 2021, \"decision\": { \"number\": \"1/QĐ\", \"date\": \"2020-01-01\" },", "C044 cycle.json:7:17")]
    public void A_broken_file_is_reported_at_its_place(string file, string from, string to, string expected)
    {
        cycle.Change(file, from, to);
        var reading = CycleFolder.Read(cycle.Folder);
        Assert.Equal(expected, string.Join(';', reading.Findings.Select(finding => $"{finding.Code} {finding.Where}")));
        Assert.Equal(expected.Length == 0, reading.Input is not null);
    }

    [Fact]
    public void More_than_the_whole_is_a_warning_and_results_may_be_computed()
    {
        cycle.Change("inputs.csv", "SNV,2.1.1,on_time,95,", "SNV,2.1.1,on_time,101,");
        var reading = CycleFolder.Read(cycle.Folder);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("S007", "inputs.csv:4:value", Severity.Warning), (finding.Code, finding.Where, finding.Severity));
        Assert.NotNull(reading.Input);
    }

    [Theory]
    [InlineData("cycle.json")]
    [InlineData("units.csv")]
    [InlineData("acts.csv")]
    [InlineData("inputs.csv")]
    [InlineData("framework.json")]
    public void A_missing_file_is_named(string file)
    {
        cycle.Delete(file);
        var reading = CycleFolder.Read(cycle.Folder);
        Assert.Null(reading.Input);
        Assert.Contains(reading.Findings, finding => (finding.Code, finding.Where) == ("C001", file));
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused_with_its_line()
    {
        cycle.Write("units.csv", Encoding.Latin1.GetBytes("unit,name_vi,group\nSNV,So Noi vu,dept\nSTC,Sô Tài chinh,dept\n"));
        var reading = CycleFolder.Read(cycle.Folder);
        Assert.Equal(("C003", "units.csv:3:name_vi"), (reading.Findings[0].Code, reading.Findings[0].Where));
        cycle.Write("units.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("unit,name_vi,group\n")]);
        Assert.StartsWith("C0", CycleFolder.Read(cycle.Folder).Findings[0].Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("F037", "{ \"from\": 80, \"fromIncluded\": true, \"points\": 4 }, { \"to\": 90, \"points\": 2 }", "chồng lấn một khoảng trước", "overlaps an earlier one")]
    [InlineData("F038", "{ \"from\": 80, \"fromIncluded\": true, \"points\": 4 }, { \"to\": 70, \"points\": 2 }", "không có khoảng nào giữa", "there is no band between")]
    public void A_cycle_whose_framework_has_overlapping_brackets_or_a_gap_is_blocked(string code, string bands, string vietnamese, string english)
    {
        cycle.Change("framework.json", "\"$type\": \"linear\", \"target\": 100,", $"\"$type\": \"brackets\", \"bands\": [{bands}],");
        var reading = CycleFolder.Read(cycle.Folder);
        Assert.Null(reading.Input);
        var finding = Assert.Single(reading.Findings, finding => finding.Code == code);
        Assert.Equal("framework.json:2.1.1", finding.Where);
        Assert.Contains(vietnamese, finding.Message.Vi, StringComparison.Ordinal);
        Assert.Contains(english, finding.Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\uFEFF")]
    [InlineData("unit,name_vi,name_en,group\n")]
    public void A_file_with_the_wrong_content_is_a_finding_and_never_an_exception(string text)
    {
        foreach (var file in SmallCycle.Files.Keys)
        {
            cycle.Write(file, text);
            var reading = CycleFolder.Read(cycle.Folder);
            Assert.Contains(reading.Findings, finding => finding.Where.StartsWith(file, StringComparison.Ordinal));
            Assert.All(reading.Findings, finding => Assert.False(string.IsNullOrWhiteSpace(finding.Message.Vi) || string.IsNullOrWhiteSpace(finding.Message.En)));
            cycle.Write(file, SmallCycle.Files[file]);
        }
    }

    [Fact]
    public void A_file_nobody_may_read_and_a_folder_in_the_place_of_a_file_are_findings()
    {
        cycle.Delete("acts.csv");
        Directory.CreateDirectory(cycle.At("acts.csv"));
        var reading = CycleFolder.Read(cycle.Folder);
        Assert.Null(reading.Input);
        Assert.Contains(reading.Findings, finding => finding.Where == "acts.csv");
    }

    [Fact]
    public void Ten_megabytes_in_a_cell_are_a_finding()
    {
        cycle.Change("acts.csv", "Thiếu một kết luận", new string('x', 10 * 1024 * 1024));
        var finding = Assert.Single(CycleFolder.Read(cycle.Folder).Findings);
        Assert.Equal(("C010", "acts.csv:6:reason"), (finding.Code, finding.Where));
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_accepted()
    {
        cycle.Write("units.csv", "\uFEFF" + SmallCycle.Files["units.csv"].Replace("\n", "\r\n", StringComparison.Ordinal));
        cycle.Write("cycle.json", "\uFEFF" + SmallCycle.Files["cycle.json"]);
        Assert.Empty(CycleFolder.Read(cycle.Folder).Findings);
    }

    [Fact]
    public void Text_outside_NFC_is_normalized_with_a_warning()
    {
        cycle.Change("units.csv", "Sở Tài chính", "Sở Tài chính".Normalize(NormalizationForm.FormD));
        var reading = CycleFolder.Read(cycle.Folder);
        Assert.Equal(("C013", "units.csv:3:name_vi", Severity.Warning), (reading.Findings[0].Code, reading.Findings[0].Where, reading.Findings[0].Severity));
        Assert.Equal("Sở Tài chính", reading.Input!.Units[1].Name.Vi);
    }

    [Fact]
    public void All_errors_of_all_files_come_in_one_run_and_a_flood_is_counted()
    {
        cycle.Change("units.csv", "Finance,dept", "Finance,huyen").Change("inputs.csv", "STP,2.1.1,total", "STQ,2.1.1,total");
        cycle.Write("applicability.csv", "unit,leaf,policy,reason\n" + string.Concat(Enumerable.Repeat("XX,1.2.1,exclude,a\n", 300)));
        var findings = CycleFolder.Read(cycle.Folder).Findings;
        Assert.Contains(findings, finding => finding.Where == "units.csv:3:group");
        Assert.Equal(201, findings.Count(finding => finding.Where.StartsWith("applicability.csv", StringComparison.Ordinal)));
        Assert.Contains(findings, finding => finding is { Code: "C019", Message.En: "There are 100 more findings in this file. Mend those above and check again." });
        Assert.Contains(findings, finding => finding.Where == "inputs.csv:13:unit");
    }

    [Fact]
    public void Totals_stand_in_place_of_the_detail_but_not_beside_it()
    {
        cycle.Write("totals.csv", "unit,index,satisfaction\nSNV,90.5,92\nSTC,88,\nSTP,,\n");
        Assert.Contains(CycleFolder.Read(cycle.Folder).Findings, finding => (finding.Code, finding.Where) == ("C057", "acts.csv"));
        foreach (var detail in new[] { "acts.csv", "inputs.csv", "applicability.csv", "evidence.csv", "adjustments.csv" }) cycle.Delete(detail);
        var input = CycleFolder.Read(cycle.Folder).Input!;
        Assert.Equal([90.5m, 88m, null], input.Totals!.Select(total => total.Index));
        Assert.Equal([92m, null, null], input.Totals!.Select(total => total.Satisfaction));
    }

    [Fact]
    public void The_hash_of_the_inputs_changes_with_any_byte_and_not_with_the_place()
    {
        using var copy = new SmallCycle();
        var hash = CycleFolder.Read(cycle.Folder).Input!.InputsHash;
        Assert.Equal(64, hash.Length);
        Assert.Equal(hash, CycleFolder.Read(copy.Folder).Input!.InputsHash);
        foreach (var (file, from, to) in new[] { ("acts.csv", "2.75", "2.50"), ("framework.json", "Bộ chỉ số nhỏ", "Bộ chỉ số"), ("evidence.csv", "01/KH", "09/KH") })
        {
            copy.Change(file, from, to);
            Assert.NotEqual(hash, CycleFolder.Read(copy.Folder).Input!.InputsHash);
            copy.Write(file, SmallCycle.Files[file]);
        }
    }
}
