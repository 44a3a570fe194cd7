using System.Data.Common;

namespace ParIndex.App.Campaigns;

/// <summary>The statements that spend a token and store a response, prepared once for a transaction; the same text on both engines.</summary>
internal sealed class ResponseStatements : IAsyncDisposable
{
    private readonly DbCommand spend;
    private readonly DbCommand look;
    private readonly DbCommand mark;
    private readonly DbCommand lookOpen;
    private readonly DbCommand store;

    public ResponseStatements(DbConnection connection, DbTransaction transaction)
    {
        spend = Make("""
            UPDATE "SurveyTokens" SET "State" = 'Used', "KeyMark" = @key, "BodyMark" = @body
            WHERE "Campaign" = @campaign AND "Hash" = @hash AND "State" = 'Unused' RETURNING "Unit", "Stratum", "Cluster", "Weight"
            """, "key", "body", "campaign", "hash");
        look = Make("""SELECT "State", "KeyMark", "BodyMark" FROM "SurveyTokens" WHERE "Campaign" = @campaign AND "Hash" = @hash""", "campaign", "hash");
        mark = Make("""
            INSERT INTO "OpenMarks" ("Campaign", "Mark", "BodyMark") VALUES (@campaign, @mark, @body) ON CONFLICT ("Campaign", "Mark") DO NOTHING
            """, "campaign", "mark", "body");
        lookOpen = Make("""SELECT "BodyMark" FROM "OpenMarks" WHERE "Campaign" = @campaign AND "Mark" = @mark""", "campaign", "mark");
        store = Make("""
            INSERT INTO "PendingResponses" ("Campaign", "Commitment", "Unit", "Channel", "Day", "Late", "Stratum", "Cluster", "Weight", "Collector", "Seconds", "Salt", "Answers")
            VALUES (@campaign, @commitment, @unit, @channel, @day, @late, @stratum, @cluster, @weight, @collector, @seconds, @salt, @answers)
            """, "campaign", "commitment", "unit", "channel", "day", "late", "stratum", "cluster", "weight", "collector", "seconds", "salt", "answers");

        DbCommand Make(string text, params string[] names)
        {
            var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (text, transaction);
            foreach (var name in names)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            return command;
        }
    }

    public Task<SubmissionResult> StoreAsync(Submission form) => form.OpenUnit is null ? SpendAsync(form) : TakeOpenAsync(form);

    public async ValueTask DisposeAsync()
    {
        foreach (var command in (DbCommand[])[spend, look, mark, lookOpen, store]) await command.DisposeAsync();
    }

    private async Task<SubmissionResult> SpendAsync(Submission form)
    {
        var key = SurveyToken.Mark(form.Spends, "key", form.Key, []);
        var body = SurveyToken.Mark(form.Spends, "body", form.Key, form.Answers);
        Set(spend, key, body, form.Campaign, form.Hash);
        await using (var spent = await spend.ExecuteReaderAsync())
        {
            if (await spent.ReadAsync())
            {
                var (unit, stratum, cluster) = (spent.GetString(0), spent.GetString(1), spent.GetString(2));
                long? weight = spent.IsDBNull(3) ? null : spent.GetInt64(3);
                await spent.CloseAsync();
                return await InsertAsync(form, unit, stratum, cluster, weight);
            }
        }

        Set(look, form.Campaign, form.Hash);
        await using var found = await look.ExecuteReaderAsync();
        if (!await found.ReadAsync() || found.GetString(0) != nameof(TokenState.Used)) return new(SubmissionEnd.Unknown, null);
        if (!Same(found, 1, key)) return new(SubmissionEnd.Used, null);
        return Same(found, 2, body) ? new(SubmissionEnd.Again, ReceiptOf(form)) : new(SubmissionEnd.Conflict, null);
    }

    private async Task<SubmissionResult> TakeOpenAsync(Submission form)
    {
        var key = SurveyToken.Mark(form.Spends, "key", form.Key, []);
        var body = SurveyToken.Mark(form.Spends, "body", form.Key, form.Answers);
        Set(mark, form.Campaign, key, body);
        if (await mark.ExecuteNonQueryAsync() == 1) return await InsertAsync(form, form.OpenUnit!, "", "", null);
        Set(lookOpen, form.Campaign, key);
        await using var found = await lookOpen.ExecuteReaderAsync();
        return await found.ReadAsync() && Same(found, 0, body) ? new(SubmissionEnd.Again, ReceiptOf(form)) : new(SubmissionEnd.Conflict, null);
    }

    private async Task<SubmissionResult> InsertAsync(Submission form, string unit, string stratum, string cluster, long? weight)
    {
        var salt = SaltOf(form);
        var commitment = SurveyToken.Commitment(salt, form.Answers);
        Set(store, form.Campaign, commitment, unit, form.Channel.ToString(), form.Day, form.Late, stratum, cluster, weight, form.Collector, form.Seconds, salt, form.Answers);
        await store.ExecuteNonQueryAsync();
        return new(SubmissionEnd.Stored, SurveyToken.Receipt(commitment));
    }

    /// <summary>Out of the secret and the sender's random key, neither of which is stored: a retry finds its receipt again, nobody else does.</summary>
    private static byte[] SaltOf(Submission form) => SurveyToken.Mark(form.Spends, "salt", form.Key, []);

    private static string ReceiptOf(Submission form) => SurveyToken.Receipt(SurveyToken.Commitment(SaltOf(form), form.Answers));

    private static bool Same(DbDataReader row, int column, byte[] mark) => !row.IsDBNull(column) && row.GetFieldValue<byte[]>(column).AsSpan().SequenceEqual(mark);

    private static void Set(DbCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
