using Microsoft.EntityFrameworkCore;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;

namespace ParIndex.App.SelfAssessment;

/// <summary>A leaf as the unit had it in the cycle before; the last points are those that counted.</summary>
public sealed record LastCycle(Leaf Leaf, IReadOnlyList<EnteredInput> Inputs, Points? Claimed, Points? Final, string? Reason);

/// <summary>What an officer is asked to look at: odd, possible, never refused.</summary>
public sealed class EntryWarnings(IndexDb db)
{
    // Of the maximum: a smaller step of points is everyday work.
    private const decimal FarPoints = 0.25m;

    // Twice as much or half as much, and more than a handful.
    private const decimal FarTimes = 2m;
    private const decimal FarAtLeast = 3m;

    /// <summary>The leaf in the cycle before; null: that cycle is not here, or had no such leaf.</summary>
    public async Task<LastCycle?> LastAsync(CycleAtWork cycle, string unit, string leaf, CancellationToken cancel)
    {
        if (cycle.Row.Previous is not { } before) return null;
        var last = await new LoadCycle(db).RunAsync(before, cancel, unit);
        if (last.Leaf(unit, leaf) is not { } known) return null;
        var entry = await db.Entries.SingleOrDefaultAsync(row => row.Cycle == before && row.Unit == unit && row.Leaf == leaf, cancel);
        var act = await db.Acts.Where(row => row.Cycle == before && row.Unit == unit && row.Leaf == leaf && row.Points != null)
            .OrderByDescending(row => row.Seq).Select(row => new { row.Points, row.Reason }).FirstOrDefaultAsync(cancel);
        return entry is null && act is null ? null : new(known, entry?.Inputs ?? [], entry?.Claimed, act?.Points, act?.Reason);
    }

    /// <summary>What lies far from the cycle before.</summary>
    public static IReadOnlyList<Text> FarFrom(LastCycle? last, Leaf leaf, IReadOnlyList<EnteredInput> inputs, Points? points)
    {
        if (last is null) return [];
        var far = new List<Text>();
        foreach (var input in leaf.Rule.Inputs.Where(input => input.Kind is InputKind.Count or InputKind.Amount))
        {
            if (last.Leaf.Rule.Inputs.All(one => one.Name != input.Name || one.Kind != input.Kind)
                || inputs.FirstOrDefault(one => one.Name == input.Name)?.Value is not { } now || last.Inputs.FirstOrDefault(one => one.Name == input.Name)?.Value is not { } then)
                continue;
            if (Math.Abs(now - then) >= FarAtLeast && (now >= FarTimes * then || then >= FarTimes * now)) far.Add(SelfAssessmentText.FarInput(input, then, now));
        }

        if (points is { } claimed && (last.Final ?? last.Claimed) is { } had && leaf.Max > Points.Zero && last.Leaf.Max > Points.Zero
            && Math.Abs((claimed.Value / leaf.Max.Value) - (had.Value / last.Leaf.Max.Value)) >= FarPoints)
            far.Add(SelfAssessmentText.FarPoints(had, last.Leaf.Max, claimed, leaf.Max));
        return far;
    }

    /// <summary>What is odd about documents of the unit, by document. Of another unit only that it is another one, never which.</summary>
    public async Task<ILookup<Guid, Text>> OfEvidenceAsync(CycleAtWork cycle, string unit, IReadOnlyList<EvidenceRow> documents, CancellationToken cancel)
    {
        var (id, year) = (cycle.Id, cycle.Row.Year);
        var ids = documents.Select(document => document.Id).ToList();
        var files = (await db.EvidenceFiles.Where(file => file.Cycle == id && file.Unit == unit && ids.Contains(file.Evidence))
            .Select(file => new { file.Evidence, file.Revision, file.Sha256, file.State, file.Signature }).ToListAsync(cancel)).ToLookup(file => file.Evidence);
        var newest = files.ToDictionary(same => same.Key, same => same.MaxBy(file => file.Revision)!);
        var hashes = newest.Values.Select(file => file.Sha256).Distinct().ToList();
        var elsewhere = await (from other in db.EvidenceFiles
                               join document in db.Evidence on new { other.Cycle, other.Unit, Id = other.Evidence } equals new { document.Cycle, document.Unit, document.Id }
                               where other.Cycle == id && other.Unit != unit && hashes.Contains(other.Sha256) && document.WithdrawnAt == null
                               select other.Sha256).Distinct().ToHashSetAsync(cancel);
        return documents.SelectMany(document => Odd(document).Select(odd => (document.Id, odd))).ToLookup(one => one.Id, one => one.odd);

        IEnumerable<Text> Odd(EvidenceRow document)
        {
            if (IsOutside(document, year)) yield return SelfAssessmentText.OutsidePeriod(year);
            if (!newest.TryGetValue(document.Id, out var file))
            {
                yield return SelfAssessmentText.NoFile;
                yield break;
            }

            if (file.Signature?.StartsWith("broken", StringComparison.Ordinal) == true) yield return SelfAssessmentText.SignatureBroken;
            else if (file.Signature is null or "none") yield return SelfAssessmentText.Unsigned;
            if (file.State is FileState.Late) yield return SelfAssessmentText.LateFile;
            if (elsewhere.Contains(file.Sha256)) yield return SelfAssessmentText.AlsoElsewhere;
        }
    }

    /// <summary>True where what a document proves, or else its date, lies outside the year that is assessed.</summary>
    public static bool IsOutside(EvidenceRow document, int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return document.PeriodFrom is not null || document.PeriodUntil is not null
            ? (document.PeriodFrom ?? DateOnly.MinValue) > last || (document.PeriodUntil ?? DateOnly.MaxValue) < first
            : document.Date is { } day && (day < first || day > last);
    }
}
