using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core.Surveys;

namespace ParIndex.App.SurveyResults;

/// <summary>A version without its files.</summary>
public sealed record SurveyVersion(int Number, DateTimeOffset At, string By, string Reason, string Sha256, int Counted, int Excluded, int Late, int Open, DateTimeOffset? ApprovedAt, string? Document, int Version);

/// <summary>Results of a campaign for those who may see them before publication; nothing, for anybody, while answers may come in.</summary>
public sealed class ReadSurveyResults(IndexDb db, TimeProvider clock)
{
    /// <summary>The campaign, when this person may read its results and it is over.</summary>
    public async Task<CampaignRow> CampaignAsync(Person person, string code, CancellationToken cancel)
    {
        var gate = new SurveyGate(db, clock);
        var row = await gate.CampaignAsync(person, code, cancel);
        gate.NeedOver(row);
        return row;
    }

    /// <summary>Versions, newest first.</summary>
    public async Task<IReadOnlyList<SurveyVersion>> VersionsAsync(CampaignRow campaign, CancellationToken cancel) => await db.SurveyResults
        .Where(row => row.Campaign == campaign.Code).OrderByDescending(row => row.Number)
        .Select(row => new SurveyVersion(row.Number, row.At, db.Users.Where(user => user.Id == row.By).Select(user => user.FullName).FirstOrDefault() ?? "",
            row.Reason, row.Sha256, row.Counted, row.Excluded, row.Late, row.Open, row.ApprovedAt, row.Document, row.Version))
        .ToListAsync(cancel);

    /// <summary>Method and figures of a version.</summary>
    public async Task<(Survey Survey, SurveyFigures Figures)> FiguresAsync(CampaignRow campaign, int number, CancellationToken cancel)
    {
        var row = await db.SurveyResults.Where(one => one.Campaign == campaign.Code && one.Number == number).Select(one => new { one.Survey, one.Figures }).SingleOrDefaultAsync(cancel)
            ?? throw new RefusedException(Refusal.NotFound);
        return (SurveyJson.Read(row.Survey, "survey.json").Value!, FiguresFile.Read(row.Figures));
    }
}
