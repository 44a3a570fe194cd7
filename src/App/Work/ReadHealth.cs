using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Messages;
using ParIndex.App.Storage;

namespace ParIndex.App.Work;

/// <summary>How the installation is.</summary>
public sealed record Health(
    DateTimeOffset At, string Engine, IntegrityAlarm? Alarm, long JournalSize, DateTimeOffset? JournalAt, int Checkpoints, DateTimeOffset? CheckpointAt, bool CheckpointsOutside,
    int MailsWaiting, int MailsGivenUp, string? MailError, int UploadsOpen, long? DiskFree, TimeSpan? ClockBehind)
{
    private const long LowDisk = 1L << 30;

    /// <summary>Free space under one GiB.</summary>
    public bool DiskIsLow => DiskFree < LowDisk;

    /// <summary>The journal is later than the clock: the clock was set back.</summary>
    public bool ClockIsBehind => ClockBehind > TimeSpan.FromMinutes(1);

    /// <summary>The newest checkpoint is older than it should be.</summary>
    public bool CheckpointIsOld => JournalAt is { } last && (CheckpointAt is not { } signed || (last > signed && At - signed > TimeSpan.FromHours(2)));

    public bool Good => Alarm is null && !DiskIsLow && !ClockIsBehind && !CheckpointIsOld && MailsGivenUp == 0;
}

/// <summary>Reads how the installation is, in a few small queries.</summary>
public sealed class ReadHealth(IndexDb db, AuditFolder folder, TimeProvider clock)
{
    public async Task<Health> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var head = await db.JournalHeads.AsNoTracking().SingleOrDefaultAsync(row => row.Stream == JournalWriting.Stream, cancel);
        var last = await db.Checkpoints.AsNoTracking().OrderByDescending(row => row.Number).Select(row => new { row.Number, row.At }).FirstOrDefaultAsync(cancel);
        var waiting = db.Mails.AsNoTracking().Where(mail => mail.SentAt == null);
        return new(
            now, db is SqliteIndexDb ? "SQLite" : "PostgreSQL", await CheckIntegrity.AlarmAsync(db, cancel), head?.Size ?? 0, head?.At, last?.Number ?? 0, last?.At,
            last is null || folder.Checkpoints().Count > 0,
            await waiting.CountAsync(mail => mail.Attempts < SendMails.Attempts, cancel), await waiting.CountAsync(mail => mail.Attempts >= SendMails.Attempts, cancel),
            await waiting.Where(mail => mail.Error != null).OrderByDescending(mail => mail.NextAttempt).Select(mail => mail.Error).FirstOrDefaultAsync(cancel),
            await db.Uploads.CountAsync(cancel), FreeAt(folder.Path), head is null ? null : head.At - now);
    }

    private static long? FreeAt(string path)
    {
        try
        {
            var there = path;
            while (!Directory.Exists(there) && Path.GetDirectoryName(there) is { } above) there = above;
            return new DriveInfo(there).AvailableFreeSpace;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
