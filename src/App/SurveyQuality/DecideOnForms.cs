using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.App.SurveyResults;
using ParIndex.Core.Surveys;

namespace ParIndex.App.SurveyQuality;

/// <summary>What a decision would do to a unit, or to all (unit empty).</summary>
/// <param name="Unit">The unit; empty: all.</param>
/// <param name="Before">Forms that count now.</param>
/// <param name="After">Forms that would count.</param>
/// <param name="ShareBefore">Satisfied, or mean points, now; null: too few forms, or not told while answers may still come in.</param>
/// <param name="ShareAfter">The same afterwards.</param>
public sealed record DecisionEffect(string Unit, int Before, int After, decimal? ShareBefore, decimal? ShareAfter);

/// <summary>
/// Keeps, queries or excludes forms: by a person, with a reason, after having looked at what it does to the results. Nothing is deleted, and a
/// decision can be taken back by another one; the journal keeps both.
/// </summary>
public sealed class DecideOnForms(IndexDb db, TimeProvider clock)
{
    /// <summary>Most forms of one decision.</summary>
    public const int Most = 2000;

    /// <summary>What the decision would do; figures only when the campaign is over.</summary>
    public async Task<IReadOnlyList<DecisionEffect>> EffectAsync(Person person, string code, IReadOnlyList<string> forms, ResponseDecision decision, CancellationToken cancel)
    {
        var (campaign, rows) = await FormsAsync(person, code, forms, cancel);
        var gate = new SurveyGate(db, clock);
        var count = new CountSurvey(db);
        var plan = await count.PlanAsync(campaign, null, cancel);
        var touched = rows.Select(row => Convert.ToHexString(row.Commitment)).ToHashSet(StringComparer.Ordinal);
        var after = plan with { Excluded = decision == ResponseDecision.Exclude ? plan.Excluded.Union(touched).ToHashSet(StringComparer.Ordinal) : plan.Excluded.Except(touched).ToHashSet(StringComparer.Ordinal) };
        var units = rows.Select(row => row.Unit).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (!gate.IsOver(campaign)) return await MaskedAsync(campaign, plan, after, units, cancel);
        var (then, now) = (await FiguresAsync(plan, cancel), await FiguresAsync(after, cancel));
        return [.. units.Prepend("").Select(unit => (unit, Before: Of(then, unit), After: Of(now, unit))).Where(one => one.Before is not null || one.After is not null)
            .Select(one => new DecisionEffect(one.unit, one.Before?.Forms ?? 0, one.After?.Forms ?? 0, one.Before?.Share, one.After?.Share))];

        static SurveyFigure? Of(SurveyFigures figures, string unit) => unit.Length == 0
            ? figures.Rows.FirstOrDefault(row => row is { Domain: FigureDomain.All, Level: SatisfactionLevel.Overall }) : figures.OfUnit(unit);
    }

    /// <summary>Records the decision.</summary>
    /// <param name="person">The survey manager.</param>
    /// <param name="code">The campaign.</param>
    /// <param name="check">The sign that led to it.</param>
    /// <param name="forms">Forms by their commitments in hex.</param>
    /// <param name="decision">What to do.</param>
    /// <param name="reason">Why.</param>
    /// <param name="effectSeen">True: the effect on results was shown to the person.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task<int> RunAsync(Person person, string code, QualityCheck check, IReadOnlyList<string> forms, ResponseDecision decision, string? reason, bool effectSeen, CancellationToken cancel)
    {
        var (_, rows) = await FormsAsync(person, code, forms, cancel);
        var why = Reasons.Required(reason);
        if (!effectSeen) throw new RefusedException(QualityRefusals.NotPreviewed);
        var now = clock.GetUtcNow();
        var known = (await db.ResponseDecisions.AsTracking().Where(row => row.Campaign == code).ToListAsync(cancel)).ToDictionary(row => Convert.ToHexStringLower(row.Commitment), StringComparer.Ordinal);
        var before = rows.Select(row => known.GetValueOrDefault(Convert.ToHexStringLower(row.Commitment))?.Decision ?? ResponseDecision.Keep).CountBy(one => one).ToDictionary(one => one.Key.ToString(), one => one.Value);
        foreach (var row in rows)
        {
            if (known.TryGetValue(Convert.ToHexStringLower(row.Commitment), out var old))
            {
                (old.Decision, old.Sign, old.Reason, old.By, old.At) = (decision, check.ToString(), why, person.Account, now);
                continue;
            }

            db.Add(new DecisionOnResponseRow
            {
                Campaign = code,
                Unit = row.Unit,
                Commitment = row.Commitment,
                Decision = decision,
                Sign = check.ToString(),
                Reason = why,
                By = person.Account,
                At = now,
            });
        }

        db.Note(new(person.Account, JournalAct.Judged, JournalObject.Campaign(code), "forms.decided", now, before,
            new { decision, check, forms = rows.Select(row => Convert.ToHexStringLower(row.Commitment)).Order(StringComparer.Ordinal) }, why));
        await db.SaveChangesAsync(cancel);
        return rows.Count;
    }

    private async Task<(CampaignRow Campaign, List<FoundForm> Rows)> FormsAsync(Person person, string code, IReadOnlyList<string> forms, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.SingleOrDefaultAsync(row => row.Code == code, cancel) ?? throw new RefusedException(Refusal.NotFound);
        person.Need(campaign.Cycle, Role.SurveyManager);
        if (forms.Count == 0) throw new RefusedException(QualityRefusals.NothingChosen);
        if (forms.Count > Most) throw new RefusedException(CampaignRefusals.TooLong);
        var wanted = new List<byte[]>();
        foreach (var form in forms.Distinct(StringComparer.Ordinal))
        {
            if (form.Length != 64 || !form.All(char.IsAsciiHexDigit)) throw new RefusedException(QualityRefusals.UnknownForm);
            wanted.Add(Convert.FromHexString(form));
        }

        var found = new List<FoundForm>();
        foreach (var some in wanted.Chunk(200))
            found.AddRange(await db.Responses.Where(row => row.Campaign == code && some.Contains(row.Commitment)).Select(row => new FoundForm(row.Unit, row.Commitment)).ToListAsync(cancel));
        return found.Count == wanted.Count ? (campaign, found) : throw new RefusedException(QualityRefusals.UnknownForm);
    }

    /// <summary>While answers may come in: how many forms, and nothing of what they say.</summary>
    private async Task<IReadOnlyList<DecisionEffect>> MaskedAsync(CampaignRow campaign, CountPlan plan, CountPlan after, List<string> units, CancellationToken cancel)
    {
        var counts = units.ToDictionary(unit => unit, _ => (Before: 0, After: 0), StringComparer.Ordinal);
        await foreach (var form in new StoredForms(db).ReadAsync(campaign.Code, units, cancel))
        {
            var (now, then) = counts[form.Unit];
            counts[form.Unit] = (now + (plan.Use(form) == FormUse.Counted ? 1 : 0), then + (after.Use(form) == FormUse.Counted ? 1 : 0));
        }

        return [.. units.Select(unit => new DecisionEffect(unit, counts[unit].Before, counts[unit].After, null, null))];
    }

    private async Task<SurveyFigures> FiguresAsync(CountPlan plan, CancellationToken cancel) => plan.Campaign.Purpose == CampaignPurpose.Satisfaction
        ? (await new CountSurvey(db).SatisfactionAsync(plan, null, cancel)).Figures() : (await new CountSurvey(db).PointsAsync(plan, cancel)).Figures;

    private sealed record FoundForm(string Unit, byte[] Commitment);
}
