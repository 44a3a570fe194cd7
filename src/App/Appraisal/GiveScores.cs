using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.Appraisal;

/// <summary>Points an appraiser gives a leaf of a unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Points">As typed; a decimal comma is one.</param>
/// <param name="Reason">Why, at least ten visible characters.</param>
/// <param name="Seen">The last act that was looked at; null: not said, which is refused.</param>
public sealed record ScoreGiven(string Unit, string Leaf, string? Points, string? Reason, int? Seen);

/// <summary>
/// Appraisal: each score is one more act, never a change of an earlier one. All of what is sent is taken, or none, with every mistake named.
/// </summary>
public sealed class GiveScores(IndexDb db, TimeProvider clock)
{
    /// <summary>Gives them, and says how many acts were written.</summary>
    public async Task<int> RunAsync(Person person, int id, IReadOnlyList<ScoreGiven> scores, CancellationToken cancel)
    {
        person.Need(id, Role.Appraiser, Role.AppraisalLead);
        if (scores.Count == 0) throw new RefusedException(Refusal.Invalid("points", new("Chưa nhập điểm nào.", "No points were entered.")));
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        var desk = await AppraisalDesk.OfAsync(db, person, cycle, cancel);
        var stages = new AppraisalStages(db, clock, cycle);
        var now = clock.GetUtcNow();
        var (mistakes, first) = (new List<Finding>(), (Refusal?)null);
        foreach (var score in scores)
        {
            try
            {
                await AddAsync(person, desk, stages, score, now, cancel);
            }
            catch (RefusedException refused) when (refused.Refusal.Kind is RefusalKind.Invalid or RefusalKind.Stale or RefusalKind.Conflict && scores.Count > 1)
            {
                first ??= refused.Refusal;
                mistakes.Add(new(refused.Refusal.Code, $"{cycle.Unit(score.Unit)?.Name.Vi ?? score.Unit}, {score.Leaf}", refused.Refusal.Message));
            }
        }

        if (first is not null) throw new RefusedException(Refusal.Findings(first.Code, "points", mistakes, first.Kind));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody else gave the same number of act in between.
            db.ChangeTracker.Clear();
            throw new RefusedException(Refusal.Stale(await LastAsync(id, scores[0].Unit, scores[0].Leaf, cancel)));
        }

        return scores.Count;
    }

    private async Task AddAsync(Person person, AppraisalDesk desk, AppraisalStages stages, ScoreGiven score, DateTimeOffset now, CancellationToken cancel)
    {
        var (unit, leaf) = desk.Require(score.Unit, score.Leaf);
        var id = desk.Cycle.Id;
        if (score.Seen is not { } seen) throw new RefusedException(Refusal.VersionMissing);
        var acts = await db.Acts.Where(row => row.Cycle == id && row.Unit == score.Unit && row.Leaf == score.Leaf).OrderBy(row => row.Seq).ToListAsync(cancel);
        var last = acts.Count == 0 ? 0 : acts[^1].Seq;
        if (acts.All(act => stages.KindOf(act.Stage) != StageKind.SelfAssessment)) throw new RefusedException(Refusal.NotSubmitted);
        if (seen != last) throw new RefusedException(Refusal.Stale(last));
        var stage = await stages.ForAsync(score.Unit, acts, cancel);
        var points = ClaimedPoints.Read(score.Points, leaf, "points") ?? throw new RefusedException(Refusal.Invalid("points", new("Nhập điểm.", "Enter the points.")));
        var reason = Reasons.Required(score.Reason);
        db.Add(ActOf(desk.Cycle, unit, leaf, last + 1, stage, points, reason, person, now));
        var before = acts.LastOrDefault(act => act.Points is not null);
        db.Note(new(person.Account, JournalAct.Judged, JournalObject.Leaf(id, score.Unit, score.Leaf), "act.scored", now,
            before is null ? null : new { before.Seq, before.Stage, before.Points }, new { Seq = last + 1, Stage = stage, Points = points }, reason));
    }

    /// <summary>An act of an appraiser, under the name of the department.</summary>
    internal static ActRow ActOf(CycleAtWork cycle, Unit unit, Leaf leaf, int seq, string stage, Points? points, string reason, Person person, DateTimeOffset now)
    {
        var department = person.AppraisesFor(cycle.Id, Role.Appraiser, Role.AppraisalLead).FirstOrDefault();
        return new()
        {
            Cycle = cycle.Id,
            Unit = unit.Code.Value,
            Leaf = leaf.Code.Value,
            Seq = seq,
            Stage = stage,
            Points = points,
            Reason = reason,
            By = person.Account,
            Actor = department is null ? person.Post ?? person.Name : cycle.Unit(department)?.Name.Vi ?? department,
            At = now,
        };
    }

    private async Task<int> LastAsync(int cycle, string unit, string leaf, CancellationToken cancel) =>
        await db.Acts.Where(row => row.Cycle == cycle && row.Unit == unit && row.Leaf == leaf).MaxAsync(row => (int?)row.Seq, cancel) ?? 0;
}
