using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Campaigns;

/// <summary>A checked form on its way into the database.</summary>
/// <param name="Campaign">Code of the campaign.</param>
/// <param name="Spends">The token it spends, or the secret of the device it comes from.</param>
/// <param name="Hash">What the secret is stored under.</param>
/// <param name="Key">The sender's key of this form: the same key and answers may be sent again.</param>
/// <param name="Answers">Packed.</param>
public sealed record Submission(string Campaign, byte[] Spends, byte[] Hash, string Key, byte[] Answers)
{
    public required Channel Channel { get; init; }
    public required DateOnly Day { get; init; }
    public bool Late { get; init; }
    public string Collector { get; init; } = "";
    public int? Seconds { get; init; }

    /// <summary>Unit of an open channel, which has no token to say it.</summary>
    public string? OpenUnit { get; init; }
}

/// <summary>What became of a form.</summary>
public enum SubmissionEnd
{
    Stored,

    /// <summary>The same form is stored already: the same receipt.</summary>
    Again,

    /// <summary>The token was spent on another form.</summary>
    Used,

    /// <summary>The key was used with other answers.</summary>
    Conflict,

    /// <summary>Never issued, or revoked: nobody can tell which.</summary>
    Unknown,
}

/// <summary>What became of a form, with its receipt where it is stored.</summary>
public sealed record SubmissionResult(SubmissionEnd End, string? Receipt);

/// <summary>
/// Stores forms: the token is spent and the response written in one transaction, many forms to a transaction so that the disk is waited
/// for once for all of them. A form is acknowledged after the commit, never before. Works on several nodes at once: the token's row decides.
/// </summary>
public sealed class ResponseWriter : IAsyncDisposable
{
    private const int MostTogether = 256;

    private readonly System.Threading.Channels.Channel<Waiting> queue = System.Threading.Channels.Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(4096) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly IServiceScopeFactory scopes;
    private readonly Task loop;

    /// <summary>Starts taking forms.</summary>
    public ResponseWriter(IServiceScopeFactory scopes)
    {
        this.scopes = scopes;
        loop = Task.Run(LoopAsync);
    }

    /// <summary>Stores a form; comes back when it is durable.</summary>
    /// <exception cref="RefusedException">Too many are waiting, or nothing can be stored now.</exception>
    public async Task<SubmissionResult> StoreAsync(Submission submission, CancellationToken cancel)
    {
        var waiting = new Waiting(submission);
        if (!queue.Writer.TryWrite(waiting)) throw new RefusedException(CampaignRefusals.Busy);
        // Once in the queue the form is stored whether the sender waits or not.
        return await waiting.Done.Task.WaitAsync(cancel);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    private async Task LoopAsync()
    {
        var together = new List<Waiting>(MostTogether);
        while (await queue.Reader.WaitToReadAsync())
        {
            together.Clear();
            while (together.Count < MostTogether && queue.Reader.TryRead(out var next)) together.Add(next);
            try
            {
                await StoreAsync(together);
                foreach (var one in together) one.Done.TrySetResult(one.Result!);
            }
            catch (Exception trouble)
            {
                var refused = trouble as RefusedException ?? (trouble is DbException || StorageTrouble.Passes(trouble) ? new RefusedException(CampaignRefusals.CannotStore) : null);
                foreach (var one in together) one.Done.TrySetException(refused ?? trouble);
            }
        }
    }

    private async Task StoreAsync(List<Waiting> together)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IndexDb>();
        if ((await JournalInstance.ReadAsync(db, CancellationToken.None)).Alarm is not null) throw new RefusedException(Refusal.IntegrityAlarm);
        // Rows are locked in one order on every node, so that two nodes never wait for each other.
        together.Sort((a, b) => a.Form.Hash.AsSpan().SequenceCompareTo(b.Form.Hash));
        await db.WriteAsync(
            async (connection, transaction) =>
            {
                await using var statements = new ResponseStatements(connection, transaction);
                foreach (var one in together) one.Result = await statements.StoreAsync(one.Form);
            }, CancellationToken.None);
    }

    private sealed class Waiting(Submission form)
    {
        public Submission Form => form;
        public SubmissionResult? Result { get; set; }
        public TaskCompletionSource<SubmissionResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
