using System.Globalization;
using ParIndex.Core;
using ParIndex.Core.Surveys;

namespace ParIndex.Documents.Tables;

/// <summary>Signs that a published table is not quite what it says. Reported, never corrected.</summary>
public static class TableSigns
{
    /// <summary>Rows whose total is not the sum of its printed parts (T001).</summary>
    public static void Sums(ScoreTable table, IReadOnlyList<string> parts, string total)
    {
        var columns = parts.Select(table.Numbers).ToList();
        var totals = table.Numbers(total);
        for (var row = 0; row < totals.Length; row++)
        {
            if (totals[row] is not { } printed || columns.Any(column => column[row] is null)) continue;
            var sum = columns.Sum(column => column[row]!.Value);
            if (sum != printed) table.Report(row, total, ("T001", SumDiffers(printed, sum)), Severity.Warning);
        }
    }

    /// <summary>Rows whose rank and score do not agree with their neighbours' (T002).</summary>
    public static void Order(ScoreTable table, string rank, string score, string? group)
    {
        var (ranks, scores) = (table.Numbers(rank), table.Numbers(score));
        var place = group is null ? -1 : table.IndexOf(group);
        foreach (var rows in Enumerable.Range(0, ranks.Length).Where(i => ranks[i] is not null && scores[i] is not null)
            .GroupBy(i => place < 0 ? "" : table.Rows[i][place], StringComparer.Ordinal))
        {
            var ordered = rows.OrderBy(i => ranks[i]).ToList();
            for (var i = 1; i < ordered.Count; i++)
                if (scores[ordered[i]] > scores[ordered[i - 1]])
                    table.Report(ordered[i], score, ("T002", OutOfOrder(scores[ordered[i]]!.Value, scores[ordered[i - 1]]!.Value, table.Lines[ordered[i - 1]])), Severity.Warning);
        }
    }

    /// <summary>Percentages that are all multiples of one small fraction: no raw answers (S101).</summary>
    public static void Shares(ScoreTable table, string column)
    {
        var values = table.Numbers(column).Where(value => value is not null).Select(value => value!.Value).ToList();
        if (ImportedShares.CommonDenominator(values, $"{table.Findings.File}:1:{column}") is { } finding) table.Findings.Add(finding);
    }

    private static Text SumDiffers(decimal printed, decimal sum) => new(
        $"Tổng in là {Vi(printed)} nhưng các phần cộng lại là {Vi(sum)}, lệch {Vi(printed - sum)}. Giữ nguyên số đã công bố; hỏi nơi công bố nếu cần.",
        $"The printed total is {En(printed)} but its parts add up to {En(sum)}, off by {En(printed - sum)}. The published figure is kept; ask the publisher.");

    private static Text OutOfOrder(decimal score, decimal before, int line) => new(
        $"Điểm {Vi(score)} cao hơn {Vi(before)} ở dòng {line} nhưng xếp hạng thấp hơn. Giữ nguyên số đã công bố; hỏi nơi công bố nếu cần.",
        $"The score {En(score)} is above {En(before)} on line {line} but ranked below it. The published figure is kept; ask the publisher.");

    private static string Vi(decimal value) => En(value).Replace('.', ',');

    private static string En(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
