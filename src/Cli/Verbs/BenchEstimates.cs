using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.App.SurveyResults;
using ParIndex.Core;
using ParIndex.Core.Cycles;
using ParIndex.Core.Questionnaires;
using ParIndex.Core.Surveys;

namespace ParIndex.Cli.Verbs;

/// <summary>
/// <c>bench estimates</c>: invented sealed responses in a database of their own, then every estimate of a result from it: all units together, each
/// unit, factor, item and channel, with intervals by stratum and cluster, in the same way as the survey manager's page computes them.
/// </summary>
internal static class BenchEstimates
{
    private const int Items = 30, Factors = 5, Strata = 4, ClustersOfStratum = 10;
    private const double Goal = 15;
    private static readonly string[] Channels = [nameof(Channel.Web), nameof(Channel.Interview), nameof(Channel.Paper)];

    public static Command Verb()
    {
        var forms = new Option<int>("--forms") { Description = BenchEstimatesText.Forms.Both(), DefaultValueFactory = _ => 4_000_000 };
        var units = new Option<int>("--units") { Description = BenchText.Units.Both(), DefaultValueFactory = _ => 400 };
        var rounds = new Option<int>("--rounds") { Description = BenchText.Rounds.Both(), DefaultValueFactory = _ => 3 };
        var verb = new Command("estimates", BenchEstimatesText.Verb.Both()) { forms, units, rounds };
        verb.SetAction((call, cancel) => RunAsync(call.GetValue(forms), Math.Max(1, call.GetValue(units)), Math.Max(1, call.GetValue(rounds)), call.InvocationConfiguration.Output, cancel));
        return verb;
    }

    private static async Task<int> RunAsync(int forms, int units, int rounds, TextWriter output, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("parindex-bench-");
        try
        {
            var path = Path.Combine(folder.FullName, "index.db");
            var plan = Plan(units);
            await using (var db = SqliteStorage.Open(path))
            {
                await PrepareDatabase.RunAsync(db, cancel);
                var filled = Stopwatch.StartNew();
                await FillAsync(db, plan, forms, cancel);
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"# {forms} responses of {Items} items stored in {filled.Elapsed.TotalSeconds:0.0} s, {new FileInfo(path).Length / 1048576} MiB"));
            }

            await output.WriteLineAsync("responses,items,units,seconds,responses_per_second,figures,peak_mib,goal_seconds,met");
            var seconds = new List<double>();
            for (var round = 0; round < rounds; round++)
            {
                await using var db = SqliteStorage.Open(path);
                var clock = Stopwatch.StartNew();
                var figures = (await new CountSurvey(db).SatisfactionAsync(plan, null, cancel)).Figures();
                seconds.Add(clock.Elapsed.TotalSeconds);
                if (figures.Rows.First(row => row.Domain == FigureDomain.All).Forms != forms) throw new InvalidOperationException("Not every response was counted.");
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{forms},{Items},{units},{seconds[^1]:0.00},{forms / seconds[^1]:0},{figures.Rows.Count},{Process.GetCurrentProcess().PeakWorkingSet64 / 1048576},{Goal:0},{(seconds[^1] < Goal ? "yes" : "no")}"));
            }

            // The goal is for four million; smaller sizes are for looking.
            return forms >= 4_000_000 && seconds.Order().ElementAt(rounds / 2) >= Goal ? ExitCode.Findings : ExitCode.Good;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static CountPlan Plan(int units)
    {
        static Text Named(string code) => new(code, code);
        Scale scale = new("five", [.. Enumerable.Range(1, 5).Select(level => new Choice(level, Named($"{level}")))]);
        var items = Enumerable.Range(0, Items).Select(i => new ScaleQuestion { Code = $"Q{i + 1}", ItemVersion = 1, Words = Named($"Q{i + 1}"), Scale = "five", Factor = $"F{(i % Factors) + 1}", MayBeNotUsed = true });
        var questionnaire = new Questionnaire("BENCH", 1, Named("bench"), Named("bench"), [scale],
            [new("S", Named("S"), [.. Enumerable.Range(1, Factors).Select(factor => new FactorPart($"F{factor}", Named($"F{factor}")))])],
            [new("all", Named("all"), [.. items, new ScaleQuestion { Code = "S0", ItemVersion = 1, Words = Named("S0"), Scale = "five" }])], [])
        { Edition = "bench", OverallItem = "S0" };
        var file = QuestionnaireJson.Write(questionnaire);
        return new()
        {
            Campaign = new CampaignRow
            {
                Code = "bench",
                Cycle = 1,
                Year = 2026,
                Purpose = CampaignPurpose.Satisfaction,
                Title = Named("bench"),
                Asker = Named("bench"),
                Questionnaire = file,
                QuestionnaireSha256 = Convert.ToHexStringLower(SHA256.HashData(file)),
                MethodVersion = "bench",
                MinimumBase = 30,
                Opens = DateTimeOffset.UnixEpoch,
                Closes = DateTimeOffset.UnixEpoch,
                GraceHours = 0,
                TokenKey = [],
                Version = 1,
            },
            Questionnaire = questionnaire,
            Survey = MethodOfForm.Survey(questionnaire, "bench"),
            Units = [.. Enumerable.Range(0, units).Select(unit => new Unit { Code = UnitCode.Parse($"U{unit:0000}"), Name = Named($"U{unit}"), Group = "g", ShortName = Named($"U{unit}"), Slug = $"u{unit}" })],
            Factors = new Dictionary<(string, string), double>(),
            Excluded = new HashSet<string>(),
        };
    }

    private static async Task FillAsync(IndexDb db, CountPlan plan, int forms, CancellationToken cancel)
    {
        var random = new Random(20_260_126);
        await db.Database.OpenConnectionAsync(cancel);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var done = 0;
        for (var unit = 0; unit < plan.Units.Count; unit++)
        {
            var count = (int)((long)forms * (unit + 1) / plan.Units.Count) - done;
            done += count;
            // Sealed responses lie in the order of their commitments.
            var rows = new byte[count][];
            for (var i = 0; i < count; i++) random.NextBytes(rows[i] = new byte[48]);
            Array.Sort(rows, (a, b) => a.AsSpan(0, 32).SequenceCompareTo(b.AsSpan(0, 32)));
            await using var transaction = connection.BeginTransaction();
            await using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = """
                INSERT INTO "Responses" ("Campaign", "Unit", "Commitment", "Batch", "Channel", "Day", "Late", "Stratum", "Cluster", "Weight", "Collector", "Seconds", "Salt", "Answers")
                VALUES ('bench', $unit, $commitment, 1, $channel, '2026-10-01', 0, $stratum, $cluster, NULL, '', NULL, $salt, $answers)
                """;
            foreach (var name in (string[])["$unit", "$commitment", "$channel", "$stratum", "$cluster", "$salt", "$answers"]) insert.Parameters.Add(new SqliteParameter { ParameterName = name });
            var level = 3 + (unit % 3);
            foreach (var row in rows)
            {
                var (stratum, answers) = (random.Next(Strata), new byte[Items + 1]);
                for (var item = 0; item <= Items; item++) answers[item] = random.Next(20) == 0 && item < Items ? (byte)ScaleQuestion.NotUsed : (byte)Math.Clamp(level + random.Next(-2, 3), 1, 5);
                object[] values = [plan.Units[unit].Code.Value, row[..32], Channels[random.Next(Channels.Length)], $"s{stratum}", $"c{(stratum * ClustersOfStratum) + random.Next(ClustersOfStratum)}", row[32..], answers];
                for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i];
                await insert.ExecuteNonQueryAsync(cancel);
            }

            await transaction.CommitAsync(cancel);
        }
    }
}

/// <summary>Words of <c>bench estimates</c>.</summary>
internal static class BenchEstimatesText
{
    public static Text Verb { get; } = new(
        "Mọi ước lượng của một kết quả khảo sát, từ phiếu trong cơ sở dữ liệu; mục tiêu 4.000.000 phiếu 30 câu dưới 15 giây.",
        "Every estimate of a survey result, out of responses in the database; the goal is 4,000,000 responses of 30 items in under 15 seconds.");

    public static Text Forms { get; } = new("số phiếu", "number of responses");
}
