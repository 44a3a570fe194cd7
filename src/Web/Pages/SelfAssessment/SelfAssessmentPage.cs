using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.SelfAssessment;

/// <summary>A page of a unit's own self-assessment: the cycle of the address, and the unit the person acts for.</summary>
public abstract class SelfAssessmentPage(IndexDb db, Who who) : WorkPage(who)
{
    /// <summary>Code of the cycle.</summary>
    [FromRoute(Name = "ky")]
    public string Code { get; set; } = "";

    /// <summary>The unit, for people who act for several.</summary>
    [FromQuery(Name = "dv")]
    public string? Asked { get; set; }

    public CycleAtWork Cycle { get; private set; } = null!;

    public Unit Unit { get; private set; } = null!;

    public Framework Framework { get; private set; } = null!;

    /// <summary>Leaves the unit hands in.</summary>
    public IReadOnlyList<Leaf> Leaves { get; private set; } = [];

    public bool IsHead => Person.ActsFor(Cycle.Id, Unit.Code.Value, Role.UnitHead);

    public string Home => $"/noi-bo/cham/{Code}";

    /// <summary>What follows an address so that it stays with the same unit.</summary>
    public string Tail => Asked is null ? "" : $"?dv={Uri.EscapeDataString(Asked)}";

    protected IndexDb Db => db;

    protected async Task LoadAsync()
    {
        var mine = Asked ?? Person.Rights.FirstOrDefault(right => right.Role is Role.UnitOfficer or Role.UnitHead && right.Unit is not null)?.Unit
            ?? throw new RefusedException(Refusal.NotFound);
        Cycle = await new LoadCycle(db).ByCodeAsync(Code, Cancel, mine);
        Person.NeedFor(Cycle.Id, mine, Role.UnitOfficer, Role.UnitHead);
        Unit = Cycle.Unit(mine) ?? throw new RefusedException(Refusal.NotFound);
        Framework = Cycle.FrameworkOfUnit(mine) ?? throw new RefusedException(Refusal.NotFound);
        Leaves = await SubmitSelfAssessment.LeavesAsync(db, Cycle, mine, Cancel);
    }
}
