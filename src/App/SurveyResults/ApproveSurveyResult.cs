using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.SurveyResults;

/// <summary>
/// The chair approves a version for the council: from then on it feeds the index, no more forms are taken, and a run computed with an earlier
/// one can no longer be frozen.
/// </summary>
public sealed class ApproveSurveyResult(IndexDb db, TimeProvider clock)
{
    /// <summary>Approves.</summary>
    /// <param name="person">The chair.</param>
    /// <param name="code">The campaign.</param>
    /// <param name="number">The version of the result.</param>
    /// <param name="version">The row's version that was looked at.</param>
    /// <param name="document">Minutes or document of the council.</param>
    /// <param name="secondFactor">True when the person has just given the second factor.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task RunAsync(Person person, string code, int number, int? version, string? document, bool secondFactor, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.AsTracking().SingleOrDefaultAsync(row => row.Code == code, cancel) ?? throw new RefusedException(Refusal.NotFound);
        person.Need(campaign.Cycle, Role.CouncilChair);
        if (!secondFactor) throw new RefusedException(Refusal.SecondFactorNeeded);
        var row = await db.SurveyResults.AsTracking().SingleOrDefaultAsync(one => one.Campaign == code && one.Number == number, cancel) ?? throw new RefusedException(Refusal.NotFound);
        Versions.Check(version, row.Version);
        if (row.ApprovedAt is not null) throw new RefusedException(SurveyResultRefusals.AlreadyApproved(number));
        if (await db.SurveyResults.Where(one => one.Campaign == code).MaxAsync(one => one.Number, cancel) is var newest && newest > number)
            throw new RefusedException(SurveyResultRefusals.NotNewest(newest));
        var words = Visible.Checked(document, "document", 500)?.Trim();
        if (words is not { Length: >= 5 })
            throw new RefusedException(Refusal.Invalid("document", new("Ghi số, ngày biên bản hoặc văn bản của hội đồng.", "Give number and date of the council's minutes or document.")));

        var now = clock.GetUtcNow();
        (row.ApprovedAt, row.ApprovedBy, row.Document) = (now, person.Account, words);
        row.Version++;
        (campaign.ApprovedAt, campaign.ApprovedBy, campaign.ApprovalDocument) = (now, person.Account, words);
        campaign.Version++;
        db.Note(new(person.Account, JournalAct.Judged, JournalObject.Campaign(code), "survey.approved", now, After: new { number, row.Sha256, document = words }));
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
