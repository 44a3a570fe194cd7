using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Cycles;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;

namespace ParIndex.App.Library;

/// <summary>A document with its files, newest revision first, and the leaves it serves.</summary>
public sealed record DocumentShown(EvidenceRow Row, IReadOnlyList<EvidenceFileRow> Files, IReadOnlyList<string> Leaves);

/// <summary>A file to be sent to somebody who may see it.</summary>
public sealed record FileToSend(Stream Content, string Name, string MediaType, string Sha256);

/// <summary>Who may see evidence: the unit itself; who appraises a leaf it serves; the secretariat, the council and observers.</summary>
public sealed class ReadEvidence(IndexDb db, FileStore store)
{
    /// <summary>The library of the person's own unit.</summary>
    public async Task<IReadOnlyList<DocumentShown>> OfUnitAsync(Person person, int cycle, string unit, CancellationToken cancel)
    {
        person.NeedFor(cycle, unit, Role.UnitOfficer, Role.UnitHead);
        var rows = await db.Evidence.Where(row => row.Cycle == cycle && row.Unit == unit).OrderBy(row => row.WithdrawnAt != null).ThenByDescending(row => row.At).ThenBy(row => row.Number).ToListAsync(cancel);
        var files = (await db.EvidenceFiles.Where(row => row.Cycle == cycle && row.Unit == unit).OrderByDescending(row => row.Revision).ToListAsync(cancel)).ToLookup(row => row.Evidence);
        var uses = (await db.EvidenceUses.Where(row => row.Cycle == cycle && row.Unit == unit).OrderBy(row => row.Leaf).ToListAsync(cancel)).ToLookup(row => row.Evidence, row => row.Leaf);
        return [.. rows.Select(row => new DocumentShown(row, [.. files[row.Id]], [.. uses[row.Id]]))];
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="RefusedException">Not there, not for this person, or not to be shown (quarantined, infected): nobody can tell which.</exception>
    public async Task<FileToSend> FileAsync(Person person, int cycle, string unit, Guid evidence, int revision, CancellationToken cancel)
    {
        var file = await db.EvidenceFiles.SingleOrDefaultAsync(row => row.Cycle == cycle && row.Unit == unit && row.Evidence == evidence && row.Revision == revision, cancel)
            ?? throw new RefusedException(Refusal.NotFound);
        var own = person.ActsFor(cycle, unit, Role.UnitOfficer, Role.UnitHead);
        if (!own && !await MaySeeAsync(person, cycle, unit, evidence, cancel)) throw new RefusedException(Refusal.NotFound);
        var shown = file.State is FileState.Clean or FileState.NotScanned || (own && file.State is FileState.Late or FileState.Quarantined);
        if (!shown || store.Open(file.Sha256) is not { } content) throw new RefusedException(Refusal.NotFound);
        return new(content, file.FileName, file.MediaType, file.Sha256);
    }

    /// <summary>Newest files of documents that others may see.</summary>
    public async Task<ILookup<Guid, EvidenceFileRow>> ShownAsync(int cycle, string unit, CancellationToken cancel) =>
        (await db.EvidenceFiles.Where(row => row.Cycle == cycle && row.Unit == unit && (row.State == FileState.Clean || row.State == FileState.NotScanned))
            .OrderByDescending(row => row.Revision).ToListAsync(cancel)).ToLookup(row => row.Evidence);

    private async Task<bool> MaySeeAsync(Person person, int cycle, string unit, Guid evidence, CancellationToken cancel)
    {
        if (person.Is(cycle, Role.Secretariat, Role.CouncilMember, Role.CouncilChair, Role.Observer)) return true;
        if (!person.Is(cycle, Role.Appraiser, Role.AppraisalLead)) return false;
        var work = await new LoadCycle(db).RunAsync(cycle, cancel);
        var desk = await AppraisalDesk.OfAsync(db, person, work, cancel);
        var leaves = await db.EvidenceUses.Where(use => use.Cycle == cycle && use.Unit == unit && use.Evidence == evidence).Select(use => use.Leaf).ToListAsync(cancel);
        return work.Unit(unit) is { } found && leaves.Any(leaf => work.Leaf(unit, leaf) is { } of && desk.Holds(found, of));
    }
}
