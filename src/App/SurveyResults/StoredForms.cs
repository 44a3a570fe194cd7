using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Questionnaires;
using ParIndex.Core.Surveys;

namespace ParIndex.App.SurveyResults;

/// <summary>A sealed form as it is counted.</summary>
public readonly record struct StoredForm(string Unit, Channel Channel, bool Late, string Stratum, string Cluster, long? Weight, byte[] Commitment, byte[] Salt, byte[] Answers)
{
    /// <summary>Day, collector and time taken, where they were asked for.</summary>
    public DateOnly Day { get; init; }
    public string Collector { get; init; } = "";
    public int? Seconds { get; init; }

    /// <summary>The form with its answers read, under a name of its own; weight in ones.</summary>
    public Form Read(UnitCode unit, StoredAnswers answers, long? weight, string id = "")
    {
        var (items, overall) = answers.Read(Answers);
        return new()
        {
            Id = id,
            Unit = unit,
            Consent = true,
            Answers = items,
            Overall = overall,
            Stratum = Stratum.Length == 0 ? null : Stratum,
            Cluster = Cluster.Length == 0 ? null : Cluster,
            Weight = weight is { } millionths ? (double)((decimal)millionths / 1_000_000) : null,
        };
    }
}

/// <summary>Reads sealed forms row by row, unit after unit as they lie, without holding them.</summary>
public sealed class StoredForms(IndexDb db)
{
    /// <summary>The forms of a campaign.</summary>
    /// <param name="campaign">Its code.</param>
    /// <param name="units">Their units; null: all.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async IAsyncEnumerable<StoredForm> ReadAsync(string campaign, IReadOnlyList<string>? units, [EnumeratorCancellation] CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var known = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var unit in units ?? [""])
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                // Inside a transaction of the caller the command belongs to it.
                command.Transaction = db.Database.CurrentTransaction is { } current ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(current) : null;
                command.CommandText = $"""
                    SELECT "Unit", "Channel", "Late", "Stratum", "Cluster", "Weight", "Commitment", "Salt", "Answers" FROM "Responses"
                    WHERE "Campaign" = @campaign{(units is null ? "" : " AND \"Unit\" = @unit")} ORDER BY "Campaign", "Unit", "Commitment"
                    """;
                Add(command, "campaign", campaign);
                if (units is not null) Add(command, "unit", unit);
                await using var rows = await command.ExecuteReaderAsync(cancel);
                while (await rows.ReadAsync(cancel))
                {
                    yield return new(Same(rows.GetString(0)), Of(rows.GetString(1)), rows.GetBoolean(2), Same(rows.GetString(3)), Same(rows.GetString(4)),
                        rows.IsDBNull(5) ? null : rows.GetInt64(5), rows.GetFieldValue<byte[]>(6), rows.GetFieldValue<byte[]>(7), rows.GetFieldValue<byte[]>(8));
                }
            }

            string Same(string text)
            {
                if (text.Length == 0) return "";
                if (known.TryGetValue(text, out var one)) return one;
                return known[text] = text;
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The forms of a campaign with how they came, for the quality desk.</summary>
    public async IAsyncEnumerable<StoredForm> ReadWholeAsync(string campaign, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in db.Responses.Where(row => row.Campaign == campaign && !row.Late).AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return new(row.Unit, row.Channel, row.Late, row.Stratum, row.Cluster, row.Weight, row.Commitment, row.Salt, row.Answers)
            {
                Day = row.Day,
                Collector = row.Collector,
                Seconds = row.Seconds,
            };
        }
    }

    private static Channel Of(string name) => name switch
    {
        nameof(Channel.Web) => Channel.Web,
        nameof(Channel.Interview) => Channel.Interview,
        nameof(Channel.Phone) => Channel.Phone,
        nameof(Channel.Paper) => Channel.Paper,
        nameof(Channel.Kiosk) => Channel.Kiosk,
        _ => Enum.Parse<Channel>(name),
    };

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
