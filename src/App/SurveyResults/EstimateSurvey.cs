using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core.Surveys;
using ParIndex.Documents.Cycles;

namespace ParIndex.App.SurveyResults;

/// <summary>
/// Computes a version of a campaign's result: after it is over, everything is sealed and the books balance. The method's choices are printed
/// with it, and what counts is fixed in the version: a later decision of the quality desk needs a later version.
/// </summary>
public sealed class EstimateSurvey(IndexDb db, TimeProvider clock)
{
    /// <summary>The version made.</summary>
    /// <param name="person">Who.</param>
    /// <param name="code">The campaign.</param>
    /// <param name="mode">How answers become one figure.</param>
    /// <param name="threshold">The line that units are held against.</param>
    /// <param name="reason">Why again, from the second version on.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task<int> RunAsync(Person person, string code, AggregationMode mode, SatisfactionThreshold threshold, string? reason, CancellationToken cancel)
    {
        var campaign = await new SurveyGate(db, clock).CampaignAsync(person, code, cancel);
        person.Need(campaign.Cycle, Role.SurveyManager, Role.Secretariat);
        new SurveyGate(db, clock).NeedOver(campaign);
        if (await db.PendingResponses.CountAsync(row => row.Campaign == code, cancel) is > 0 and var waiting) throw new RefusedException(SurveyResultRefusals.Waiting(waiting));
        if ((await new Reconcile(db).RunAsync(code, cancel)).Where(unit => !unit.Balanced).Select(unit => unit.Unit).ToList() is { Count: > 0 } wrong)
            throw new RefusedException(SurveyResultRefusals.Unbalanced(string.Join(", ", wrong)));
        var number = (await db.SurveyResults.Where(row => row.Campaign == code).MaxAsync(row => (int?)row.Number, cancel) ?? 0) + 1;
        var why = number == 1 ? Visible.Checked(reason, "reason", 4000)?.Trim() ?? "" : Reasons.Required(reason);
        var count = new CountSurvey(db);
        var plan = await count.PlanAsync(campaign, survey => survey with { Mode = mode, Threshold = threshold }, cancel);
        if (SurveyChecking.Check(plan.Survey).Where(finding => finding.Severity == Core.Severity.Error).ToList() is { Count: > 0 } findings)
            throw new RefusedException(Refusal.Findings("survey_method", "mode", findings));

        byte[] answers = [];
        SurveyFigures figures;
        Func<FormUse, int> uses;
        if (campaign.Purpose == CampaignPurpose.Satisfaction)
        {
            var counted = await count.SatisfactionAsync(plan, null, cancel);
            (figures, uses) = (counted.Figures(), counted.Of);
            answers = CycleTables.WriteAnswers(plan.Survey, await count.FormsAsync(plan, cancel).ToListAsync(cancel));
        }
        else
        {
            var (found, tallied) = await count.PointsAsync(plan, cancel);
            (figures, uses) = (found, use => tallied.GetValueOrDefault(use));
        }

        if (uses(FormUse.Counted) == 0) throw new RefusedException(SurveyResultRefusals.NoForms);
        var (method, table) = (SurveyJson.Write(plan.Survey), FiguresFile.Write(figures));
        var row = new SurveyResultRow
        {
            Campaign = code,
            Number = number,
            Cycle = campaign.Cycle,
            At = clock.GetUtcNow(),
            By = person.Account,
            Reason = why,
            Survey = method,
            Answers = answers,
            Figures = table,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData([.. SHA256.HashData(method), .. SHA256.HashData(answers), .. SHA256.HashData(table)])),
            Counted = uses(FormUse.Counted),
            Excluded = uses(FormUse.Excluded),
            Late = uses(FormUse.Late),
            Open = uses(FormUse.Open),
            Version = 1,
        };
        db.Add(row);
        db.Note(new(person.Account, JournalAct.Resulted, JournalObject.Campaign(code), "survey.estimated", row.At,
            After: new { number, row.Sha256, row.Counted, row.Excluded, row.Late, row.Open, mode, threshold.Value }, Reason: why.Length == 0 ? null : why));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (db.SurveyResults.Any(one => one.Campaign == code && one.Number == number))
        {
            throw new RefusedException(Refusal.Stale(number));
        }

        return number;
    }
}
