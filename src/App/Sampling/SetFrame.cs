using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core.Sampling;

namespace ParIndex.App.Sampling;

/// <summary>Takes a frame: dossiers and persons hashed, contacts sealed in a store of their own. As a whole or not at all.</summary>
public sealed class SetFrame(IndexDb db, SurveySeals seals, TimeProvider clock)
{
    /// <summary>What was read; where a cell is wrong nothing is stored.</summary>
    public async Task<ReadFrame> RunAsync(Person person, string campaign, Stream file, CancellationToken cancel)
    {
        var row = await CampaignAct.BeginAsync(db, person, campaign, cancel);
        if (row.SeedSha256 is not null) throw new RefusedException(SamplingRefusals.SeedCommitted);
        if (row.FrameSha256 is not null) throw new RefusedException(SamplingRefusals.FrameThere);
        var now = clock.GetUtcNow();
        var units = await db.CycleUnits.Where(one => one.Cycle == row.Cycle).Select(one => one.Unit).ToListAsync(cancel);
        var read = FrameSheet.Read(file, units.ToHashSet(StringComparer.Ordinal), row.Year, Vietnam.Day(now));
        if (read.FaultCount > 0) return read;
        var lines = read.Lines.Select(line =>
        {
            var dossier = SurveySeals.Hash(row.FrameKey!, "dossier", line.Dossier);
            var person = line.Identity is { } known ? SurveySeals.Hash(row.FrameKey!, "person", known) : dossier;
            return (Hashed: new FrameLine(dossier, person, line.Unit, line.Procedure, line.Returned, line.Filed.ToString(), line.Cluster), line.Contact);
        }).DistinctBy(line => line.Hashed.Dossier, StringComparer.Ordinal).OrderBy(line => line.Hashed.Dossier, StringComparer.Ordinal).ToList();
        row.FrameSha256 = Sha(lines.Select(line => line.Hashed));
        db.AddRange(lines.Select(line => new FrameEntryRow
        {
            Campaign = campaign,
            Dossier = line.Hashed.Dossier,
            Person = line.Hashed.Person,
            Unit = line.Hashed.Unit,
            Procedure = line.Hashed.Procedure,
            Returned = line.Hashed.Returned,
            Filed = line.Hashed.Filed,
            Cluster = line.Hashed.Cluster,
        }));
        db.AddRange(lines.Where(line => !line.Contact.Empty)
            .Select(line => new ContactRow { Campaign = campaign, Dossier = line.Hashed.Dossier, Sealed = seals.Seal(campaign, line.Contact) }));
        db.Note(new(person.Account, JournalAct.Submitted, JournalObject.Campaign(campaign), "frame.taken", now, After: new
        {
            row.FrameSha256,
            Dossiers = lines.Count,
            Units = lines.GroupBy(line => line.Hashed.Unit, StringComparer.Ordinal).OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit => new { Unit = unit.Key, Dossiers = unit.Count() }),
        }));
        await CampaignAct.SaveAsync(db, row, cancel);
        return read;
    }

    /// <summary>Lets go of a frame that was not committed yet, with its contacts.</summary>
    public async Task RemoveAsync(Person person, string campaign, string? reason, CancellationToken cancel)
    {
        var row = await CampaignAct.BeginAsync(db, person, campaign, cancel);
        if (row.SeedSha256 is not null) throw new RefusedException(SamplingRefusals.SeedCommitted);
        if (row.FrameSha256 is not { } sha) throw new RefusedException(SamplingRefusals.NoFrame);
        var why = Reasons.Required(reason);
        row.FrameSha256 = null;
        db.RemoveAll(db.FrameEntries.Where(one => one.Campaign == campaign));
        db.RemoveAll(db.Contacts.Where(one => one.Campaign == campaign));
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Campaign(campaign), "frame.removed", clock.GetUtcNow(), Before: new { FrameSha256 = sha }, Reason: why));
        await CampaignAct.SaveAsync(db, row, cancel);
        await db.SweepAsync(cancel);
    }

    /// <summary>SHA-256 of the frame as <see cref="FrameFile"/> writes it.</summary>
    internal static string Sha(IEnumerable<FrameLine> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FrameFile.Write(lines))));

    /// <summary>The frame as it is stored.</summary>
    internal static async Task<List<FrameLine>> ReadAsync(IndexDb db, string campaign, CancellationToken cancel) =>
        await db.FrameEntries.Where(one => one.Campaign == campaign).OrderBy(one => one.Dossier)
            .Select(one => new FrameLine(one.Dossier, one.Person, one.Unit, one.Procedure, one.Returned, one.Filed, one.Cluster)).ToListAsync(cancel);
}
