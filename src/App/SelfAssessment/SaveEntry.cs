using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.SelfAssessment;

/// <summary>What an officer typed for a leaf.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Leaf">The leaf's code.</param>
/// <param name="Version">The version looked at; 0 for a leaf nobody saved yet; null: not said, which is refused.</param>
/// <param name="Inputs">Inputs of the rule by name, as typed.</param>
public sealed record SaveEntryRequest(int Cycle, string Unit, string Leaf, int? Version, IReadOnlyDictionary<string, string?> Inputs)
{
    /// <summary>Points claimed, as typed; empty: what the rule gives.</summary>
    public string? Claimed { get; init; }
    public string? Explanation { get; init; }
    public string? NoteToAppraiser { get; init; }

    /// <summary>Why points other than the rule's are claimed.</summary>
    public string? Reason { get; init; }

    /// <summary>True to mark the leaf ready for the head.</summary>
    public bool Ready { get; init; }
}

/// <summary>A leaf after saving.</summary>
public sealed record SavedEntry(int Version, EntryState State, Points? Claimed, EntryDecision Decision);

/// <summary>Saves the draft of a leaf: the rule computes the points and the sentence, the history goes into the journal.</summary>
public sealed class SaveEntry(IndexDb db, TimeProvider clock)
{
    public async Task<SavedEntry> RunAsync(Person person, SaveEntryRequest request, CancellationToken cancel)
    {
        person.NeedFor(request.Cycle, request.Unit, Role.UnitOfficer, Role.UnitHead);
        await new PhaseGate(db, clock).RequireAsync(request.Cycle, Phase.SelfAssessment, request.Unit, cancel);
        var cycle = await new LoadCycle(db).RunAsync(request.Cycle, cancel, request.Unit);
        var leaf = EnteredLeaf(cycle, request.Unit, request.Leaf);
        var row = await db.Entries.AsTracking().SingleOrDefaultAsync(
            one => one.Cycle == request.Cycle && one.Unit == request.Unit && one.Leaf == request.Leaf, cancel);
        if (request.Version is not { } seen) throw new RefusedException(Refusal.VersionMissing);
        if (seen != (row?.Version ?? 0)) throw new RefusedException(Refusal.Stale(row?.Version ?? 0));
        if (row?.State == EntryState.Submitted) throw new RefusedException(Refusal.WrongState(SelfAssessmentText.Of(EntryState.Submitted), SelfAssessmentText.Of(EntryState.Entering)));

        var inputs = await Initiatives.WithCountAsync(db, cycle, request.Unit, leaf, request.Inputs, cancel);
        var decision = EntryDecision.Of(leaf, inputs, cycle.FrameworkOfUnit(request.Unit)!.Rounding);
        var typed = ClaimedPoints.Read(request.Claimed, leaf);
        var claimed = typed ?? decision.Proposed;
        var differs = decision.Proposed is { } proposed && claimed != proposed;
        var reason = differs ? Reasons.Required(request.Reason) : Visible.Checked(request.Reason, "reason", 4000);
        var explanation = Blank(Visible.Checked(request.Explanation, "explanation", 8000));
        var note = Blank(Visible.Checked(request.NoteToAppraiser, "note", 4000));
        if (request.Ready)
        {
            var evidence = leaf.Evidence is not null && await db.EvidenceUses.AnyAsync(
                use => use.Cycle == request.Cycle && use.Unit == request.Unit && use.Leaf == request.Leaf, cancel);
            RequireComplete(leaf, claimed, explanation, evidence);
        }

        var now = clock.GetUtcNow();
        var before = row is null ? null : new { row.State, row.Inputs, row.Claimed, row.Explanation, row.NoteToAppraiser, row.Reason };
        if (row is null)
        {
            row = new()
            {
                Cycle = request.Cycle,
                Unit = request.Unit,
                Leaf = request.Leaf,
                State = EntryState.Entering,
                Inputs = [],
                By = person.Account,
                At = now,
                Version = 0,
            };
            db.Add(row);
        }

        (row.State, row.Inputs, row.Claimed) = (request.Ready ? EntryState.Ready : EntryState.Entering, decision.Inputs, claimed);
        (row.Explanation, row.NoteToAppraiser, row.Reason) = (explanation, note, Blank(reason));
        (row.By, row.At) = (person.Account, now);
        row.Version++;
        db.Note(new(
            person.Account, JournalAct.Changed, JournalObject.Leaf(request.Cycle, request.Unit, request.Leaf), request.Ready ? "entry.ready" : "entry.saved", now,
            before, new { row.State, row.Inputs, row.Claimed, row.Explanation, row.NoteToAppraiser, row.Reason }, row.Reason));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            var version = await db.Entries.Where(one => one.Cycle == request.Cycle && one.Unit == request.Unit && one.Leaf == request.Leaf)
                .Select(one => (int?)one.Version).SingleOrDefaultAsync(cancel);
            if (version is null || version == seen) throw;
            throw new RefusedException(Refusal.Stale(version.Value));
        }

        return new(row.Version, row.State, row.Claimed, decision);
    }

    /// <summary>A leaf the unit itself enters.</summary>
    internal static Leaf EnteredLeaf(CycleAtWork cycle, string unit, string code)
    {
        var leaf = cycle.Leaf(unit, code) ?? throw new RefusedException(Refusal.NotFound);
        return leaf.ScoredBy == ScoreSource.Appraisal ? leaf : throw new RefusedException(Refusal.NotEntered(leaf));
    }

    /// <summary>Refuses unless the leaf could be handed in: points, and evidence or the reason why there is none.</summary>
    internal static void RequireComplete(Leaf leaf, Points? claimed, string? explanation, bool evidence)
    {
        if (claimed is null) throw new RefusedException(Refusal.NothingClaimed(leaf));
        if (leaf.Evidence is not null && !evidence && !Reasons.Enough(explanation)) throw new RefusedException(Refusal.NothingProves(leaf));
    }

    private static string? Blank(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
