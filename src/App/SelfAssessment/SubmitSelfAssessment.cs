using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.SelfAssessment;

/// <summary>Biên nhận of a submission.</summary>
public sealed record SubmissionReceipt(string Receipt, DateTimeOffset At, string Sha256, int Number)
{
    internal static SubmissionReceipt Of(SubmissionRow row) => new(row.Receipt, row.At, row.Sha256, row.Number);
}

/// <summary>
/// The head hands the self-assessment in: what was entered becomes acts of the self stage, and its canonical form is kept with its hash.
/// Asked again while a submission is in force, the first receipt is given and nothing changes.
/// </summary>
public sealed class SubmitSelfAssessment(IndexDb db, TimeProvider clock)
{
    public async Task<SubmissionReceipt> RunAsync(Person person, int cycleId, string unit, bool secondFactor, CancellationToken cancel)
    {
        person.NeedFor(cycleId, unit, Role.UnitOfficer, Role.UnitHead);
        if (!person.ActsFor(cycleId, unit, Role.UnitHead)) throw new RefusedException(Refusal.Forbidden);
        if (!secondFactor) throw new RefusedException(Refusal.SecondFactorNeeded);
        if (await InForceAsync(db, cycleId, unit, cancel) is { } first) return SubmissionReceipt.Of(first);
        await new PhaseGate(db, clock).RequireAsync(cycleId, Phase.SelfAssessment, unit, cancel);
        var cycle = await new LoadCycle(db).RunAsync(cycleId, cancel, unit);
        var entries = await db.Entries.AsTracking().Where(row => row.Cycle == cycleId && row.Unit == unit).ToDictionaryAsync(row => row.Leaf, StringComparer.Ordinal, cancel);
        // Somebody else submitted between the two reads.
        if (entries.Values.Any(entry => entry.State == EntryState.Submitted) && await InForceAsync(db, cycleId, unit, cancel) is { } meanwhile) return SubmissionReceipt.Of(meanwhile);
        var leaves = await LeavesAsync(db, cycle, unit, cancel);
        var documents = await db.Evidence.Where(row => row.Cycle == cycleId && row.Unit == unit && row.WithdrawnAt == null).ToDictionaryAsync(row => row.Id, cancel);
        var uses = (await db.EvidenceUses.Where(row => row.Cycle == cycleId && row.Unit == unit).Select(row => new { row.Leaf, row.Evidence }).ToListAsync(cancel))
            .Where(use => documents.ContainsKey(use.Evidence)).ToLookup(use => use.Leaf, use => use.Evidence, StringComparer.Ordinal);
        var files = (await db.EvidenceFiles.Where(row => row.Cycle == cycleId && row.Unit == unit && row.State != FileState.Late && row.State != FileState.Infected)
            .ToListAsync(cancel)).ToLookup(file => file.Evidence);
        RequireReady(leaves, entries, uses);

        var now = clock.GetUtcNow();
        var number = 1 + await db.Submissions.Where(row => row.Cycle == cycleId && row.Unit == unit).CountAsync(cancel);
        var content = SubmissionContent.Write(cycle, unit, leaves, entries, uses, documents, files);
        var hash = SubmissionContent.Hash(content);
        var row = new SubmissionRow
        {
            Cycle = cycleId,
            Unit = unit,
            Number = number,
            Receipt = $"TDG-{cycle.Row.Code}-{unit}-{number}-{hash[..8]}".ToUpperInvariant(),
            By = person.Account,
            At = now,
            Sha256 = hash,
            Content = content,
        };
        db.Add(row);
        await AddActsAsync(cycle, unit, person, leaves, entries, now, cancel);
        foreach (var leaf in leaves)
        {
            var entry = entries[leaf.Code.Value];
            entry.State = EntryState.Submitted;
            entry.Version++;
        }

        db.Note(new(
            person.Account, JournalAct.Submitted, JournalObject.CycleUnit(cycleId, unit), "selfassessment.submitted", now,
            After: new { row.Receipt, row.Number, row.Sha256, Leaves = leaves.Count }));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await InForceAsync(db, cycleId, unit, cancel) is { } other) return SubmissionReceipt.Of(other);
            // A leaf was saved meanwhile: the head looks again.
            throw new RefusedException(Refusal.Stale(number));
        }

        return SubmissionReceipt.Of(row);
    }

    /// <summary>The submission that counts; null: none.</summary>
    internal static Task<SubmissionRow?> InForceAsync(IndexDb db, int cycle, string unit, CancellationToken cancel) =>
        db.Submissions.Where(row => row.Cycle == cycle && row.Unit == unit && row.WithdrawnAt == null).OrderBy(row => row.Number).FirstOrDefaultAsync(cancel);

    /// <summary>The leaves a unit hands in: scored by appraisal and applicable to it, in the framework's order.</summary>
    public static async Task<IReadOnlyList<Leaf>> LeavesAsync(IndexDb db, CycleAtWork cycle, string unit, CancellationToken cancel)
    {
        var framework = cycle.FrameworkOfUnit(unit) ?? throw new RefusedException(Refusal.NotFound);
        var outside = await db.Applicability.Where(row => row.Cycle == cycle.Id && row.Unit == unit).Select(row => row.Leaf).ToHashSetAsync(cancel);
        return [.. framework.Leaves.Where(leaf => leaf.ScoredBy == ScoreSource.Appraisal && !outside.Contains(leaf.Code.Value))];
    }

    private static void RequireReady(IReadOnlyList<Leaf> leaves, Dictionary<string, EntryRow> entries, ILookup<string, Guid> uses)
    {
        var unready = leaves.Where(leaf => !entries.TryGetValue(leaf.Code.Value, out var entry) || entry.State != EntryState.Ready || entry.Claimed is null)
            .Select(leaf => leaf.Code.Value).ToList();
        if (unready.Count > 0) throw new RefusedException(Refusal.Incomplete(unready));
        // A document may have been withdrawn since the leaf was marked ready.
        foreach (var leaf in leaves)
            SaveEntry.RequireComplete(leaf, entries[leaf.Code.Value].Claimed, entries[leaf.Code.Value].Explanation, uses[leaf.Code.Value].Any());
    }

    private async Task AddActsAsync(
        CycleAtWork cycle, string unit, Person person, IReadOnlyList<Leaf> leaves, Dictionary<string, EntryRow> entries, DateTimeOffset now, CancellationToken cancel)
    {
        var stage = cycle.Cycle.Stages.First(one => one.Kind == StageKind.SelfAssessment).Code;
        var last = await db.Acts.Where(row => row.Cycle == cycle.Id && row.Unit == unit).GroupBy(row => row.Leaf)
            .Select(all => new { all.Key, Seq = all.Max(row => row.Seq) }).ToDictionaryAsync(one => one.Key, one => one.Seq, cancel);
        foreach (var leaf in leaves)
            db.Add(new ActRow
            {
                Cycle = cycle.Id,
                Unit = unit,
                Leaf = leaf.Code.Value,
                Seq = last.GetValueOrDefault(leaf.Code.Value) + 1,
                Stage = stage,
                Points = entries[leaf.Code.Value].Claimed,
                Reason = entries[leaf.Code.Value].Reason,
                By = person.Account,
                Actor = cycle.Unit(unit)!.Name.Vi,
                At = now,
            });
    }
}
