using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Messages;
using ParIndex.App.Storage;
using ParIndex.App.Work;

namespace ParIndex.App.Audit;

/// <summary>
/// Looks whether the journal still is what was signed: at start quickly (head, newest checkpoints, a random sample), nightly and on
/// demand as a whole. What is found puts the system into read-only alarm.
/// </summary>
public sealed class CheckIntegrity(IndexDb db, AuditFolder folder, TimeProvider clock)
{
    private const int SampleSize = 300;

    /// <summary>The alarm in force; null: none.</summary>
    public static async Task<IntegrityAlarm?> AlarmAsync(IndexDb db, CancellationToken cancel) => (await JournalInstance.ReadAsync(db, cancel)).Alarm;

    /// <summary>The head, the newest checkpoints here and in the folder, and a random sample of lines.</summary>
    /// <returns>The alarm, when there is one now.</returns>
    public async Task<IntegrityAlarm?> QuickAsync(CancellationToken cancel)
    {
        var findings = new List<JournalFinding>();
        var size = await HeadAsync(findings, cancel);
        var newest = await CheckpointsAsync(size, findings, cancel);
        await SampleAsync(size, findings, cancel);
        return await RaiseAsync(findings, newest, size, cancel);
    }

    /// <summary>The whole journal, every payload and every row it vouches for.</summary>
    public async Task<(JournalVerdict Verdict, IntegrityAlarm? Alarm)> FullAsync(CancellationToken cancel)
    {
        var copy = await JournalCopy.ReadAsync(db, folder, cancel);
        var verdict = VerifyJournal.Run(copy);
        var findings = verdict.Findings.Where(finding => finding.Wrong).ToList();
        await LostCheckpointsAsync(findings, cancel);
        var newest = copy.Checkpoints.Select(checkpoint => Checkpoint.Parse(checkpoint.Json)).OfType<Checkpoint>().MaxBy(checkpoint => checkpoint.Number);
        return (verdict, await RaiseAsync(findings, newest?.Size ?? 0, verdict.Size, cancel));
    }

    private async Task<long> HeadAsync(List<JournalFinding> findings, CancellationToken cancel)
    {
        var head = await db.JournalHeads.AsNoTracking().SingleOrDefaultAsync(row => row.Stream == JournalWriting.Stream, cancel);
        var last = await db.JournalLines.AsNoTracking().Where(row => row.Stream == JournalWriting.Stream).OrderByDescending(row => row.Seq).FirstOrDefaultAsync(cancel);
        var (told, there) = (head?.Size ?? 0, last?.Seq ?? 0);
        if (told != there) findings.Add(JournalFindings.Head(Math.Min(told, there) + 1, told));
        else if (last is not null && !head!.Hash.AsSpan().SequenceEqual(SHA256.HashData(last.Line))) findings.Add(JournalFindings.Head(there, told));
        return there;
    }

    private async Task<long> CheckpointsAsync(long size, List<JournalFinding> findings, CancellationToken cancel)
    {
        var here = await db.Checkpoints.AsNoTracking().OrderByDescending(row => row.Number).Take(1)
            .Select(row => new SignedCheckpoint(row.Json, row.Signature, row.Timestamp)).ToListAsync(cancel);
        await LostCheckpointsAsync(findings, cancel);
        var newest = 0L;
        foreach (var signed in JournalCopy.Together(here, folder.Checkpoints().TakeLast(1)))
        {
            if (Checkpoint.Parse(signed.Json) is not { } stated) continue;
            newest = Math.Max(newest, stated.Size);
            if (stated.Size > size) findings.Add(JournalFindings.Shorter(size + 1, stated.Size, stated.Number));
            else if (stated.Size > 0 && stated.Head != await HashAsync(stated.Size, cancel)) findings.Add(JournalFindings.Rewritten(stated.Size, stated.Size, stated.Number));
        }

        return newest;
    }

    private async Task LostCheckpointsAsync(List<JournalFinding> findings, CancellationToken cancel)
    {
        var here = (await db.Checkpoints.AsNoTracking().Select(row => row.Number).ToListAsync(cancel)).ToHashSet();
        var lost = folder.Checkpoints().Select(checkpoint => Checkpoint.Parse(checkpoint.Json)).OfType<Checkpoint>().FirstOrDefault(checkpoint => !here.Contains(checkpoint.Number));
        if (lost is not null) findings.Add(JournalFindings.CheckpointsLost(lost.Number));
    }

    private async Task SampleAsync(long size, List<JournalFinding> findings, CancellationToken cancel)
    {
        var picked = size <= SampleSize
            ? [.. Enumerable.Range(1, (int)size).Select(seq => (long)seq)]
            : Enumerable.Range(0, SampleSize).Select(_ => Random.Shared.NextInt64(2, size + 1)).SelectMany(seq => new[] { seq - 1, seq }).Distinct().ToList();
        var lines = await db.JournalLines.AsNoTracking().Where(row => row.Stream == JournalWriting.Stream && picked.Contains(row.Seq)).ToDictionaryAsync(row => row.Seq, cancel);
        foreach (var seq in picked.Order())
        {
            if (!lines.TryGetValue(seq, out var line)) findings.Add(JournalFindings.Missing(seq, seq + 1));
            else if (!line.Hash.AsSpan().SequenceEqual(SHA256.HashData(line.Line))) findings.Add(JournalFindings.Altered(seq));
            else if (lines.TryGetValue(seq - 1, out var before) && !Continues(line.Line, before.Hash)) findings.Add(JournalFindings.Altered(seq));
        }
    }

    private static bool Continues(byte[] line, byte[] before)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("prev").GetString() == Convert.ToHexStringLower(before);
        }
        catch (Exception trouble) when (trouble is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    private async Task<string?> HashAsync(long seq, CancellationToken cancel) =>
        await db.JournalLines.AsNoTracking().Where(row => row.Stream == JournalWriting.Stream && row.Seq == seq).Select(row => row.Line).SingleOrDefaultAsync(cancel) is { } line
            ? Convert.ToHexStringLower(SHA256.HashData(line)) : null;

    private async Task<IntegrityAlarm?> RaiseAsync(List<JournalFinding> findings, long fromSize, long toSize, CancellationToken cancel)
    {
        var instance = await JournalInstance.ReadAsync(db, cancel);
        if (instance.Alarm is not null) return instance.Alarm;
        var known = await KnownFindings.ReadAsync(db, cancel);
        var fresh = findings.Where(finding => !known.Holds(finding)).OrderBy(finding => finding.Number ?? long.MaxValue).Take(50).ToList();
        if (fresh.Count == 0) return null;
        var now = clock.GetUtcNow();
        var alarm = new IntegrityAlarm(now, fresh, fromSize, toSize, []);
        db.Add(new InstanceRow { Name = JournalInstance.AlarmName, Value = alarm.ToJson() });
        db.Add(new SecurityEventRow { Id = Guid.CreateVersion7(now), At = now, Kind = "integrity.alarm", Detail = string.Join("; ", fresh.Take(5).Select(finding => finding.Message.En)) });
        await db.TellAsync(await db.PeopleAsync(0, cancel, Role.Administrator, Role.Secretariat, Role.CouncilChair, Role.Observer), MailText.IntegrityAlarm("/noi-bo/suc-khoe"), now, cancel);
        await db.SaveChangesAsync(cancel);
        Meters.Alarms.Add(1);
        return alarm;
    }
}

/// <summary>Findings two persons have taken note of: they raise no alarm again, and a verification still names them.</summary>
internal sealed record KnownFindings(IReadOnlyList<KnownFinding> Known)
{
    public bool Holds(JournalFinding finding) => Known.Contains(Of(finding));

    public static KnownFinding Of(JournalFinding finding) => new(finding.Code, finding.Number, finding.Number is null ? finding.Message.En : null);

    public static async Task<KnownFindings> ReadAsync(IndexDb db, CancellationToken cancel) => new(
        await db.Instance.AsNoTracking().Where(row => row.Name == JournalInstance.KnownName).Select(row => row.Value).SingleOrDefaultAsync(cancel) is { } json
            ? JsonSerializer.Deserialize<List<KnownFinding>>(json, JsonForm.Options)! : []);
}

internal sealed record KnownFinding(string Code, long? Number, string? What);
