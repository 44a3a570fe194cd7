using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.App.SurveyResults;
using ParIndex.Core.Questionnaires;
using ParIndex.Core.Surveys;

namespace ParIndex.App.SurveyQuality;

/// <summary>The quality desk of a campaign.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Over">True: nothing comes in any more, so that effects on results may be told.</param>
/// <param name="Forms">Sealed forms.</param>
/// <param name="Cases">What stands out, check by check.</param>
/// <param name="Decisions">What was decided, by form.</param>
/// <param name="Names">Who decided.</param>
public sealed record QualityDesk(
    CampaignRow Campaign, bool Over, int Forms, IReadOnlyList<QualityCase> Cases, IReadOnlyDictionary<string, DecisionOnResponseRow> Decisions, IReadOnlyDictionary<Guid, string> Names)
{
    public IReadOnlyList<QualityCase> Of(QualityCheck check) => [.. Cases.Where(one => one.Check == check)];

    public ResponseDecision? Decision(CheckedForm form) => Decisions.GetValueOrDefault(form.Id)?.Decision;
}

/// <summary>
/// Reads the sealed forms of a campaign and what stands out in them. Nobody sees what a form answers; where it came from, how long it took and
/// why it stands out is the evidence. Checks that would tell how people answer wait for the closing.
/// </summary>
public sealed class ReadQuality(IndexDb db, TimeProvider clock)
{
    /// <summary>Who reads the desk; the survey manager alone decides.</summary>
    public static Role[] Readers { get; } = [Role.SurveyManager, Role.Secretariat, Role.Observer];

    public async Task<QualityDesk> RunAsync(Person person, string code, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.SingleOrDefaultAsync(row => row.Code == code, cancel);
        if (campaign is null || !person.Is(campaign.Cycle, Readers)) throw new RefusedException(Refusal.NotFound);
        var over = new SurveyGate(db, clock).IsOver(campaign);
        var questionnaire = CampaignBook.Read(campaign);
        var (answers, survey) = (new StoredAnswers(questionnaire), MethodOfForm.Survey(questionnaire, campaign.MethodVersion));
        var forms = new List<CheckedForm>();
        await foreach (var form in new StoredForms(db).ReadWholeAsync(code, cancel))
            forms.Add(new(Convert.ToHexStringLower(form.Commitment), form.Unit, Reconcile.IsOpen(form.Channel), form.Day, form.Collector, form.Seconds, answers.Read(form.Answers).Answers));
        var decisions = await db.ResponseDecisions.Where(row => row.Campaign == code).ToListAsync(cancel);
        var people = decisions.Select(row => row.By).Distinct().ToList();
        var names = await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancel);
        return new(campaign, over, forms.Count, QualityChecks.Of(forms, survey.SatisfiedFrom, over), decisions.ToDictionary(row => Convert.ToHexStringLower(row.Commitment), StringComparer.Ordinal), names);
    }
}
