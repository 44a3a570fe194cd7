using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;

namespace ParIndex.App.Sampling;

/// <summary>Records that somebody was tried, and how it ended.</summary>
public sealed class RecordTry(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Person person, string campaign, string unit, int number, CaseState state, string? words, CancellationToken cancel)
    {
        var row = await CampaignAct.BeginAsync(db, person, campaign, cancel, Role.SurveyManager, Role.FieldSupervisor);
        if (row.UnlinkedAt is not null) throw new RefusedException(SamplingRefusals.Unlinked);
        if (state is CaseState.Waiting or CaseState.Replaced) throw new RefusedException(Refusal.Invalid("state", new("Chọn kết quả lần liên hệ.", "Choose how it ended.")));
        var said = Visible.Checked(words, "words", 500)?.Trim() ?? "";
        var found = await db.SampleCases.AsTracking().SingleOrDefaultAsync(one => one.Campaign == campaign && one.Unit == unit && one.Number == number, cancel)
            ?? throw new RefusedException(Refusal.NotFound);
        if (!found.Active) throw new RefusedException(SamplingRefusals.NotReplaceable);
        (found.State, found.Outcome) = (state, said);
        found.Attempts++;
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Campaign(campaign), "case.tried", clock.GetUtcNow(), After: new { Unit = unit, Case = number, State = state, found.Attempts }));
        await db.SaveChangesAsync(cancel);
    }
}
