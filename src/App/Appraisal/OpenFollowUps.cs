using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Messages;
using ParIndex.App.Publication;
using ParIndex.App.Results;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.Appraisal;

/// <summary>
/// Publication opens what each unit has to mend: one follow-up for each leaf that was appraised and lost points, with the reason that was given.
/// Opened once: publishing a correction adds what it newly shows, and touches nothing that people work on.
/// </summary>
public sealed class OpenFollowUps(IndexDb db, TimeProvider clock)
{
    /// <summary>Opens those of a cycle that is published already, and says how many; for cycles that came into the database after their release.</summary>
    public async Task<int> RunAsync(int id, CancellationToken cancel)
    {
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        var code = cycle.Row.Code;
        var release = await db.Releases.InForce().Where(row => row.CycleCode == code).OrderByDescending(row => row.Revision).FirstOrDefaultAsync(cancel)
            ?? throw new RefusedException(Refusal.NotFound);
        var leaves = await db.LeafResults.Where(row => row.ReleaseId == release.Id).ToListAsync(cancel);
        var opened = await AddAsync(db, cycle, leaves, release.DecisionNumber, clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        return opened;
    }

    /// <summary>Adds those the leaf results of a release call for; the caller saves.</summary>
    internal static async Task<int> AddAsync(IndexDb db, CycleAtWork cycle, IEnumerable<LeafResultRow> results, string? decision, DateTimeOffset now, CancellationToken cancel, bool tell = true)
    {
        var id = cycle.Id;
        var there = (await db.FollowUps.Where(row => row.Cycle == id && row.Kind == FollowUpKind.LostPoints).Select(row => new { row.Unit, row.Leaf }).ToListAsync(cancel))
            .Select(row => (row.Unit, row.Leaf)).ToHashSet();
        var leaves = cycle.Units.ToDictionary(unit => unit.Code.Value, unit => cycle.FrameworkOf(unit.Group)?.Leaves.ToDictionary(leaf => leaf.Code.Value, StringComparer.Ordinal), StringComparer.Ordinal);
        var opened = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var result in results)
        {
            if (result.State is LeafState.NotScored or LeafState.Excluded or LeafState.SurveyNotHeld or LeafState.NoSurveyResult || result.Points >= result.Applicable) continue;
            if (leaves.GetValueOrDefault(result.Unit)?.GetValueOrDefault(result.Code) is not { ScoredBy: ScoreSource.Appraisal } leaf || !there.Add((result.Unit, result.Code))) continue;
            var (lost, max) = (Words.Number((result.Applicable - result.Points).Value, Language.Vietnamese, 2), Words.Number(result.Applicable.Value, Language.Vietnamese, 2));
            var reason = result.Acts.LastOrDefault(act => act.Points is not null)?.Reason;
            db.Add(new FollowUpRow
            {
                Unit = result.Unit,
                Id = Guid.CreateVersion7(now),
                Cycle = id,
                Leaf = result.Code,
                Kind = FollowUpKind.LostPoints,
                What = $"{leaf.Name.Vi}: mất {lost} trên {max} điểm." + (reason is null ? "" : $" Lý do: {reason}"),
                Document = decision,
                By = Guid.Empty,
                At = now,
            });
            opened[result.Unit] = opened.GetValueOrDefault(result.Unit) + 1;
        }

        if (opened.Count == 0) return 0;
        db.Note(new(null, JournalAct.Moved, JournalObject.Cycle(id), "followups.opened", now, After: new { Units = opened.Count, FollowUps = opened.Values.Sum() }));
        if (!tell) return opened.Values.Sum();
        foreach (var unit in opened.Keys.Order(StringComparer.Ordinal))
            await db.TellAsync(await db.PeopleOfUnitAsync(id, unit, cancel), MailText.Published(cycle.Row.Year, $"/noi-bo/khac-phuc/{cycle.Row.Code}"), now, cancel);
        return opened.Values.Sum();
    }
}
