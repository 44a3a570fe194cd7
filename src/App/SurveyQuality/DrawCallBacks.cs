using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Sampling;
using ParIndex.App.Storage;
using ParIndex.Core.Sampling;

namespace ParIndex.App.SurveyQuality;

/// <summary>
/// Draws who is called back: of every interviewer the same share of finished interviews, at least one, in the order that the campaign's seed
/// gives. The seed was committed before the sample was drawn, so nobody picks; who has it draws the same list.
/// </summary>
public sealed class DrawCallBacks(IndexDb db, TimeProvider clock)
{
    public async Task<int> RunAsync(Person person, string code, int percent, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.SingleOrDefaultAsync(row => row.Code == code, cancel) ?? throw new RefusedException(Refusal.NotFound);
        person.Need(campaign.Cycle, Role.SurveyManager);
        if (percent is < 1 or > 100) throw new RefusedException(Refusal.Invalid("percent", new("Tỷ lệ phúc tra từ 1 đến 100 %.", "The share lies between 1 and 100%.")));
        if (campaign is not { Seed: { } seed, DrawnAt: not null }) throw new RefusedException(QualityRefusals.NotDrawn);
        if (await db.CallBacks.AnyAsync(row => row.Campaign == code, cancel)) throw new RefusedException(QualityRefusals.AlreadyDrawn);
        var done = await db.SampleCases.Where(row => row.Campaign == code && row.State == CaseState.Done && row.Collector != "").Select(row => new { row.Unit, row.Number, row.Collector }).ToListAsync(cancel);
        if (done.Count == 0) throw new RefusedException(QualityRefusals.NobodyInterviewed);
        var drawn = done.GroupBy(row => row.Collector).SelectMany(team => team
                .OrderBy(row => Key(seed, row.Unit, row.Number), StringComparer.Ordinal).Take(Math.Max(1, ((team.Count() * percent) + 99) / 100)))
            .OrderBy(row => Key(seed, row.Unit, row.Number), StringComparer.Ordinal).ToList();
        db.AddRange(drawn.Select((row, place) => new CallBackRow
        {
            Campaign = code,
            Unit = row.Unit,
            Number = row.Number,
            Order = place + 1,
            Collector = row.Collector,
            Outcome = CallBackOutcome.Open,
            Words = "",
        }));
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Campaign(code), "call_backs.drawn", clock.GetUtcNow(),
            After: new { percent, of = done.Count, drawn = drawn.Select(row => $"{row.Unit}/{row.Number}") }));
        await db.SaveChangesAsync(cancel);
        return drawn.Count;
    }

    /// <summary>Place of a case in the lottery.</summary>
    public static string Key(string seed, string unit, int number) => DrawOrder.Key(seed, "call-back", $"{unit}/{number}");
}

/// <summary>Opens the contact of somebody to be called back; every opening is journalled.</summary>
public sealed class OpenCallBack(IndexDb db, SurveySeals seals, TimeProvider clock)
{
    public async Task<Contact> RunAsync(Person person, string code, string unit, int number, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.SingleOrDefaultAsync(row => row.Code == code, cancel) ?? throw new RefusedException(Refusal.NotFound);
        person.Need(campaign.Cycle, Role.SurveyManager, Role.FieldSupervisor);
        if (!await db.CallBacks.AnyAsync(row => row.Campaign == code && row.Unit == unit && row.Number == number, cancel)) throw new RefusedException(Refusal.NotFound);
        var dossier = await db.SampleCases.Where(row => row.Campaign == code && row.Unit == unit && row.Number == number).Select(row => row.Dossier).SingleAsync(cancel);
        var contact = await db.Contacts.SingleOrDefaultAsync(row => row.Campaign == code && row.Dossier == dossier, cancel) ?? throw new RefusedException(QualityRefusals.ContactGone);
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Campaign(code), "contact.read", clock.GetUtcNow(), After: new { @for = "call-back", unit, number }));
        await db.SaveChangesAsync(cancel);
        return seals.Open(contact);
    }
}

/// <summary>Records how a call ended.</summary>
public sealed class RecordCallBack(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Person person, string code, string unit, int number, CallBackOutcome outcome, string? words, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.SingleOrDefaultAsync(row => row.Code == code, cancel) ?? throw new RefusedException(Refusal.NotFound);
        person.Need(campaign.Cycle, Role.SurveyManager, Role.FieldSupervisor);
        var row = await db.CallBacks.AsTracking().SingleOrDefaultAsync(one => one.Campaign == code && one.Unit == unit && one.Number == number, cancel) ?? throw new RefusedException(Refusal.NotFound);
        var said = outcome is CallBackOutcome.Otherwise or CallBackOutcome.NoInterview ? Reasons.Required(words, "words") : Visible.Checked(words, "words", 1000)?.Trim() ?? "";
        var before = new { row.Outcome, row.Words };
        var now = clock.GetUtcNow();
        (row.Outcome, row.Words, row.By, row.At) = (outcome, said, person.Account, now);
        db.Note(new(person.Account, JournalAct.Judged, JournalObject.Campaign(code), "call_back.ended", now, before, new { unit, number, row.Collector, outcome, said }));
        await db.SaveChangesAsync(cancel);
    }
}
