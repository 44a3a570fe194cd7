using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Accounts;

/// <summary>
/// Who is scored never scores the same unit in the same cycle. An officer or head of a unit, or who works in it, does not appraise for
/// that unit as lead department; from the leaves of other departments the own unit is left out wherever scores are given
/// (<see cref="Person.ScoredWith"/>).
/// </summary>
internal static class GrantConflict
{
    public static bool IsScored(Role role) => role is Role.UnitOfficer or Role.UnitHead;

    public static bool Scores(Role role) => role is Role.Appraiser or Role.AppraisalLead;

    /// <summary>Refuses a right that would meet one the person holds or was proposed for.</summary>
    public static async Task RefuseAsync(IndexDb db, GrantRow grant, IEnumerable<GrantRow> held, CancellationToken cancel)
    {
        var met = held.Where(other => other.Id != grant.Id && other.EndedAt is null).FirstOrDefault(other => Meet(grant, other) || Meet(other, grant));
        if (met is null) return;
        var code = grant.Unit ?? met.Unit!;
        var name = await db.CycleUnits.Where(row => row.Unit == code).OrderByDescending(row => row.Cycle).Select(row => row.Name).FirstOrDefaultAsync(cancel);
        throw new RefusedException(Refusal.ConflictOfInterest(name ?? new Text(code, code)));
    }

    private static bool Meet(GrantRow scored, GrantRow scores) =>
        IsScored(scored.Role) && Scores(scores.Role) && (scored.Cycle is null || scores.Cycle is null || scored.Cycle == scores.Cycle)
        && (scores.Department is null || scores.Department == scored.Unit);
}
