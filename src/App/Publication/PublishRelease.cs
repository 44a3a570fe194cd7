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
/// Stores a release of a year that was worked elsewhere, out at once: numbered, whole, never overwritten. Publishing the same inputs by the same engine
/// again changes nothing and returns the release that is there; other figures of the same year become the next version, which needs a note saying what
/// changed and why. Where the year was worked in this database too, what its units have to mend is opened with it.
/// </summary>
public sealed class PublishRelease(IndexDb db, TimeProvider clock)
{
    /// <summary>Publishes, in one transaction.</summary>
    /// <exception cref="RefusedException">A correction without a note.</exception>
    public async Task<ReleaseRow> RunAsync(Publishing publishing, CancellationToken cancel)
    {
        var (result, now) = (publishing.Result, clock.GetUtcNow());
        var code = result.Input.Cycle.Code;
        var latest = await db.AllReleases.Where(r => r.CycleCode == code && r.Major > 0).OrderByDescending(r => r.Revision).FirstOrDefaultAsync(cancel);
        if (latest is not null && latest.InputsHash == result.Input.InputsHash && latest.Engine == result.Engine) return latest;
        if (latest is not null && publishing.RevisionNote is null) throw new RefusedException(Refusal.RevisionWithoutNote(latest.Slug));

        var numbers = await NumbersAsync(db, code, cancel);
        var taken = await db.AllReleases.Select(r => r.Slug).ToListAsync(cancel);
        var minor = numbers.Corrections;
        var slug = ReleaseRows.SlugOf(result.Input.Cycle.Decision?.Number, code, minor, taken.Contains);
        var (release, rows) = Add(db, publishing, numbers, new(1, minor, slug, now), now);
        release.RevisionNote = publishing.RevisionNote;
        release.ToldAt = now;
        if (await db.Cycles.Where(row => row.Code == code).Select(row => (int?)row.Id).FirstOrDefaultAsync(cancel) is { } cycle)
            await OpenFollowUps.AddAsync(db, await new LoadCycle(db).RunAsync(cycle, cancel), rows.OfType<LeafResultRow>(), release.DecisionNumber, now, cancel);
        await db.SaveChangesAsync(cancel);
        return release;
    }

    /// <summary>Adds every row of a release; the caller saves.</summary>
    internal static (ReleaseRow Release, IReadOnlyList<object> Rows) Add(IndexDb db, Publishing publishing, ReleaseNumbers numbers, ReleasePlace place, DateTimeOffset now)
    {
        var rows = new ReleaseRows(numbers.Id, publishing.Result);
        var release = rows.Release(numbers.Revision, place.Major, place.Minor, place.Slug, place.At, now);
        var all = rows.All().ToList();
        db.Add(release);
        db.AddRange(all);
        db.AddRange(new SearchEntries(release.Id, publishing.Result).All(release, publishing.Statements));
        db.AddRange(publishing.Statements.Select((words, order) => new StatementRow { ReleaseId = release.Id, Order = order, Words = words }));
        db.AddRange(publishing.Files.Select(file => new DocumentRow
        {
            ReleaseId = release.Id,
            Name = file.Name,
            MediaType = file.MediaType,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content)),
            Length = file.Content.Length,
            Content = file.Content,
        }));
        return (release, all);
    }

    /// <summary>The numbers the next release of a cycle gets.</summary>
    internal static async Task<ReleaseNumbers> NumbersAsync(IndexDb db, string code, CancellationToken cancel)
    {
        var all = await db.AllReleases.Where(r => r.CycleCode == code).Select(r => new { r.Revision, r.Major, r.Minor }).ToListAsync(cancel);
        return new(
            (await db.AllReleases.MaxAsync(r => (int?)r.Id, cancel) ?? 0) + 1,
            all.Select(r => r.Revision).DefaultIfEmpty(0).Max() + 1,
            all.Where(r => r.Major > 0).Select(r => r.Minor + 1).DefaultIfEmpty(0).Max(),
            all.Where(r => r.Major == 0).Select(r => r.Minor).DefaultIfEmpty(0).Max() + 1);
    }
}

/// <summary>Numbers that are free: of the row, of the version among all of the cycle, of the next correction (0: the first publication), of the next draft.</summary>
internal sealed record ReleaseNumbers(int Id, int Revision, int Corrections, int Draft);

/// <summary>Where a release stands: its version, its address, and its moment.</summary>
internal sealed record ReleasePlace(int Major, int Minor, string Slug, DateTimeOffset At);
