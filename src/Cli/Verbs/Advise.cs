using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ParIndex.Core;
using ParIndex.Core.Advice;
using ParIndex.Core.Computation;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.Tables;

namespace ParIndex.Cli.Verbs;

/// <summary><c>advise CYCLE_DIR --unit CODE</c>: where a unit lost points, what each would take, and the cheapest set that passes the unit ahead.</summary>
internal static class Advise
{
    public static Command Verb()
    {
        var folder = new Argument<string>("CYCLE_DIR") { Description = ComputeText.Folder.Both() };
        var unit = new Option<string>("--unit") { Description = AdviseText.Unit.Both(), Required = true };
        var costs = new Option<string?>("--costs") { Description = AdviseText.Costs.Both() };
        var json = new Option<bool>("--json") { Description = CheckText.Json.Both() };
        var verb = new Command("advise", AdviseText.Verb.Both()) { folder, unit, costs, json };
        verb.SetAction(call => Run(call.GetValue(folder)!, call.GetValue(unit)!, call.GetValue(costs), call.GetValue(json),
            call.InvocationConfiguration.Output, call.InvocationConfiguration.Error));
        return verb;
    }

    private static int Run(string from, string unit, string? costs, bool json, TextWriter output, TextWriter error)
    {
        if (!Directory.Exists(from)) throw new RefusedException(ExitCode.WrongCall, new Finding("C001", from, TerminalText.NoFile));
        if (costs is not null && !File.Exists(costs)) throw new RefusedException(ExitCode.WrongCall, new Finding("C001", costs, TerminalText.NoFile));
        if (!UnitCode.TryParse(unit, out var code)) throw new RefusedException(ExitCode.WrongCall, new Finding("A001", unit, AdviseText.NotACode(unit)));
        using var progress = new Progress(error);
        progress.Now(ComputeText.Reading);
        var given = costs is null ? null : Costs(costs);
        var reading = CycleFolder.Read(from);
        if (reading.Input is null) throw new RefusedException(ExitCode.Findings, [.. reading.Findings.Where(finding => finding.Severity == Severity.Error)]);
        progress.Now(ComputeText.Computing);
        var advice = Advising.Of(Computing.Compute(reading.Input, Compute.Engine), code, given, out var why);
        if (advice is null) throw new RefusedException(ExitCode.Findings, why!);
        if (json) output.WriteLine(JsonSerializer.Serialize(Body(advice), JsonForm));
        else Print(AdviceText.Lines(advice), output);
        return ExitCode.Good;
    }

    // A terminal has no language switch: the whole in Vietnamese, then the whole in English.
    private static void Print(IReadOnlyList<Text> lines, TextWriter output)
    {
        foreach (var line in lines) output.WriteLine(line.Vi);
        output.WriteLine();
        foreach (var line in lines) output.WriteLine(line.En);
    }

    private static Dictionary<CriterionCode, decimal> Costs(string file)
    {
        var table = ScoreTable.Read(file, ["criterion", "cost"]);
        if (table.Findings.HasErrors) throw new RefusedException(ExitCode.Findings, table.Findings.All);
        var numbers = table.Numbers("cost");
        if (table.Findings.HasErrors) throw new RefusedException(ExitCode.Findings, table.Findings.All);
        var costs = new Dictionary<CriterionCode, decimal>();
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var (text, where) = (table.Rows[row][table.IndexOf("criterion")], string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}:{table.Lines[row]}"));
            if (!CriterionCode.TryParse(text, out var code) || numbers[row] is not (>= 0 and <= 1_000_000_000m and var cost))
                throw new RefusedException(ExitCode.Findings, new Finding("A007", where, AdviseText.NotACost));
            if (!costs.TryAdd(code, cost)) throw new RefusedException(ExitCode.Findings, new Finding("A008", where, AdviseText.CostTwice(text)));
        }

        return costs;
    }

    private static object Body(UnitAdvice advice) => new
    {
        unit = advice.Unit.Unit.Code.Value,
        index = advice.Unit.Published,
        rank = advice.Unit.Standing!.Value.Rank,
        tied = advice.Unit.Standing.Value.Tied,
        ahead = advice.Ahead.Select(one => new { unit = one.Unit.Code.Value, index = one.Published, rank = one.Standing!.Value.Rank }),
        points_needed = advice.Needed?.Value,
        points_reachable = advice.Reachable.Value,
        assumption = Words(AdviceText.Assumption(advice.CostsGiven)),
        areas = advice.Gaps.Select(gap => new { area = gap.Area.Code.Value, own = Round(gap.Own), ahead = Round(gap.Other), behind = Round(gap.Behind) }),
        lost = advice.Lost.Select(lost => new
        {
            criterion = lost.Leaf.Code.Value,
            earned = lost.Earned.Value,
            lost = lost.Lost.Value,
            lost_index = Round(lost.LostIndex),
            why = Words(lost.Why),
            note = lost.Note is null ? null : Words(lost.Note),
            changes = lost.Changes.Select(change => Body(advice, change)),
        }),
        cheapest = advice.Cheapest is not { } set ? null : new
        {
            gain = set.Gain.Value,
            effort = Round(set.Effort),
            index = set.Published,
            rank = set.Rank,
            changes = set.Changes.Select(change => Body(advice, change)),
        },
    };

    private static object Body(UnitAdvice advice, AdvisedChange change) => new
    {
        criterion = advice.Unit.Sheet!.Framework.Leaves[change.Leaf].Code.Value,
        part = change.Part,
        gain = change.Gain.Value,
        effort = Round(change.Effort),
        change = Words(change.Words),
    };

    private static object Words(Text text) => new { vi = text.Vi, en = text.En };

    private static decimal Round(decimal value) => Rounding.HalfAwayFromZero(value, 6);

    private static readonly JsonSerializerOptions JsonForm = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>Words of <c>advise</c>.</summary>
internal static class AdviseText
{
    public static Text Verb { get; } = new(
        "Đơn vị mất điểm ở đâu, mỗi bước cần gì theo cách tính, và phương án ít tốn sức nhất để vượt đơn vị phía trước khi các đơn vị khác giữ nguyên.",
        "Where a unit lost points, what each step takes by its rule, and the cheapest set that passes the unit ahead while all others stand still.");

    public static Text Unit { get; } = new("mã đơn vị, như trong units.csv", "code of the unit, as in units.csv");

    public static Text Costs { get; } = new(
        "CSV criterion,cost: chi phí của trọn quãng đường đến điểm tối đa; chỉ các tiêu chí này được đưa vào phương án. Không có: mỗi tiêu chí tính 1",
        "CSV criterion,cost: what the whole way to a criterion's maximum costs; only these may be chosen. Without it each counts 1");

    public static Text NotACode(string given) => new($"\"{given}\" không phải mã đơn vị. Ghi mã như trong units.csv.", $"\"{given}\" is no code of a unit. Give one as in units.csv.");

    public static Text NotACost { get; } = new(
        "Dòng này không có mã tiêu chí hoặc chi phí từ 0 trở lên. Sửa dòng này.", "This line has no code of a criterion, or no cost of 0 or more. Correct the line.");

    public static Text CostTwice(string code) => new($"Tiêu chí {code} có hai dòng. Xóa một dòng.", $"The criterion {code} has two lines. Remove one.");
}
