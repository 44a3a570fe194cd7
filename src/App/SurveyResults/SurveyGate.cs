using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;

namespace ParIndex.App.SurveyResults;

/// <summary>
/// Who may see what of a campaign's answers, and from when: for no role is there a result before the closing, and units see theirs when it
/// is published, like everybody.
/// </summary>
public sealed class SurveyGate(IndexDb db, TimeProvider clock)
{
    /// <summary>Who reads results before publication.</summary>
    public static Role[] Readers { get; } = [Role.SurveyManager, Role.Secretariat, Role.CouncilChair, Role.Observer];

    /// <summary>The campaign, for those who may read its results; for others it is not there.</summary>
    public async Task<CampaignRow> CampaignAsync(Person person, string code, CancellationToken cancel)
    {
        var row = await db.Campaigns.SingleOrDefaultAsync(one => one.Code == code, cancel);
        return row is not null && person.Is(row.Cycle, Readers) ? row : throw new RefusedException(Refusal.NotFound);
    }

    /// <summary>True from the moment after which no answer is taken any more.</summary>
    public bool IsOver(CampaignRow row) => clock.GetUtcNow() >= row.Closes.AddHours(row.GraceHours);

    /// <summary>Refuses while answers may still come in, whoever asks.</summary>
    public void NeedOver(CampaignRow row)
    {
        if (!IsOver(row)) throw new RefusedException(SurveyResultRefusals.Interim(row));
    }
}
