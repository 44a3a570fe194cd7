using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core.Sampling;

namespace ParIndex.App.Sampling;

/// <summary>Commits a seed that nobody has seen: its hash is told and journalled together with the frame and the plan, which are fixed from then on.</summary>
public sealed class CommitSeed(IndexDb db, SurveySeals seals, TimeProvider clock)
{
    /// <summary>The hash of the seed.</summary>
    public async Task<string> RunAsync(Person person, string campaign, CancellationToken cancel)
    {
        var row = await CampaignAct.BeginAsync(db, person, campaign, cancel);
        if (row.SeedSha256 is not null) throw new RefusedException(SamplingRefusals.SeedCommitted);
        if (row.FrameSha256 is null) throw new RefusedException(SamplingRefusals.NoFrame);
        var plan = await db.SamplePlans.SingleOrDefaultAsync(one => one.Campaign == campaign, cancel) ?? throw new RefusedException(SamplingRefusals.PlanMissing);
        var seed = SurveySeals.NewSeed();
        row.Seed = seals.SealSeed(campaign, seed);
        row.SeedSha256 = Sha(seed);
        db.Note(new(person.Account, JournalAct.Moved, JournalObject.Campaign(campaign), "seed.committed", clock.GetUtcNow(),
            After: new { row.SeedSha256, row.FrameSha256, Plan = PlanSample.Of(plan) }));
        await CampaignAct.SaveAsync(db, row, cancel);
        return row.SeedSha256;
    }

    internal static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Draws with the committed seed, once; contacts of those not drawn are erased with it.</summary>
public sealed class DrawSample(IndexDb db, SurveySeals seals, TimeProvider clock)
{
    /// <summary>How many were drawn, without the reserve.</summary>
    /// <param name="person">Manages the survey.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="lot">Words that became known after the commitment, such as the day's lottery numbers; null: the seed alone.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<int> RunAsync(Person person, string campaign, string? lot, CancellationToken cancel)
    {
        var row = await CampaignAct.BeginAsync(db, person, campaign, cancel);
        if (row.DrawnAt is not null) throw new RefusedException(SamplingRefusals.Drawn);
        if (row.SeedSha256 is null) throw new RefusedException(SamplingRefusals.NotCommitted);
        var seed = seals.Seed(row);
        if (CommitSeed.Sha(seed) != row.SeedSha256) throw new RefusedException(SamplingRefusals.SeedBroken);
        var frame = await SetFrame.ReadAsync(db, campaign, cancel);
        if (SetFrame.Sha(frame) != row.FrameSha256) throw new RefusedException(SamplingRefusals.FrameChanged);
        var plan = await db.SamplePlans.SingleAsync(one => one.Campaign == campaign, cancel);
        var added = Visible.Checked(lot, "lot", 200)?.Trim();
        row.Seed = added is { Length: > 0 } ? $"{seed}/{added}" : seed;
        row.DrawnAt = clock.GetUtcNow();
        var sample = SampleDrawing.Draw(frame, PlanSample.Of(plan), row.Seed);
        var cases = Cases(campaign, sample, plan.Mode);
        db.AddRange(cases);
        db.RemoveAll(db.Contacts.Where(one => one.Campaign == campaign && !db.SampleCases.Any(drawn => drawn.Campaign == campaign && drawn.Dossier == one.Dossier)));
        var drawn = cases.Count(one => !one.Reserve);
        db.Note(new(person.Account, JournalAct.Moved, JournalObject.Campaign(campaign), "sample.drawn", row.DrawnAt.Value, null,
            new { row.Seed, row.FrameSha256, SampleSha256 = CommitSeed.Sha(SampleFile.Write(sample)), Drawn = drawn, Reserve = cases.Count - drawn, Strata = sample.Strata }));
        await CampaignAct.SaveAsync(db, row, cancel);
        await db.SweepAsync(cancel);
        return drawn;
    }

    private static List<SampleCaseRow> Cases(string campaign, DrawnSample sample, Channel mode)
    {
        var places = SafePlaces.Of(sample.Cases);
        var number = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. sample.Cases.Select((one, i) => new SampleCaseRow
        {
            Campaign = campaign,
            Unit = one.Line.Unit,
            Number = number[one.Line.Unit] = number.GetValueOrDefault(one.Line.Unit) + 1,
            Dossier = one.Line.Dossier,
            Stratum = places[i].Stratum,
            Cluster = places[i].Cluster,
            Weight = places[i].Weight,
            Reserve = one.Reserve,
            State = CaseState.Waiting,
            Outcome = "",
            Mode = mode,
            Collector = "",
            Attempts = 0,
            Procedure = one.Line.Procedure,
            Returned = one.Line.Returned,
            Filed = one.Line.Filed,
        })];
    }
}

/// <summary>Draws again what was drawn, from the frame and the seed as they are stored, and compares.</summary>
public sealed class RedoDraw(IndexDb db)
{
    /// <summary>Whether the stored cases are those of the draw, one by one; with the hash of the drawn list.</summary>
    public async Task<(bool Same, string SampleSha256)> RunAsync(string campaign, CancellationToken cancel)
    {
        var row = await db.Campaigns.SingleOrDefaultAsync(one => one.Code == campaign, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (row.DrawnAt is null) throw new RefusedException(SamplingRefusals.NotDrawn);
        if (row.UnlinkedAt is not null) throw new RefusedException(SamplingRefusals.Unlinked);
        var plan = await db.SamplePlans.SingleAsync(one => one.Campaign == campaign, cancel);
        var sample = SampleDrawing.Draw(await SetFrame.ReadAsync(db, campaign, cancel), PlanSample.Of(plan), row.Seed!);
        var stored = await db.SampleCases.Where(one => one.Campaign == campaign).OrderBy(one => one.Unit).ThenBy(one => one.Number).Select(one => new { one.Unit, one.Dossier, one.Reserve }).ToListAsync(cancel);
        var drawn = sample.Cases.GroupBy(one => one.Line.Unit, StringComparer.Ordinal).OrderBy(unit => unit.Key, StringComparer.Ordinal).SelectMany(unit => unit)
            .Select(one => (one.Line.Unit, one.Line.Dossier, one.Reserve));
        var same = drawn.SequenceEqual(stored.OrderBy(one => one.Unit, StringComparer.Ordinal).Select(one => (one.Unit, one.Dossier, one.Reserve)));
        return (same && SetFrame.Sha(await SetFrame.ReadAsync(db, campaign, cancel)) == row.FrameSha256, CommitSeed.Sha(SampleFile.Write(sample)));
    }

    /// <summary>The frame with its hashes, as it is handed out.</summary>
    public async Task<string> FrameAsync(string campaign, CancellationToken cancel) => FrameFile.Write(await SetFrame.ReadAsync(db, campaign, cancel));

    /// <summary>The drawn list, as it is handed out.</summary>
    public async Task<string> SampleAsync(string campaign, CancellationToken cancel)
    {
        var row = await db.Campaigns.SingleOrDefaultAsync(one => one.Code == campaign, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (row.DrawnAt is null) throw new RefusedException(SamplingRefusals.NotDrawn);
        var plan = await db.SamplePlans.SingleAsync(one => one.Campaign == campaign, cancel);
        return SampleFile.Write(SampleDrawing.Draw(await SetFrame.ReadAsync(db, campaign, cancel), PlanSample.Of(plan), row.Seed!));
    }
}
