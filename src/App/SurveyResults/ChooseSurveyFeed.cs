using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;

namespace ParIndex.App.SurveyResults;

/// <summary>Chooses which survey feeds a leaf, where the framework's own word does not say it; with a reason, because it moves points.</summary>
public sealed class ChooseSurveyFeed(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Person person, int id, string file, string leaf, string campaign, string measure, string? reason, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat);
        var why = Reasons.Required(reason);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        var feed = (await new ApprovedSurveys(db).FeedsAsync(cycle, cancel)).FirstOrDefault(one => one.File == file && one.Leaf.Code.Value == leaf)
            ?? throw new RefusedException(Refusal.NotFound);
        var found = await db.Campaigns.SingleOrDefaultAsync(row => row.Cycle == id && row.Code == campaign, cancel)
            ?? throw new RefusedException(Refusal.Invalid("campaign", new("Không có đợt khảo sát này trong kỳ đánh giá.", "The cycle has no such campaign.")));
        if (feed.IsSatisfaction ? found.Purpose != CampaignPurpose.Satisfaction || measure != "all" : !Measures(found).Contains(measure, StringComparer.Ordinal))
            throw new RefusedException(Refusal.Invalid("measure", new("Phiếu hỏi của đợt này không có phép đo đó.", "The questionnaire of this campaign has no such measure.")));
        var row = await db.SurveyFeeds.AsTracking().SingleOrDefaultAsync(one => one.Cycle == id && one.File == file && one.Leaf == leaf, cancel);
        var before = row is null ? null : new { row.Campaign, row.Measure };
        var now = clock.GetUtcNow();
        if (row is null) db.Add(new SurveyFeedRow { Cycle = id, File = file, Leaf = leaf, Campaign = campaign, Measure = measure, By = person.Account, At = now });
        else (row.Campaign, row.Measure, row.By, row.At) = (campaign, measure, person.Account, now);
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Cycle(id), "survey.feed", now, before, new { file, leaf, campaign, measure }, why));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>What a campaign can feed: the whole, its factors, its items.</summary>
    public static IReadOnlyList<string> Measures(CampaignRow campaign)
    {
        var survey = Core.Questionnaires.MethodOfForm.Survey(CampaignBook.Read(campaign), campaign.MethodVersion);
        return ["all", .. survey.Contents.SelectMany(content => content.Factors).Select(factor => factor.Code), .. survey.Items.Select(item => item.Code)];
    }
}
