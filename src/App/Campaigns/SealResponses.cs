using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Campaigns;

/// <summary>
/// Seals what is waiting: batches of one unit, sorted by commitment, each told of by one line of the journal. A unit with fewer than
/// <see cref="Fewest"/> waits until the day or the campaign is over, so that a batch never tells who came when.
/// </summary>
public sealed class SealResponses(IndexDb db, TimeProvider clock)
{
    /// <summary>Fewest responses of a batch before the day ends.</summary>
    public const int Fewest = 20;

    private const int MostTogether = 2000;

    /// <summary>How many were sealed.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = Vietnam.Day(now);
        var waiting = await db.PendingResponses.GroupBy(row => new { row.Campaign, row.Unit })
            .Select(group => new { group.Key.Campaign, group.Key.Unit, Count = group.Count(), Oldest = group.Min(row => row.Day) }).ToListAsync(cancel);
        var closed = await db.Campaigns.Where(row => row.Closes <= now).Select(row => row.Code).ToListAsync(cancel);
        var sealedNow = 0;
        foreach (var unit in waiting.Where(one => one.Count >= Fewest || one.Oldest < today || closed.Contains(one.Campaign))
            .OrderBy(one => one.Campaign, StringComparer.Ordinal).ThenBy(one => one.Unit, StringComparer.Ordinal))
        {
            for (int count; (count = await SealAsync(unit.Campaign, unit.Unit, today, now, cancel)) > 0;) sealedNow += count;
        }

        if (sealedNow > 0) await db.SweepAsync(cancel);
        return sealedNow;
    }

    private async Task<int> SealAsync(string campaign, string unit, DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        var pending = await db.PendingResponses.Where(row => row.Campaign == campaign && row.Unit == unit).Take(MostTogether).ToListAsync(cancel);
        if (pending.Count == 0) return 0;
        pending.Sort((a, b) => a.Commitment.AsSpan().SequenceCompareTo(b.Commitment));
        var batch = (await db.Seals.Where(row => row.Campaign == campaign).MaxAsync(row => (int?)row.Batch, cancel) ?? 0) + 1;
        var seal = new SealRow
        {
            Campaign = campaign,
            Batch = batch,
            Unit = unit,
            Count = pending.Count,
            Late = pending.Count(row => row.Late),
            ListSha256 = ListSha(pending.Select(row => row.Commitment)),
            Day = today,
        };
        db.Add(seal);
        db.AddRange(pending.Select(row => new ResponseRow
        {
            Campaign = campaign,
            Unit = unit,
            Commitment = row.Commitment,
            Batch = batch,
            Channel = row.Channel,
            Day = row.Day,
            Late = row.Late,
            Stratum = row.Stratum,
            Cluster = row.Cluster,
            Weight = row.Weight,
            Collector = row.Collector,
            Seconds = row.Seconds,
            Salt = row.Salt,
            Answers = row.Answers,
        }));
        db.RemoveRange(pending);
        db.Note(new(null, JournalAct.Sealed, JournalObject.Campaign(campaign), "responses.sealed", now, null,
            new { seal.Batch, seal.Unit, seal.Count, seal.Late, seal.ListSha256 }));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return pending.Count;
    }

    /// <summary>SHA-256 of the sorted commitments, a line each in lower-case hex.</summary>
    public static string ListSha(IEnumerable<byte[]> sorted) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(
        string.Concat(sorted.Select(one => string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(one)}\n"))))));
}
