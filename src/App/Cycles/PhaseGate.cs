using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;

namespace ParIndex.App.Cycles;

/// <summary>Whether a phase is open now, by the server's clock alone: what a browser or a form says about time is never asked.</summary>
public sealed class PhaseGate(IndexDb db, TimeProvider clock)
{
    /// <summary>Refuses unless the phase is open now for the unit; a null unit asks for all of them, so that no extension counts.</summary>
    /// <exception cref="RefusedException">Not there, not yet open, closed, or the cycle is not running.</exception>
    public async Task RequireAsync(int cycle, Phase phase, string? unit, CancellationToken cancel)
    {
        var window = await WindowAsync(cycle, phase, unit, cancel);
        var now = clock.GetUtcNow();
        if (window.IsOpen(now)) return;
        if (!window.Running)
        {
            var state = await db.Cycles.Where(row => row.Id == cycle).Select(row => row.State).SingleAsync(cancel);
            throw new RefusedException(Refusal.WrongState(CycleText.Of(state), CycleText.Of(CycleState.Open)));
        }

        var name = CycleText.Of(phase);
        throw new RefusedException(now < window.Opens
            ? Refusal.PhaseNotOpen(name.Vi, name.En, now, window.Opens)
            : Refusal.PhaseClosed(name.Vi, name.En, now, window.ClosesForUnit));
    }

    /// <summary>When the phase is open for the unit.</summary>
    /// <exception cref="RefusedException">There is no such cycle, or it has no such phase.</exception>
    public async Task<PhaseWindow> WindowAsync(int cycle, Phase phase, string? unit, CancellationToken cancel)
    {
        var windows = await ReadAsync(cycle, phase, unit, cancel);
        return windows.SingleOrDefault() ?? throw new RefusedException(Refusal.NoSuchPhase(CycleText.Of(phase)));
    }

    /// <summary>All phases of the cycle for the unit, in order.</summary>
    public async Task<IReadOnlyList<PhaseWindow>> WindowsAsync(int cycle, string? unit, CancellationToken cancel) => await ReadAsync(cycle, null, unit, cancel);

    private async Task<List<PhaseWindow>> ReadAsync(int cycle, Phase? only, string? unit, CancellationToken cancel)
    {
        var state = await db.Cycles.Where(row => row.Id == cycle).Select(row => (CycleState?)row.State).SingleOrDefaultAsync(cancel)
            ?? throw new RefusedException(Refusal.NotFound);
        var phases = await db.Phases.Where(phase => phase.Cycle == cycle && (only == null || phase.Phase == only))
            .Select(phase => new { phase.Phase, phase.Opens, phase.Closes }).ToListAsync(cancel);
        var extensions = await db.Extensions.Where(more => more.Cycle == cycle && more.Unit == unit && (only == null || more.Phase == only))
            .Select(more => new { more.Phase, more.Until }).ToListAsync(cancel);
        var reopenings = await db.Reopenings.Where(again => again.Cycle == cycle && again.ConfirmedAt != null && (again.Unit == null || again.Unit == unit)
                && (only == null || again.Phase == only))
            .Select(again => new { again.Phase, From = again.ConfirmedAt!.Value, again.Until }).ToListAsync(cancel);
        return
        [
            .. phases.OrderBy(phase => phase.Phase).Select(phase => new PhaseWindow(
                phase.Phase, phase.Opens, phase.Closes,
                extensions.Where(more => more.Phase == phase.Phase).Select(more => (DateTimeOffset?)more.Until).Max(),
                [.. reopenings.Where(again => again.Phase == phase.Phase).OrderBy(again => again.From).Select(again => (again.From, again.Until))],
                state == CycleState.Open)),
        ];
    }
}
