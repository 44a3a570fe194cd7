using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;

namespace ParIndex.App.Audit;

/// <summary>What the journal keeps of this installation, read once for each save.</summary>
internal sealed record JournalInstance(byte[] Key, IntegrityAlarm? Alarm)
{
    /// <summary>Name of the key that makes objects opaque.</summary>
    public const string KeyName = "journal-key";

    /// <summary>Name of this installation's id, the origin of its checkpoints.</summary>
    public const string OriginName = "installation";

    /// <summary>Name of the alarm in force.</summary>
    public const string AlarmName = "integrity-alarm";

    /// <summary>Name of the findings two persons have taken note of.</summary>
    public const string KnownName = "integrity-known";

    public static async Task<JournalInstance> ReadAsync(IndexDb db, CancellationToken cancel)
    {
        var rows = await db.Instance.AsNoTracking().Where(row => row.Name == KeyName || row.Name == AlarmName)
            .ToDictionaryAsync(row => row.Name, row => row.Value, StringComparer.Ordinal, cancel);
        return new(Convert.FromHexString(rows[KeyName]), rows.TryGetValue(AlarmName, out var alarm) ? IntegrityAlarm.Parse(alarm) : null);
    }

    public static async Task<string> OriginAsync(IndexDb db, CancellationToken cancel) =>
        await db.Instance.AsNoTracking().Where(row => row.Name == OriginName).Select(row => row.Value).SingleAsync(cancel);
}

/// <summary>The journal disagrees with what was signed, or with itself: nothing is written until two persons have taken note.</summary>
/// <param name="At">When it was found.</param>
/// <param name="Findings">What was found, the first wrong numbers with it.</param>
/// <param name="FromSize">Size the newest checkpoint tells of.</param>
/// <param name="ToSize">Size found.</param>
/// <param name="Acknowledged">Who has taken note so far.</param>
public sealed record IntegrityAlarm(
    DateTimeOffset At, IReadOnlyList<JournalFinding> Findings, long FromSize, long ToSize, IReadOnlyList<Acknowledgement> Acknowledged)
{
    internal static IntegrityAlarm Parse(string json) => JsonSerializer.Deserialize<IntegrityAlarm>(json, JsonForm.Options)!;

    internal string ToJson() => JsonSerializer.Serialize(this, JsonForm.Options);
}

/// <summary>One person's note of an alarm.</summary>
public sealed record Acknowledgement(Guid By, DateTimeOffset At, string Reason);
