using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;

namespace ParIndex.App.Sampling;

/// <summary>What acts on a campaign begin and end with.</summary>
internal static class CampaignAct
{
    /// <summary>The campaign, tracked, for somebody who manages it.</summary>
    public static async Task<CampaignRow> BeginAsync(IndexDb db, Person person, string code, CancellationToken cancel, params Role[] roles)
    {
        var row = await db.Campaigns.AsTracking().SingleOrDefaultAsync(one => one.Code == code, cancel) ?? throw new RefusedException(Refusal.NotFound);
        person.Need(row.Cycle, roles is [] ? [Role.SurveyManager] : roles);
        return row;
    }

    /// <summary>Saves, and says so where somebody else saved in between.</summary>
    public static async Task SaveAsync(IndexDb db, CampaignRow row, CancellationToken cancel)
    {
        row.Version++;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException(Refusal.Stale(row.Version));
        }
    }
}
