using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;

namespace ParIndex.App.Sampling;

/// <summary>
/// A person takes back a form before it is sealed: the spent token together with the receipt names it, and nobody else has both. Once sealed,
/// nobody knows any more whose it is.
/// </summary>
public sealed class WithdrawForm(IndexDb db, CampaignBook book, TimeProvider clock)
{
    public async Task RunAsync(string campaign, string? token, string? receipt, CancellationToken cancel)
    {
        var opened = await book.FindAsync(campaign, cancel) ?? throw new RefusedException(CampaignRefusals.NoSuchLink);
        var now = clock.GetUtcNow();
        if (!SurveyToken.TryRead(token, out var read) || receipt is not { Length: <= 40 } || SurveyToken.ReadReceipt(receipt.Trim()) is not { } first) throw new RefusedException(SamplingRefusals.NoWithdrawal);
        var hash = SurveyToken.Hash(opened.Row.TokenKey, read);
        var spent = await db.SurveyTokens.AsTracking().SingleOrDefaultAsync(one => one.Campaign == campaign && one.Hash == hash, cancel);
        byte[] from = [.. first, .. new byte[22]];
        byte[] to = [.. first, .. Enumerable.Repeat((byte)255, 22)];
        var form = await db.PendingResponses.FromSql($"""SELECT * FROM "PendingResponses" WHERE "Campaign" = {campaign} AND "Commitment" >= {from} AND "Commitment" <= {to}""").AsTracking().SingleOrDefaultAsync(cancel);
        // The unit alone joins the two here, and both are gone from each other after this save.
        if (spent is not { State: TokenState.Used } || form is null || form.Unit != spent.Unit || Reconcile.IsOpen(form.Channel)) throw new RefusedException(SamplingRefusals.NoWithdrawal);
        (spent.State, spent.KeyMark, spent.BodyMark) = (TokenState.Revoked, null, null);
        db.Remove(form);
        db.Note(new(null, JournalAct.Changed, JournalObject.Campaign(campaign), "form.withdrawn", now, After: new { form.Unit, Count = 1 }));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Sealed in this very moment.
            throw new RefusedException(SamplingRefusals.NoWithdrawal);
        }

        await db.SweepAsync(cancel);
    }
}
