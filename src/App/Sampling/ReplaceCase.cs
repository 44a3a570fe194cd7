using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;

namespace ParIndex.App.Sampling;

/// <summary>
/// Replaces somebody who could not be asked by the next of the reserve of the same stratum and cluster, in the order of the draw and never by choice.
/// The old token is revoked; one that was answered with keeps its case.
/// </summary>
public sealed class ReplaceCase(IndexDb db, IssueLinks links, SurveySeals seals, TimeProvider clock)
{
    /// <summary>Tries before somebody counts as not reached.</summary>
    public const int FewestTries = 3;

    /// <summary>The case that takes the place.</summary>
    public async Task<SampleCaseRow> RunAsync(Person person, string campaign, string unit, int number, CaseState why, string? words, CancellationToken cancel)
    {
        var row = await CampaignAct.BeginAsync(db, person, campaign, cancel, Role.SurveyManager, Role.FieldSupervisor);
        if (row.UnlinkedAt is not null) throw new RefusedException(SamplingRefusals.Unlinked);
        if (why is not (CaseState.Refused or CaseState.NotReached or CaseState.NotEligible))
            throw new RefusedException(Refusal.Invalid("why", new("Chọn lý do: từ chối, không liên lạc được, không thuộc đối tượng.", "Choose why: refused, not reached, not eligible.")));
        var said = Visible.Checked(words, "words", 500)?.Trim() ?? "";
        var cases = await db.SampleCases.AsTracking().Where(one => one.Campaign == campaign && one.Unit == unit).OrderBy(one => one.Number).ToListAsync(cancel);
        var old = cases.SingleOrDefault(one => one.Number == number) ?? throw new RefusedException(Refusal.NotFound);
        if (!old.Active || old.State == CaseState.Done) throw new RefusedException(SamplingRefusals.NotReplaceable);
        if (why == CaseState.NotReached && old.Attempts < FewestTries) throw new RefusedException(SamplingRefusals.AttemptsMissing);
        var next = cases.FirstOrDefault(one => one is { Reserve: true, Replaces: null } && one.Stratum == old.Stratum && one.Cluster == old.Cluster)
            ?? throw new RefusedException(SamplingRefusals.ReserveEmpty);
        await RevokeAsync(row, old, cancel);
        (old.State, old.Outcome) = (CaseState.Replaced, said.Length > 0 ? $"{why}: {said}" : why.ToString());
        (next.Replaces, next.Mode, next.Collector) = (old.Number, old.Mode, old.Collector);
        links.Add(row, [next]);
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Campaign(campaign), "case.replaced", clock.GetUtcNow(),
            After: new { Unit = unit, Case = old.Number, By = next.Number, Why = why, Issued = 1, Revoked = 1 }, Reason: said.Length > 0 ? said : null));
        await CampaignAct.SaveAsync(db, row, cancel);
        return next;
    }

    private async Task RevokeAsync(CampaignRow row, SampleCaseRow old, CancellationToken cancel)
    {
        var link = await db.TokenLinks.AsTracking().SingleOrDefaultAsync(one => one.Campaign == row.Code && one.Unit == old.Unit && one.Number == old.Number, cancel);
        if (link is null || !SurveyToken.TryRead(seals.Token(link), out var token)) return;
        var hash = SurveyToken.Hash(row.TokenKey, token);
        var found = await db.SurveyTokens.AsTracking().SingleOrDefaultAsync(one => one.Campaign == row.Code && one.Hash == hash, cancel);
        if (found is { State: TokenState.Used }) throw new RefusedException(SamplingRefusals.NotReplaceable);
        if (found is { State: TokenState.Unused }) found.State = TokenState.Revoked;
        db.Remove(link);
    }
}
