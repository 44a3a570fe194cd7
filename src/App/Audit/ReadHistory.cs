using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;

namespace ParIndex.App.Audit;

/// <summary>One act in the history of an object.</summary>
/// <param name="Seq">Its number in the journal.</param>
/// <param name="At">Server time.</param>
/// <param name="Actor">The account; null: the system.</param>
/// <param name="Who">The person's name and post; null: the system, or the account is gone.</param>
/// <param name="What">The act in detail, such as <c>entry.saved</c>; the short word of the line when the content was erased.</param>
/// <param name="Changes">Field by field, from and to.</param>
/// <param name="Reason">Why, in the actor's words.</param>
/// <param name="Erased">The content was erased: the line still proves that something happened, when, and by which account.</param>
public sealed record HistoryEntry(
    long Seq, DateTimeOffset At, Guid? Actor, string? Who, string What, IReadOnlyList<HistoryChange> Changes, string? Reason, bool Erased);

/// <summary>One field of an act. Null: there was or is nothing.</summary>
public sealed record HistoryChange(string Field, string? From, string? To);

/// <summary>The history of one object, newest first. Whether the reader may see the object, its page has decided.</summary>
public sealed class ReadHistory(IndexDb db)
{
    /// <param name="object">As <see cref="JournalObject"/> names it.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<HistoryEntry>> RunAsync(string @object, CancellationToken cancel)
    {
        var obj = JournalWriting.Opaque((await JournalInstance.ReadAsync(db, cancel)).Key, @object);
        var lines = await db.JournalLines.AsNoTracking().Where(line => line.Stream == JournalWriting.Stream && line.Obj == obj)
            .OrderByDescending(line => line.Seq)
            .Select(line => new
            {
                line.Seq,
                line.At,
                line.Actor,
                line.Act,
                Payload = db.JournalPayloads.Where(payload => payload.Stream == line.Stream && payload.Seq == line.Seq).Select(payload => payload.Payload).FirstOrDefault(),
            }).ToListAsync(cancel);
        var actors = lines.Select(line => line.Actor).Distinct(StringComparer.Ordinal).Where(actor => Guid.TryParse(actor, out _)).Select(Guid.Parse).ToList();
        var names = await db.Users.AsNoTracking().Where(account => actors.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.Post is null ? account.FullName : account.FullName + ", " + account.Post, cancel);
        return [.. lines.Select(line =>
        {
            Guid? actor = Guid.TryParse(line.Actor, out var id) ? id : null;
            var who = actor is null ? null : names.GetValueOrDefault(actor.Value);
            return line.Payload is null
                ? new(line.Seq, line.At, actor, who, line.Act, [], null, Erased: true)
                : Told(line.Seq, line.At, actor, who, line.Payload);
        })];
    }

    internal static HistoryEntry Told(long seq, DateTimeOffset at, Guid? actor, string? who, byte[] payload)
    {
        using var json = JsonDocument.Parse(payload);
        var root = json.RootElement;
        var (before, after) = (Fields(root, "before"), Fields(root, "after"));
        var changes = before.Keys.Concat(after.Keys).Distinct(StringComparer.Ordinal)
            .Select(field => new HistoryChange(field, before.GetValueOrDefault(field), after.GetValueOrDefault(field)))
            .Where(change => change.From != change.To).ToList();
        return new(seq, at, actor, who, root.GetProperty("what").GetString()!, changes, root.TryGetProperty("reason", out var reason) ? reason.GetString() : null, Erased: false);
    }

    internal static string? ObjectOf(byte[] payload)
    {
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.TryGetProperty("object", out var named) ? named.GetString() : null;
    }

    private static Dictionary<string, string?> Fields(JsonElement root, string side)
    {
        if (!root.TryGetProperty(side, out var value) || value.ValueKind == JsonValueKind.Null) return [];
        return value.ValueKind != JsonValueKind.Object
            ? new(StringComparer.Ordinal) { [""] = Said(value) }
            : value.EnumerateObject().ToDictionary(field => field.Name, field => Said(field.Value), StringComparer.Ordinal);
    }

    private static string? Said(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
