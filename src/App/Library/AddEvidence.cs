using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;

namespace ParIndex.App.Library;

/// <summary>A document as an officer describes it.</summary>
public sealed record DocumentTyped(string? Number, DateOnly? Date, string? Title, string? Issuer = null, string? Signer = null, DateOnly? PeriodFrom = null, DateOnly? PeriodUntil = null);

/// <summary>A file that comes with it.</summary>
/// <param name="Name">As the uploader calls it.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Begun">When the upload began, by the server.</param>
public sealed record FileSent(string? Name, Stream Content, DateTimeOffset Begun);

/// <summary>What became of an upload.</summary>
/// <param name="Evidence">The document.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="Sha256">Of the file.</param>
/// <param name="State">Whether others may see it.</param>
/// <param name="Signature">What was seen of signatures.</param>
/// <param name="SameAs">Documents of the unit with the very same file.</param>
public sealed record FileTaken(Guid Evidence, int Revision, string Sha256, FileState State, SignatureSeen Signature, IReadOnlyList<string> SameAs);

/// <summary>
/// Puts a document with its file into the unit's library, or a further revision beside the earlier ones. The file is checked by content, kept by its
/// SHA-256, scanned where a scanner is configured, and never changed.
/// </summary>
public sealed class AddEvidence(IndexDb db, TimeProvider clock, FileStore store, Scanner scanner)
{
    /// <summary>A new document; leaves it is evidence of may be named at once.</summary>
    public async Task<FileTaken> RunAsync(Person person, int cycle, string unit, DocumentTyped typed, FileSent file, IReadOnlyList<string> leaves, CancellationToken cancel)
    {
        var number = Visible.Checked(typed.Number, "number", 100)?.Trim() ?? "";
        var title = Visible.Checked(typed.Title, "title", 500)?.Trim() ?? "";
        if (number.Length == 0 && title.Length == 0) throw new RefusedException(Refusal.Invalid("title", new("Ghi số, ký hiệu hoặc trích yếu của tài liệu.", "Give the number or the title of the document.")));
        if (typed.PeriodFrom > typed.PeriodUntil) throw new RefusedException(Refusal.Invalid("from", new("Thời gian chứng minh: ngày đầu sau ngày cuối.", "The period it proves ends before it begins.")));
        var late = await LateAsync(person, cycle, unit, file.Begun, cancel);
        var work = await new LoadCycle(db).RunAsync(cycle, cancel, unit);
        foreach (var leaf in leaves)
            if (work.Leaf(unit, leaf) is null) throw new RefusedException(Refusal.NotFound);
        var now = clock.GetUtcNow();
        var document = new EvidenceRow
        {
            Cycle = cycle,
            Unit = unit,
            Id = Guid.CreateVersion7(now),
            Number = number,
            Date = typed.Date,
            Title = title,
            Issuer = Visible.Checked(typed.Issuer, "issuer", 200)?.Trim(),
            Signer = Visible.Checked(typed.Signer, "signer", 200)?.Trim(),
            PeriodFrom = typed.PeriodFrom,
            PeriodUntil = typed.PeriodUntil,
            By = person.Account,
            At = now,
        };
        db.Add(document);
        foreach (var leaf in leaves.Distinct(StringComparer.Ordinal)) db.Add(new EvidenceUseRow { Cycle = cycle, Unit = unit, Leaf = leaf, Evidence = document.Id, By = person.Account, At = now });
        return await TakeAsync(person, document, 1, file, late, now, leaves, cancel);
    }

    /// <summary>A further revision: the earlier files stay as they are.</summary>
    public async Task<FileTaken> ReviseAsync(Person person, int cycle, string unit, Guid evidence, FileSent file, CancellationToken cancel)
    {
        var late = await LateAsync(person, cycle, unit, file.Begun, cancel);
        var document = await db.Evidence.SingleOrDefaultAsync(row => row.Cycle == cycle && row.Unit == unit && row.Id == evidence && row.WithdrawnAt == null, cancel)
            ?? throw new RefusedException(Refusal.NotFound);
        var last = await db.EvidenceFiles.Where(row => row.Cycle == cycle && row.Unit == unit && row.Evidence == evidence).MaxAsync(row => (int?)row.Revision, cancel) ?? 0;
        return await TakeAsync(person, document, last + 1, file, late, clock.GetUtcNow(), [], cancel);
    }

    // True: the upload began in time and ended too late. The file is kept, but is no part of the dossier.
    private async Task<bool> LateAsync(Person person, int cycle, string unit, DateTimeOffset begun, CancellationToken cancel)
    {
        person.NeedFor(cycle, unit, Role.UnitOfficer, Role.UnitHead);
        return await new DossierGate(db, clock).RequireAsync(cycle, unit, begun, cancel);
    }

    private async Task<FileTaken> TakeAsync(
        Person person, EvidenceRow document, int revision, FileSent file, bool late, DateTimeOffset now, IReadOnlyList<string> leaves, CancellationToken cancel)
    {
        var name = FileKind.Name(file.Name);
        var kept = await store.KeepAsync(file.Content, cancel);
        try
        {
            await using var content = store.Open(kept.Sha256)!;
            var type = FileKind.Of(name, content);
            var signature = type == "application/pdf" ? PdfSignature.Of(content) : new(SignatureState.None);
            var state = late ? FileState.Late : await scanner.OfAsync(content, cancel);
            var same = await (from other in db.EvidenceFiles
                              join row in db.Evidence on new { other.Cycle, other.Unit, Id = other.Evidence } equals new { row.Cycle, row.Unit, row.Id }
                              where other.Sha256 == kept.Sha256 && other.Unit == document.Unit && row.Id != document.Id && row.WithdrawnAt == null
                              select new { row.Number, row.Title }).Distinct().ToListAsync(cancel);
            db.Add(new EvidenceFileRow
            {
                Cycle = document.Cycle,
                Unit = document.Unit,
                Evidence = document.Id,
                Revision = revision,
                Sha256 = kept.Sha256,
                Length = kept.Length,
                FileName = name,
                MediaType = type,
                State = state,
                Signature = type == "application/pdf" ? signature.ToString() : null,
                By = person.Account,
                At = now,
            });
            db.Note(new(person.Account, JournalAct.Changed, JournalObject.Evidence(document.Cycle, document.Unit, document.Id), revision == 1 ? "evidence.added" : "evidence.revised", now,
                After: new { document.Number, document.Title, document.Date, document.PeriodFrom, document.PeriodUntil, revision, kept.Sha256, kept.Length, state, leaves }));
            await db.SaveChangesAsync(cancel);
            return new(document.Id, revision, kept.Sha256, state, signature, [.. same.Select(one => EvidenceName.Of(one.Number, one.Title))]);
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (!await db.EvidenceFiles.AnyAsync(row => row.Sha256 == kept.Sha256, cancel)) store.Forget(kept.Sha256);
            throw;
        }
    }
}
