using System.CommandLine;
using System.Globalization;
using ParIndex.Core;
using ParIndex.Core.Ranking;
using ParIndex.Documents.Tables;

namespace ParIndex.Cli.Verbs;

/// <summary><c>rank TABLE.csv</c>: places by any score column, on standard output as CSV.</summary>
internal static class Rank
{
    public static Command Verb()
    {
        var table = new Argument<string>("TABLE.csv") { Description = RankText.Table.Both() };
        var unit = new Option<string>("--unit") { Description = RankText.Unit.Both(), Required = true };
        var score = new Option<string>("--score") { Description = RankText.Score.Both(), Required = true };
        var group = new Option<string?>("--group") { Description = RankText.Group.Both() };
        var places = new Option<int>("--places") { Description = RankText.Places.Both(), DefaultValueFactory = _ => 2 };
        var ties = new Option<string>("--ties") { Description = RankText.Ties.Both(), DefaultValueFactory = _ => "shared" };
        ties.AcceptOnlyFromAmong("shared", "ordered");
        var keys = new Option<string?>("--keys") { Description = RankText.Keys.Both() };
        var mean = new Option<bool>("--mean") { Description = RankText.Mean.Both() };
        places.Validators.Add(result =>
        {
            // A text that is no number is the library's to report.
            if (result.Tokens is [var given] && int.TryParse(given.Value, CultureInfo.InvariantCulture, out var number) && number is < 0 or > 9) result.AddError(RankText.PlacesOut.Both());
        });
        var verb = new Command("rank", RankText.Verb.Both()) { table, unit, score, group, places, ties, keys, mean };
        verb.SetAction(call => Run(
            new(call.GetValue(table)!, call.GetValue(unit)!, call.GetValue(score)!, call.GetValue(group), call.GetValue(places), call.GetValue(ties) == "ordered",
                (call.GetValue(keys) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), call.GetValue(mean)),
            call.InvocationConfiguration.Output, call.InvocationConfiguration.Error));
        return verb;
    }

    private sealed record Asked(string Table, string Unit, string Score, string? Group, int Places, bool Ordered, string[] Keys, bool Mean);

    private static int Run(Asked asked, TextWriter output, TextWriter error)
    {
        if (!File.Exists(asked.Table)) throw new RefusedException(ExitCode.WrongCall, new Finding("C001", asked.Table, TerminalText.NoFile));
        if (asked.Keys.Length > 0 && !asked.Ordered) throw new RefusedException(ExitCode.WrongCall, new Finding("T010", "--keys", RankText.KeysWithoutOrder));
        var columns = asked.Keys.Where(key => key != "unrounded").Select(ColumnOf);
        var table = ScoreTable.Read(asked.Table, [asked.Unit, asked.Score, .. columns, .. asked.Group is null ? Array.Empty<string>() : [asked.Group]]);
        var (unitPlace, groupPlace) = (table.IndexOf(asked.Unit), asked.Group is null ? -1 : table.IndexOf(asked.Group));
        var scores = table.Numbers(asked.Score);
        var keys = asked.Ordered ? (asked.Keys.Length == 0 ? ["unrounded"] : asked.Keys) : [];
        var values = keys.ToDictionary(key => key, key => key == "unrounded" ? scores : table.Numbers(ColumnOf(key)));
        if (!table.Findings.HasErrors) Check(table, unitPlace, groupPlace, scores, asked);
        foreach (var finding in table.Findings.All) error.WriteLine(AtLine(finding, asked.Table));
        if (table.Findings.HasErrors) return ExitCode.Findings;

        var csv = new CsvWriter().Header("group", "rank", "tied", "unit", "score");
        foreach (var rows in Enumerable.Range(0, table.Rows.Count).GroupBy(i => groupPlace < 0 ? "" : table.Rows[i][groupPlace], StringComparer.Ordinal))
        {
            var members = rows.ToArray();
            var standings = Standings.Of([.. members.Select(i => scores[i])], asked.Places, RoundingMode.HalfAwayFromZero,
                [.. keys.Select(key => new RankKey([.. members.Select(i => values[key][i])], key.EndsWith(":asc", StringComparison.Ordinal)))]);
            foreach (var at in Enumerable.Range(0, members.Length).OrderBy(at => standings[at]?.Rank ?? int.MaxValue)
                .ThenBy(at => table.Rows[members[at]][unitPlace], StringComparer.Ordinal))
            {
                var (row, standing) = (members[at], standings[at]);
                csv.Text(rows.Key).Number(standing?.Rank).YesNo(standing?.Tied).Text(table.Rows[row][unitPlace])
                    .Decimal(scores[row] is { } value ? Rounding.HalfAwayFromZero(value, asked.Places) : null, asked.Places).End();
            }

            if (asked.Mean) error.WriteLine(RankText.MeanOf(rows.Key, [.. members.Where(i => scores[i] is not null).Select(i => scores[i]!.Value)]).Both());
        }

        output.Write(System.Text.Encoding.UTF8.GetString(csv.Written));
        return ExitCode.Good;
    }

    private static void Check(ScoreTable table, int unitPlace, int groupPlace, decimal?[] scores, Asked asked)
    {
        var seen = new Dictionary<(string, string), int>();
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var (unit, group) = (table.Rows[i][unitPlace], groupPlace < 0 ? "" : table.Rows[i][groupPlace]);
            if (unit.Length == 0) table.Report(i, asked.Unit, ("T011", RankText.NoUnit));
            else if (!seen.TryAdd((group, unit), table.Lines[i])) table.Report(i, asked.Unit, ("T012", RankText.UnitTwice(unit, seen[(group, unit)])));
            if (scores[i] is null) table.Report(i, asked.Score, ("T013", RankText.NoScore), Severity.Warning);
        }
    }

    /// <summary>FILE:LINE: text, as editors know it; the column stands before the text.</summary>
    private static string AtLine(Finding finding, string file)
    {
        var place = finding.Where.StartsWith(file + ":", StringComparison.Ordinal) ? finding.Where[(file.Length + 1)..] : "";
        var colon = place.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? $"{finding.Where}: {finding.Message.Both()}" : $"{file}:{place[..colon]}: [{place[(colon + 1)..]}] {finding.Message.Both()}";
    }

    private static string ColumnOf(string key) => key.EndsWith(":asc", StringComparison.Ordinal) ? key[..^4] : key;
}
