using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;

namespace ParIndex.App.Heads;

/// <summary>The classification in force and its cases, loaded to be changed.</summary>
internal static class HeadCases
{
    /// <summary>The latest classification of the cycle, which must be the one that was looked at.</summary>
    public static async Task<ClassificationRow> LatestAsync(this IndexDb db, int id, int number, CancellationToken cancel)
    {
        var row = await db.Classifications.AsTracking().Where(one => one.Cycle == id).OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancel);
        if (row is null) throw new RefusedException(Refusal.NotFound);
        return row.Number == number ? row : throw new RefusedException(Refusal.Stale(row.Number));
    }

    /// <summary>A case of the classification.</summary>
    public static async Task<HeadCaseRow> CaseAsync(this IndexDb db, ClassificationRow classification, string head, CancellationToken cancel) =>
        await db.HeadCases.AsTracking().SingleOrDefaultAsync(one => one.Cycle == classification.Cycle && one.Number == classification.Number && one.Head == head, cancel)
        ?? throw new RefusedException(Refusal.NotFound);

    /// <summary>Refuses when the classification no longer holds.</summary>
    public static async Task NeedFreshAsync(this IndexDb db, CycleAtWork cycle, ClassificationRow row, CancellationToken cancel)
    {
        if (await new ReadClassification(db).StaleAsync(cycle, row, cancel) is { } why) throw new RefusedException(HeadRefusals.Stale(why));
    }

    /// <summary>Refuses somebody who works or worked in the head's agency during the cycle.</summary>
    public static void NeedOther(CycleAtWork cycle, Person person, string unit)
    {
        if (Assign.InterestsOf(cycle, person).Any(own => own.Code.Value == unit)) throw new RefusedException(HeadRefusals.OwnUnit);
    }

    /// <summary>Saves; somebody who saved in between is told of.</summary>
    public static async Task SaveCaseAsync(this IndexDb db, int version, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            throw new RefusedException(Refusal.Stale(version));
        }
    }
}
