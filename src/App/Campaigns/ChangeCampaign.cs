using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Campaigns;

/// <summary>When forms are taken and when results are told.</summary>
public sealed record CampaignPeriod(DateTimeOffset Opens, DateTimeOffset Closes, int GraceHours, DateOnly? ResultsOn);

/// <summary>Moves opening and closing; with a reason once people were told of them.</summary>
public sealed class ChangeCampaign(IndexDb db, CampaignBook book, TimeProvider clock)
{
    public Task RunAsync(Person person, string campaign, int? version, CampaignPeriod period, string? reason, CancellationToken cancel) =>
        SaveAsync(person, campaign, version, _ => period, reason, cancel);

    /// <summary>Closes at this moment.</summary>
    public Task CloseAsync(Person person, string campaign, int? version, string? reason, CancellationToken cancel) => SaveAsync(person, campaign, version, row =>
    {
        var now = clock.GetUtcNow();
        return row.IsOpen(now) ? new(row.Opens, now, row.GraceHours, row.ResultsOn) : throw new RefusedException(CampaignRefusals.Closed(row, now));
    }, reason ?? "", cancel);

    private async Task SaveAsync(Person person, string campaign, int? version, Func<CampaignRow, CampaignPeriod> wanted, string? reason, CancellationToken cancel)
    {
        var row = await db.Campaigns.AsTracking().SingleOrDefaultAsync(one => one.Code == campaign, cancel) ?? throw new RefusedException(Refusal.NotFound);
        person.Need(row.Cycle, Role.SurveyManager);
        Versions.Check(version, row.Version);
        if (row.ApprovedAt is not null) throw new RefusedException(CampaignRefusals.Approved);
        if (row.UnlinkedAt is not null) throw new RefusedException(Sampling.SamplingRefusals.Unlinked);
        var now = clock.GetUtcNow();
        var period = wanted(row);
        CreateCampaign.CheckPeriod(period);
        var why = now >= row.Opens ? Reasons.Required(reason) : Visible.Checked(reason, "reason", 4000);
        var before = new CampaignPeriod(row.Opens, row.Closes, row.GraceHours, row.ResultsOn);
        (row.Opens, row.Closes, row.GraceHours, row.ResultsOn) = (period.Opens, period.Closes, period.GraceHours, period.ResultsOn);
        row.Version++;
        db.Note(new(person.Account, JournalAct.Moved, JournalObject.Campaign(campaign), "campaign.period", now, before, period, why));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException(Refusal.Stale(row.Version));
        }

        book.Forget(campaign);
    }
}
