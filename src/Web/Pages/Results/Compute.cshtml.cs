using Microsoft.AspNetCore.Mvc;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Results;
using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Results;

/// <summary>S7: what is open, the runs, who moved and why, the freeze.</summary>
[MayOpen(Role.Secretariat, Role.CouncilChair, Role.CouncilMember, Role.Observer)]
public sealed class ComputeModel(LoadCycle load, ReadRuns read, ReadinessChecks checks, ComputeRun compute, FreezeRun freeze, SecondFactor factor, Who who) : WorkPage(who)
{
    /// <summary>Asked again before the freeze.</summary>
    public SecondFactor Factor => factor;

    /// <summary>Code of the cycle, of the address alone: the form has a field of that name, for the second factor.</summary>
    [FromRoute(Name = "code")]
    public string Code { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Run { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    /// <summary>The code of the second factor, as typed.</summary>
    [BindProperty(Name = "code")]
    public string? FactorCode { get; set; }

    public CycleAtWork Cycle { get; private set; } = null!;

    public IReadOnlyList<RunShown> Runs { get; private set; } = [];

    public IReadOnlyList<Finding> Open { get; private set; } = [];

    public IReadOnlyList<UnitMove> Moves { get; private set; } = [];

    public bool MayCompute => Person.Is(Cycle.Id, Role.Secretariat, Role.CouncilChair) && Cycle.Row.State != CycleState.Draft;

    public bool MayFreeze => Person.Is(Cycle.Id, Role.CouncilChair) && Runs is [{ FrozenAt: null, Final: true }, ..];

    public async Task OnGetAsync()
    {
        Cycle = await load.ByCodeAsync(Code, Cancel);
        Runs = await read.ListAsync(Person, Cycle.Id, Cancel);
        Title = ComputeText.Title(Cycle.Cycle.Year);
        Above = [(new("Việc của tôi", "My work"), "/noi-bo")];
        Open = await checks.RunAsync(Cycle, Cancel);
        if (Runs is [var last, _, ..]) Moves = await read.MovesAsync(Person, Cycle, last.Number, Cancel);
    }

    public Task<IActionResult> OnPostComputeAsync() => TryAsync(
        async () =>
        {
            var cycle = await load.ByCodeAsync(Code, Cancel);
            var computed = await compute.RunAsync(Person, cycle.Id, Reason, EngineName.Now, Cancel);
            return Then($"/noi-bo/ky/{cycle.Row.Code}/tinh", ComputeText.Computed(computed.Number, computed.Final));
        },
        OnGetAsync);

    public Task<IActionResult> OnPostFreezeAsync() => TryAsync(
        async () =>
        {
            var cycle = await load.ByCodeAsync(Code, Cancel);
            await freeze.RunAsync(Person, cycle.Id, Run, Version, await factor.GivenAsync(FactorCode), Cancel);
            return Then($"/noi-bo/ky/{cycle.Row.Code}/tinh", ComputeText.Frozen(Run));
        },
        OnGetAsync);

    public async Task<IActionResult> OnGetPackageAsync(int run)
    {
        var cycle = await load.ByCodeAsync(Code, Cancel);
        return File(await read.PackageAsync(Person, cycle.Id, run, Cancel), "application/zip", $"{cycle.Row.Code}-{run}.zip");
    }
}
