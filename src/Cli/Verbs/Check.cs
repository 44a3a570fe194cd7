using System.CommandLine;
using System.Text.Json;
using ParIndex.Core;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.Tables;

namespace ParIndex.Cli.Verbs;

/// <summary><c>check</c>: what is wrong with a framework, a cycle folder or a published table.</summary>
internal static class Check
{
    public static Command Verb()
    {
        var what = new Argument<string>("FRAMEWORK_OR_CYCLE") { Description = CheckText.What.Both() };
        var json = new Option<bool>("--json") { Description = CheckText.Json.Both() };
        var parts = new Option<string?>("--parts") { Description = CheckText.Parts.Both() };
        var total = new Option<string?>("--total") { Description = CheckText.Total.Both() };
        var rank = new Option<string?>("--rank") { Description = CheckText.Rank.Both() };
        var score = new Option<string?>("--score") { Description = CheckText.Score.Both() };
        var group = new Option<string?>("--group") { Description = RankText.Group.Both() };
        var share = new Option<string?>("--share") { Description = CheckText.Share.Both() };
        var verb = new Command("check", CheckText.Verb.Both()) { what, json, parts, total, rank, score, group, share };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(parts) is null != result.GetValue(total) is null) result.AddError(CheckText.PartsWithTotal.Both());
            if (result.GetValue(rank) is null != result.GetValue(score) is null) result.AddError(CheckText.RankWithScore.Both());
        });
        verb.SetAction(call =>
        {
            var path = call.GetValue(what)!;
            var findings = Directory.Exists(path) ? CycleFolder.Read(path).Findings
                : !File.Exists(path) ? throw new RefusedException(ExitCode.WrongCall, new Finding("C001", path, TerminalText.NoFile))
                : path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
                    ? Table(path, call.GetValue(parts), call.GetValue(total), call.GetValue(rank), call.GetValue(score), call.GetValue(group), call.GetValue(share))
                : FrameworkFile.Check(path);
            Print(findings, call.GetValue(json), call.InvocationConfiguration.Output);
            return findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Good;
        });
        return verb;
    }

    private static IReadOnlyList<Finding> Table(string path, string? parts, string? total, string? rank, string? score, string? group, string? share)
    {
        var columns = (parts ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var table = ScoreTable.Read(path, [.. columns, .. new[] { total, rank, score, group, share }.OfType<string>()]);
        if (!table.Findings.HasErrors)
        {
            if (total is not null) TableSigns.Sums(table, columns, total);
            if (rank is not null) TableSigns.Order(table, rank, score!, group);
            if (share is not null) TableSigns.Shares(table, share);
        }

        return table.Findings.All;
    }

    private static void Print(IReadOnlyList<Finding> findings, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(
                findings.Select(finding => new
                {
                    code = finding.Code,
                    severity = finding.Severity == Severity.Error ? "error" : "warning",
                    where = finding.Where,
                    vi = finding.Message.Vi,
                    en = finding.Message.En,
                }), JsonForm));
            return;
        }

        foreach (var finding in findings)
            output.WriteLine($"{finding.Where}: {finding.Code} {CheckText.Severity(finding.Severity).Both()}: {finding.Message.Both()}");
        var errors = findings.Count(finding => finding.Severity == Severity.Error);
        output.WriteLine(CheckText.Count(errors, findings.Count - errors).Both());
    }

    private static readonly JsonSerializerOptions JsonForm = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
