using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;

namespace ParIndex.App.Audit;

/// <summary>
/// One responsible person takes note of the alarm, with a reason. With the second the system writes again; a restore leaves "restored
/// from size N to size M" in the journal and in the next checkpoint, for whoever verifies later.
/// </summary>
public sealed class AcknowledgeAlarm(IndexDb db, AuditFolder folder, TimeProvider clock, TimestampAuthority? authority = null)
{
    /// <summary>True when this was the second person and the system writes again.</summary>
    public async Task<bool> RunAsync(Person person, string? reason, CancellationToken cancel)
    {
        if (!person.Is(Role.Administrator) && !person.Is(Role.Secretariat) && !person.Is(Role.CouncilChair)) throw new RefusedException(Refusal.Forbidden);
        var why = Reasons.Required(reason);
        var row = await db.Instance.AsTracking().SingleOrDefaultAsync(found => found.Name == JournalInstance.AlarmName, cancel)
            ?? throw new RefusedException(Refusal.NoAlarm);
        var alarm = IntegrityAlarm.Parse(row.Value);
        if (alarm.Acknowledged.Any(earlier => earlier.By == person.Account)) throw new RefusedException(Refusal.SecondPersonNeeded);
        var now = clock.GetUtcNow();
        alarm = alarm with { Acknowledged = [.. alarm.Acknowledged, new Acknowledgement(person.Account, now, why)] };
        await MendHeadAsync(cancel);
        if (alarm.Acknowledged.Count < 2)
        {
            row.Value = alarm.ToJson();
            db.Note(new(person.Account, JournalAct.Kept, JournalObject.Instance, IntegrityActs.Acknowledged, now, After: alarm.Findings, Reason: why));
            await SaveAsync(cancel);
            return false;
        }

        db.Remove(row);
        await RememberAsync(alarm, cancel);
        await TakeBackCheckpointsAsync(cancel);
        (long From, long To)? restored = alarm.Findings.Any(finding => finding.Code is "J005" or "J006" or "J014") ? (alarm.FromSize, alarm.ToSize) : null;
        db.Note(restored is { } sizes
            ? new(person.Account, JournalAct.Kept, JournalObject.Instance, IntegrityActs.Restored, now, new { size = sizes.From }, new { size = sizes.To }, why)
            : new(person.Account, JournalAct.Kept, JournalObject.Instance, IntegrityActs.Acknowledged, now, After: alarm.Findings, Reason: why));
        await SaveAsync(cancel);
        if (restored is not null) await new WriteCheckpoint(db, folder, clock, authority).RunAsync(CheckpointOccasion.Restored, cancel, restored);
        return true;
    }

    /// <summary>The head follows the last line there is, so that the chain goes on from it.</summary>
    private async Task MendHeadAsync(CancellationToken cancel)
    {
        var last = await db.JournalLines.AsNoTracking().Where(line => line.Stream == JournalWriting.Stream).OrderByDescending(line => line.Seq).FirstOrDefaultAsync(cancel);
        var head = await db.JournalHeads.AsTracking().SingleOrDefaultAsync(found => found.Stream == JournalWriting.Stream, cancel);
        if (last is null)
        {
            if (head is not null) (head.Size, head.Hash) = (0, new byte[SHA256.HashSizeInBytes]);
        }
        else if (head is null)
        {
            db.Add(new JournalHeadRow { Stream = JournalWriting.Stream, Size = last.Seq, Hash = SHA256.HashData(last.Line), At = last.At });
            await db.SaveChangesAsync(cancel);
        }
        else if (head.Size != last.Seq || !head.Hash.AsSpan().SequenceEqual(SHA256.HashData(last.Line)))
        {
            (head.Size, head.Hash, head.At) = (last.Seq, SHA256.HashData(last.Line), last.At);
        }
    }

    private async Task RememberAsync(IntegrityAlarm alarm, CancellationToken cancel)
    {
        var known = (await KnownFindings.ReadAsync(db, cancel)).Known.Concat(alarm.Findings.Select(KnownFindings.Of)).Distinct().ToList();
        var json = JsonSerializer.Serialize(known, JsonForm.Options);
        var row = await db.Instance.AsTracking().SingleOrDefaultAsync(found => found.Name == JournalInstance.KnownName, cancel);
        if (row is null) db.Add(new InstanceRow { Name = JournalInstance.KnownName, Value = json });
        else row.Value = json;
    }

    /// <summary>Checkpoints the folder kept and a copy put back has lost: they stay part of the story.</summary>
    private async Task TakeBackCheckpointsAsync(CancellationToken cancel)
    {
        var here = (await db.Checkpoints.AsNoTracking().Select(row => row.Number).ToListAsync(cancel)).ToHashSet();
        foreach (var kept in folder.Checkpoints())
        {
            if (Checkpoint.Parse(kept.Json) is not { } stated || here.Contains(stated.Number)) continue;
            db.Add(new CheckpointRow
            {
                Number = stated.Number,
                At = stated.At,
                Json = kept.Json,
                Hash = SHA256.HashData(kept.Json),
                Signature = kept.Signature,
                Timestamp = kept.Timestamp,
                Occasion = stated.Occasion,
            });
        }
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException(Refusal.NoAlarm);
        }
    }
}
