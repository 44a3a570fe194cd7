using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;
using ParIndex.App.Work;

namespace ParIndex.App.Audit;

/// <summary>Why a checkpoint is made.</summary>
public static class CheckpointOccasion
{
    public const string Start = "start";

    public const string Hourly = "hourly";

    /// <summary>A phase or a cycle was opened or closed, results were frozen or published.</summary>
    public const string Milestone = "milestone";

    public const string Restored = "restored";

    public const string Asked = "asked";
}

/// <summary>States, signed, how long the journal is and where its head stands; kept in the database and outside it.</summary>
/// <param name="db">The database.</param>
/// <param name="folder">Where the key and the copies lie.</param>
/// <param name="clock">Server time.</param>
/// <param name="authority">RFC 3161 time-stamping authority; null: none is configured.</param>
public sealed class WriteCheckpoint(IndexDb db, AuditFolder folder, TimeProvider clock, TimestampAuthority? authority = null)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(24);

    /// <summary>Writes a checkpoint; null when nothing was written since the last, or an alarm forbids to sign what is there.</summary>
    public async Task<Checkpoint?> RunAsync(string occasion, CancellationToken cancel, (long From, long To)? restored = null)
    {
        if ((await JournalInstance.ReadAsync(db, cancel)).Alarm is not null) return null;
        var head = await db.JournalHeads.AsNoTracking().SingleOrDefaultAsync(row => row.Stream == JournalWriting.Stream, cancel);
        var last = await db.Checkpoints.AsNoTracking().OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
        var before = last is null ? null : Checkpoint.Parse(last.Json) ?? throw new InvalidOperationException($"checkpoint {last.Number} cannot be read");
        var now = clock.GetUtcNow();
        if (before is not null && restored is null)
        {
            if (before.Size == (head?.Size ?? 0) && occasion is CheckpointOccasion.Hourly or CheckpointOccasion.Start && now - before.At < Quiet) return null;
            // Never sign on top of something else than what was signed before.
            if (!await AgreesAsync(before, cancel)) return null;
        }

        var stated = new Checkpoint(
            await JournalInstance.OriginAsync(db, cancel), (last?.Number ?? 0) + 1, now, head?.Size ?? 0,
            head is null ? Checkpoint.None : Convert.ToHexStringLower(head.Hash), last is null ? Checkpoint.None : Convert.ToHexStringLower(last.Hash),
            await PublishedAsync(cancel), occasion, restored);
        var json = stated.ToJson();
        var signature = folder.Sign(json);
        var signed = new SignedCheckpoint(json, signature, authority is null ? null : await authority.StampAsync(signature, cancel));
        db.Add(new CheckpointRow
        {
            Number = stated.Number,
            At = now,
            Json = json,
            Hash = SHA256.HashData(json),
            Signature = signature,
            Timestamp = signed.Timestamp,
            Occasion = occasion,
        });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another node made this number at the same moment: one is enough.
            db.ChangeTracker.Clear();
            return null;
        }

        // The database first: a folder that is ahead of the database is the mark of a copy put back.
        folder.Keep(stated.Number, signed);
        Meters.Checkpoints.Add(1);
        return stated;
    }

    private async Task<bool> AgreesAsync(Checkpoint before, CancellationToken cancel)
    {
        if (before.Size == 0) return true;
        var line = await db.JournalLines.AsNoTracking().Where(row => row.Stream == JournalWriting.Stream && row.Seq == before.Size).Select(row => row.Line).SingleOrDefaultAsync(cancel);
        return line is not null && Convert.ToHexStringLower(SHA256.HashData(line)) == before.Head;
    }

    /// <summary>SHA-256 over every published file, one line each: release, name, SHA-256; null while nothing is published.</summary>
    private async Task<string?> PublishedAsync(CancellationToken cancel)
    {
        var files = await db.Documents.AsNoTracking().Join(db.Releases, file => file.ReleaseId, release => release.Id, (file, release) => new { release.Slug, file.Name, file.Sha256 })
            .OrderBy(file => file.Slug).ThenBy(file => file.Name).ToListAsync(cancel);
        return files.Count == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(
            Encoding.UTF8.GetBytes(string.Concat(files.Select(file => $"{file.Slug} {file.Name} {file.Sha256}\n")))));
    }
}

/// <summary>A time-stamping authority that speaks RFC 3161.</summary>
public sealed class TimestampAuthority(HttpClient http, Uri address)
{
    /// <summary>A token over these bytes; null when the authority does not answer: a checkpoint does not wait for it.</summary>
    public async Task<byte[]?> StampAsync(byte[] content, CancellationToken cancel)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(content, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);
        try
        {
            using var body = new ByteArrayContent(request.Encode());
            body.Headers.ContentType = new("application/timestamp-query");
            using var answer = await http.PostAsync(address, body, cancel);
            answer.EnsureSuccessStatusCode();
            return request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(cancel), out _).AsSignedCms().Encode();
        }
        catch (Exception trouble) when (trouble is HttpRequestException or CryptographicException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
