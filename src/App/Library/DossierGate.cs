using ParIndex.App.Cycles;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;

namespace ParIndex.App.Library;

/// <summary>When a unit may change its library: in self-assessment until it is handed in, and again while it explains.</summary>
internal sealed class DossierGate(IndexDb db, TimeProvider clock)
{
    /// <summary>Lets it pass, or says why not. True: what was begun in time ended too late.</summary>
    /// <exception cref="RefusedException">Neither phase is open for the unit, or its self-assessment is handed in.</exception>
    public async Task<bool> RequireAsync(int cycle, string unit, DateTimeOffset begun, CancellationToken cancel)
    {
        var (gate, now) = (new PhaseGate(db, clock), clock.GetUtcNow());
        var windows = await gate.WindowsAsync(cycle, unit, cancel);
        bool Open(Phase phase, DateTimeOffset at) => windows.FirstOrDefault(window => window.Phase == phase)?.IsOpen(at) == true;
        if (Open(Phase.Explanation, now)) return false;
        if (await SubmitSelfAssessment.InForceAsync(db, cycle, unit, cancel) is not null && Open(Phase.SelfAssessment, now))
            throw new RefusedException(Refusal.WrongState(SelfAssessmentText.Of(EntryState.Submitted), SelfAssessmentText.Of(EntryState.Entering)));
        if (Open(Phase.SelfAssessment, now)) return false;
        if (Open(Phase.SelfAssessment, begun) || Open(Phase.Explanation, begun)) return true;
        await gate.RequireAsync(cycle, Phase.SelfAssessment, unit, cancel);
        return false;
    }
}
