using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;

namespace ParIndex.App.Campaigns;

/// <summary>Tokens against responses of one unit: issued = unused + used + revoked, and used = waiting + sealed.</summary>
public sealed record UnitBalance(string Unit, int Issued, int Unused, int Used, int Revoked, int Waiting, int Sealed, int Late, int Open)
{
    /// <summary>Nothing is missing and nothing is too much.</summary>
    public bool Balanced => Issued == Unused + Used + Revoked && Used == Waiting + Sealed;
}

/// <summary>The reconciliation of a campaign: a response that was dropped or slipped in shows here.</summary>
public sealed class Reconcile(IndexDb db)
{
    public async Task<IReadOnlyList<UnitBalance>> RunAsync(string campaign, CancellationToken cancel)
    {
        // One moment for all the counts: a form stored between two of them would look like a difference.
        await using var moment = await db.MomentAsync(cancel);
        var tokens = await db.SurveyTokens.Where(row => row.Campaign == campaign).GroupBy(row => new { row.Unit, row.State })
            .Select(group => new { group.Key.Unit, group.Key.State, Count = group.Count() }).ToListAsync(cancel);
        var waiting = await db.PendingResponses.Where(row => row.Campaign == campaign).GroupBy(row => new { row.Unit, row.Channel, row.Late })
            .Select(group => new { group.Key.Unit, group.Key.Channel, group.Key.Late, Count = group.Count() }).ToListAsync(cancel);
        var stored = await db.Responses.Where(row => row.Campaign == campaign).GroupBy(row => new { row.Unit, row.Channel, row.Late })
            .Select(group => new { group.Key.Unit, group.Key.Channel, group.Key.Late, Count = group.Count() }).ToListAsync(cancel);
        await moment.RollbackAsync(cancel);
        var units = tokens.Select(row => row.Unit).Concat(waiting.Select(row => row.Unit)).Concat(stored.Select(row => row.Unit)).Distinct().Order(StringComparer.Ordinal);
        return [.. units.Select(unit =>
        {
            int Of(TokenState state) => tokens.Where(row => row.Unit == unit && row.State == state).Sum(row => row.Count);
            return new UnitBalance(unit, tokens.Where(row => row.Unit == unit).Sum(row => row.Count), Of(TokenState.Unused), Of(TokenState.Used), Of(TokenState.Revoked),
                waiting.Where(row => row.Unit == unit && !IsOpen(row.Channel)).Sum(row => row.Count),
                stored.Where(row => row.Unit == unit && !IsOpen(row.Channel)).Sum(row => row.Count),
                waiting.Concat(stored).Where(row => row.Unit == unit && row.Late).Sum(row => row.Count),
                waiting.Concat(stored).Where(row => row.Unit == unit && IsOpen(row.Channel)).Sum(row => row.Count));
        })];
    }

    /// <summary>Channels without tokens, which never reach the index.</summary>
    public static bool IsOpen(Channel channel) => channel is Channel.Kiosk or Channel.Open;
}
