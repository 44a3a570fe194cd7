using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;

namespace ParIndex.App.Sampling;

/// <summary>
/// Destroys the link between persons and tokens for good, after closing and call-backs: contacts, links and the key of the frame go, and the
/// journal keeps the record of what went.
/// </summary>
public sealed class UnlinkCampaign(IndexDb db, TimeProvider clock)
{
    public async Task<(int Contacts, int Links)> RunAsync(Person person, string campaign, string? reason, CancellationToken cancel)
    {
        var row = await CampaignAct.BeginAsync(db, person, campaign, cancel);
        if (row.UnlinkedAt is not null) throw new RefusedException(SamplingRefusals.Unlinked);
        var now = clock.GetUtcNow();
        if (now < row.Closes.AddHours(row.GraceHours)) throw new RefusedException(SamplingRefusals.StillOpen);
        var why = Reasons.Required(reason);
        var (contacts, links) = (await db.Contacts.CountAsync(one => one.Campaign == campaign, cancel), await db.TokenLinks.CountAsync(one => one.Campaign == campaign, cancel));
        db.RemoveAll(db.Contacts.Where(one => one.Campaign == campaign));
        db.RemoveAll(db.TokenLinks.Where(one => one.Campaign == campaign));
        (row.UnlinkedAt, row.FrameKey) = (now, null);
        foreach (var kept in await db.Retentions.AsTracking().Where(one => one.Campaign == campaign && one.ErasedAt == null).ToListAsync(cancel))
            if (kept.Kind is RetainedKind.Contacts or RetainedKind.Links) (kept.ErasedAt, kept.Erased) = (now, kept.Kind == RetainedKind.Contacts ? contacts : links);
        db.Note(new(person.Account, JournalAct.Moved, JournalObject.Campaign(campaign), "campaign.unlinked", now, After: new { contacts, links, frameKey = "destroyed" }, Reason: why));
        await CampaignAct.SaveAsync(db, row, cancel);
        await db.SweepAsync(cancel);
        return (contacts, links);
    }
}
