using Microsoft.EntityFrameworkCore;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core.Cycles;

namespace ParIndex.App.Appraisal;

/// <summary>Which stage of the cycle an appraiser's act belongs to now: the first round while it is open and no later one began, else the second.</summary>
internal sealed class AppraisalStages(IndexDb db, TimeProvider clock, CycleAtWork cycle)
{
    private readonly Dictionary<string, int> order = cycle.Cycle.Stages.Select((stage, place) => (stage.Code, place)).ToDictionary(one => one.Code, one => one.place, StringComparer.Ordinal);
    private Dictionary<Phase, string?>? stages;

    public StageKind? KindOf(string code) => order.TryGetValue(code, out var place) ? cycle.Cycle.Stages[place].Kind : null;

    /// <summary>The stage for a further act on a leaf with these acts.</summary>
    /// <exception cref="RefusedException">No round of appraisal is open for the unit, or the council has ruled.</exception>
    public async Task<string> ForAsync(string unit, IReadOnlyList<ActRow> acts, CancellationToken cancel)
    {
        if (acts.Any(act => KindOf(act.Stage) == StageKind.Council)) throw new RefusedException(Refusal.CouncilRuled);
        var (gate, now) = (new PhaseGate(db, clock), clock.GetUtcNow());
        var windows = await gate.WindowsAsync(cycle.Id, unit, cancel);
        var first = windows.FirstOrDefault(window => window.Phase == Phase.FirstAppraisal);
        var second = windows.FirstOrDefault(window => window.Phase == Phase.SecondAppraisal);
        var (one, two) = (await OfAsync(Phase.FirstAppraisal, cancel), await OfAsync(Phase.SecondAppraisal, cancel));
        var begun = two is not null && two != one && acts.Any(act => act.Stage == two);
        if (one is not null && first?.IsOpen(now) == true && !begun) return one;
        if (two is not null && second?.IsOpen(now) == true) return two;
        await gate.RequireAsync(cycle.Id, second is not null && now >= second.Opens ? Phase.SecondAppraisal : Phase.FirstAppraisal, unit, cancel);
        throw new RefusedException(Refusal.NoSuchPhase(CycleText.Of(Phase.FirstAppraisal)));
    }

    /// <summary>The stage that acts of a phase belong to.</summary>
    public async Task<string?> OfAsync(Phase phase, CancellationToken cancel)
    {
        stages ??= await db.Phases.Where(row => row.Cycle == cycle.Id).ToDictionaryAsync(row => row.Phase, row => row.Stage, cancel);
        return stages.GetValueOrDefault(phase) ?? cycle.Cycle.Stages.LastOrDefault(stage => stage.Kind == KindOf(phase))?.Code;
    }

    private static StageKind KindOf(Phase phase) => phase switch
    {
        Phase.SelfAssessment => StageKind.SelfAssessment,
        Phase.Explanation => StageKind.Explanation,
        Phase.Council => StageKind.Council,
        _ => StageKind.Appraisal,
    };
}
