using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Campaigns;

/// <summary>Whom a token is made for: the unit it is about and the place in the sample.</summary>
public sealed record TokenPlace(string Unit, string Stratum = "", string Cluster = "", long? Weight = null);

/// <summary>Issues tokens, handed out once; the journal tells how many of which unit, so that none can be slipped in later.</summary>
public sealed class IssueTokens(IndexDb db, TimeProvider clock)
{
    /// <summary>The tokens in the order of the places; they are stored nowhere.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(Person? person, string campaign, IReadOnlyList<TokenPlace> places, CancellationToken cancel)
    {
        var row = await db.Campaigns.SingleOrDefaultAsync(one => one.Code == campaign, cancel) ?? throw new RefusedException(Refusal.NotFound);
        person?.Need(row.Cycle, Role.SurveyManager);
        var tokens = Add(row, places);
        db.Note(new(person?.Account, JournalAct.Changed, JournalObject.Campaign(campaign), "tokens.issued", clock.GetUtcNow(),
            After: places.GroupBy(place => place.Unit).OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit => new { Unit = unit.Key, Count = unit.Count() })));
        await db.SaveChangesAsync(cancel);
        return tokens;
    }

    /// <summary>Adds rows to be saved by the caller.</summary>
    internal List<string> Add(CampaignRow row, IReadOnlyList<TokenPlace> places)
    {
        var tokens = places.Select(place => (Place: place, Token: SurveyToken.New())).ToList();
        // In the order of their hashes: rows in the order of issue would tell whose is whose.
        db.AddRange(tokens.Select(one => new TokenRow
        {
            Campaign = row.Code,
            Hash = SurveyToken.Hash(row.TokenKey, one.Token),
            Unit = one.Place.Unit,
            State = TokenState.Unused,
            Stratum = one.Place.Stratum,
            Cluster = one.Place.Cluster,
            Weight = one.Place.Weight,
        }).OrderBy(token => Convert.ToHexString(token.Hash), StringComparer.Ordinal));
        return [.. tokens.Select(one => SurveyToken.Text(one.Token))];
    }
}

/// <summary>Revokes a token that was lost or handed to the wrong person; a spent one stays spent.</summary>
public sealed class RevokeToken(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Person person, string campaign, string token, string? reason, CancellationToken cancel)
    {
        var row = await db.Campaigns.SingleOrDefaultAsync(one => one.Code == campaign, cancel) ?? throw new RefusedException(Refusal.NotFound);
        person.Need(row.Cycle, Role.SurveyManager);
        var why = Reasons.Required(reason);
        if (!SurveyToken.TryRead(token, out var read)) throw new RefusedException(CampaignRefusals.NoSuchLink);
        var hash = SurveyToken.Hash(row.TokenKey, read);
        var found = await db.SurveyTokens.AsTracking().SingleOrDefaultAsync(one => one.Campaign == campaign && one.Hash == hash, cancel);
        if (found is not { State: TokenState.Unused }) throw new RefusedException(CampaignRefusals.NoSuchLink);
        found.State = TokenState.Revoked;
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Campaign(campaign), "token.revoked", clock.GetUtcNow(), After: new { found.Unit }, Reason: why));
        await db.SaveChangesAsync(cancel);
    }
}
