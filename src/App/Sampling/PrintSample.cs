using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;

namespace ParIndex.App.Sampling;

/// <summary>A drawn person as it is printed.</summary>
/// <param name="Case">The case.</param>
/// <param name="Contact">How to reach the person; empty: nothing is known.</param>
/// <param name="Token">The token, for the link.</param>
public sealed record PrintedCase(SampleCaseRow Case, Contact Contact, string Token);

/// <summary>Opens contacts and links to print letters and sheets; every opening is journalled with how many were opened.</summary>
public sealed class PrintSample(IndexDb db, SurveySeals seals, TimeProvider clock)
{
    /// <summary>The active cases with a token, of one unit or of all.</summary>
    public async Task<IReadOnlyList<PrintedCase>> RunAsync(Person person, string campaign, string? unit, string what, int most, CancellationToken cancel)
    {
        var row = await CampaignAct.BeginAsync(db, person, campaign, cancel);
        if (row.UnlinkedAt is not null) throw new RefusedException(SamplingRefusals.Unlinked);
        var cases = (await db.SampleCases.AsTracking().Where(one => one.Campaign == campaign && (unit == null || one.Unit == unit)).ToListAsync(cancel)).Where(one => one.Active)
            .OrderBy(one => one.Unit, StringComparer.Ordinal).ThenBy(one => one.Number).ToList();
        var links = (await db.TokenLinks.Where(one => one.Campaign == campaign && (unit == null || one.Unit == unit)).ToListAsync(cancel)).ToDictionary(one => (one.Unit, one.Number));
        var contacts = (await db.Contacts.Where(one => one.Campaign == campaign).ToListAsync(cancel)).ToDictionary(one => one.Dossier, StringComparer.Ordinal);
        var printed = cases.Where(one => links.ContainsKey((one.Unit, one.Number)))
            .Select(one => new PrintedCase(one, contacts.TryGetValue(one.Dossier, out var contact) ? seals.Open(contact) : new(null, null, null, null), seals.Token(links[(one.Unit, one.Number)]))).ToList();
        if (printed.Count > most) throw new RefusedException(SamplingRefusals.TooManyToPrint(printed.Count, most));
        if (printed.Count == 0) throw new RefusedException(SamplingRefusals.NothingToPrint);
        if (what == "letters")
            foreach (var one in cases.Where(one => one is { State: CaseState.Waiting, Mode: Channel.Web })) one.State = CaseState.Invited;
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Campaign(campaign), "contacts.read", clock.GetUtcNow(), After: new { what, unit, printed.Count }));
        await db.SaveChangesAsync(cancel);
        return printed;
    }
}
