using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Appraisal;
using ParIndex.App.Cycles;
using ParIndex.App.Results;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Computation;

namespace ParIndex.App.Publication;

/// <summary>A file that belongs to a release.</summary>
public sealed record ReleaseFile(string Name, string MediaType, byte[] Content);

/// <summary>What is published: the results, the files made from them, the announcement's statements, and why when it corrects an earlier version.</summary>
public sealed record Publishing(CycleResult Result, IReadOnlyList<ReleaseFile> Files, IReadOnlyList<Text> Statements, Text? RevisionNote = null);

/// <summary>
/// Stores a release: numbered, whole, never overwritten. Publishing the same inputs by the same engine again changes nothing and returns
/// the release that is there; other figures of the same year become the next revision, which needs a note saying what changed and why.
/// Where the year was worked in this database, what its units have to mend is opened with it.
/// </summary>
public sealed class PublishRelease(IndexDb db, TimeProvider clock)
{
    /// <summary>Publishes, in one transaction.</summary>
    /// <exception cref="RefusedException">A correction without a note.</exception>
    public async Task<ReleaseRow> RunAsync(Publishing publishing, CancellationToken cancel)
    {
        var result = publishing.Result;
        var code = result.Input.Cycle.Code;
        var latest = await db.Releases.Where(r => r.CycleCode == code).OrderByDescending(r => r.Revision).FirstOrDefaultAsync(cancel);
        if (latest is not null && latest.InputsHash == result.Input.InputsHash && latest.Engine == result.Engine) return latest;
        if (latest is not null && publishing.RevisionNote is null) throw new RefusedException(Refusal.RevisionWithoutNote(latest.Slug));

        var id = (await db.Releases.MaxAsync(r => (int?)r.Id, cancel) ?? 0) + 1;
        var rows = new ReleaseRows(id, result);
        var release = rows.Release((latest?.Revision ?? 0) + 1, publishing.RevisionNote, clock.GetUtcNow());
        db.Add(release);
        var all = rows.All().ToList();
        db.AddRange(all);
        db.AddRange(new SearchEntries(id, result).All(release, publishing.Statements));
        db.AddRange(publishing.Statements.Select((words, order) => new StatementRow { ReleaseId = id, Order = order, Words = words }));
        db.AddRange(publishing.Files.Select(file => new DocumentRow
        {
            ReleaseId = id,
            Name = file.Name,
            MediaType = file.MediaType,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content)),
            Length = file.Content.Length,
            Content = file.Content,
        }));
        if (await db.Cycles.Where(row => row.Code == code).Select(row => (int?)row.Id).FirstOrDefaultAsync(cancel) is { } cycle)
            await OpenFollowUps.AddAsync(db, await new LoadCycle(db).RunAsync(cycle, cancel), all.OfType<LeafResultRow>(), release.DecisionNumber, release.PublishedAt, cancel);
        await db.SaveChangesAsync(cancel);
        return release;
    }
}
