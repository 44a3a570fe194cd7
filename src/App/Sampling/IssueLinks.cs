using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;

namespace ParIndex.App.Sampling;

/// <summary>Issues a token for each drawn person who has none yet, whatever the channel; the link from person to token is kept sealed, until it is destroyed.</summary>
public sealed class IssueLinks(IndexDb db, IssueTokens tokens, SurveySeals seals, TimeProvider clock)
{
    /// <summary>How many were issued.</summary>
    public async Task<int> RunAsync(Person person, string campaign, CancellationToken cancel)
    {
        var row = await CampaignAct.BeginAsync(db, person, campaign, cancel);
        if (row.DrawnAt is null) throw new RefusedException(SamplingRefusals.NotDrawn);
        if (row.UnlinkedAt is not null) throw new RefusedException(SamplingRefusals.Unlinked);
        var linked = (await db.TokenLinks.Where(one => one.Campaign == campaign).Select(one => new { one.Unit, one.Number }).ToListAsync(cancel)).Select(one => (one.Unit, one.Number)).ToHashSet();
        var cases = (await db.SampleCases.Where(one => one.Campaign == campaign).OrderBy(one => one.Unit).ThenBy(one => one.Number).ToListAsync(cancel))
            .Where(one => one.Active && !linked.Contains((one.Unit, one.Number))).ToList();
        if (cases.Count == 0) return 0;
        Add(row, cases);
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Campaign(campaign), "tokens.issued", clock.GetUtcNow(),
            After: cases.GroupBy(one => one.Unit, StringComparer.Ordinal).OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit => new { Unit = unit.Key, Count = unit.Count() })));
        await CampaignAct.SaveAsync(db, row, cancel);
        return cases.Count;
    }

    /// <summary>Adds tokens and their links, to be saved by the caller.</summary>
    internal void Add(CampaignRow row, IReadOnlyList<SampleCaseRow> cases)
    {
        var issued = tokens.Add(row, [.. cases.Select(one => new TokenPlace(one.Unit, one.Stratum, one.Cluster, one.Weight))]);
        db.AddRange(cases.Select((one, i) => new TokenLinkRow { Campaign = row.Code, Unit = one.Unit, Number = one.Number, Sealed = seals.SealToken(row.Code, issued[i]) }));
    }
}
