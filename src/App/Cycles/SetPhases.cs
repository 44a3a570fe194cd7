using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Cycles;

/// <summary>When a phase opens and closes, and the stage its acts belong to.</summary>
public sealed record PhaseDates(Phase Phase, string? Stage, DateTimeOffset Opens, DateTimeOffset Closes);

/// <summary>
/// Sets the dates of a cycle's phases. Once the cycle is open, what has begun keeps its beginning, what has closed stays closed (a reopening takes two
/// persons), and a change needs a reason.
/// </summary>
public sealed class SetPhases(IndexDb db, TimeProvider clock)
{
    /// <summary>Sets all phases of the cycle.</summary>
    public async Task RunAsync(Person person, int id, int? version, IReadOnlyList<PhaseDates> phases, string? reason, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat);
        var cycle = await db.Cycles.AsTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) ?? throw new RefusedException(Refusal.NotFound);
        Versions.Check(version, cycle.Version);
        if (cycle.State is not (CycleState.Draft or CycleState.Open)) throw new RefusedException(Refusal.WrongState(CycleText.Of(cycle.State), CycleText.Of(CycleState.Open)));
        var now = clock.GetUtcNow();
        var stages = (await new LoadCycle(db).RunAsync(id, cancel, "")).Cycle.Stages.Select(stage => stage.Code).ToList();
        var before = await db.Phases.AsTracking().Where(row => row.Cycle == id).ToListAsync(cancel);
        Order(phases, stages);
        string? why = null;
        if (cycle.State == CycleState.Open)
        {
            why = Reasons.Required(reason);
            foreach (var old in before) Fixed(old, phases.FirstOrDefault(phase => phase.Phase == old.Phase), now);
        }

        db.RemoveRange(before.Where(old => phases.All(phase => phase.Phase != old.Phase)));
        foreach (var phase in phases)
        {
            if (before.FirstOrDefault(old => old.Phase == phase.Phase) is not { } old)
                db.Add(new PhaseRow { Cycle = id, Phase = phase.Phase, Stage = phase.Stage, Opens = phase.Opens, Closes = phase.Closes });
        }

        var earlier = before.Select(old => new PhaseDates(old.Phase, old.Stage, old.Opens, old.Closes)).ToList();
        foreach (var old in before)
            if (phases.FirstOrDefault(phase => phase.Phase == old.Phase) is { } phase) (old.Stage, old.Opens, old.Closes) = (phase.Stage, phase.Opens, phase.Closes);
        cycle.Version++;
        db.Note(new(person.Account, JournalAct.Moved, JournalObject.Cycle(id), "cycle.phases", now, earlier, phases, why));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException(Refusal.Stale(cycle.Version));
        }
    }

    private static void Order(IReadOnlyList<PhaseDates> phases, List<string> stages)
    {
        PhaseDates? last = null;
        foreach (var phase in phases.OrderBy(phase => phase.Phase))
        {
            var name = CycleText.Of(phase.Phase);
            if (phase.Closes <= phase.Opens)
                throw Wrong(phase, new($"{name.Vi}: giờ đóng phải sau giờ mở.", $"{name.En}: it must close after it opens."));
            if (last is not null && (phase.Phase == last.Phase || phase.Opens < last.Opens))
                throw Wrong(phase, new($"{name.Vi}: mở trước bước đứng trước nó. Sắp xếp lại ngày.", $"{name.En}: opens before the phase that comes first. Put the dates in order."));
            if (phase.Stage is { } stage && !stages.Contains(stage))
                throw Wrong(phase, new($"{name.Vi}: không có bước chấm “{stage}”. Các bước: {string.Join(", ", stages)}.", $"{name.En}: there is no stage “{stage}”. Stages: {string.Join(", ", stages)}."));
            last = phase;
        }
    }

    private static void Fixed(PhaseRow old, PhaseDates? sent, DateTimeOffset now)
    {
        var name = CycleText.Of(old.Phase);
        var same = sent is not null && sent.Opens == old.Opens && sent.Closes == old.Closes && sent.Stage == old.Stage;
        if (old.Closes <= now && !same) throw new RefusedException(Refusal.PhaseClosed(name.Vi, name.En, now, old.Closes));
        if (old.Opens <= now && (sent is null || sent.Opens != old.Opens || sent.Stage != old.Stage))
            throw new RefusedException(Refusal.Invalid(Field(old.Phase), new($"{name.Vi} đã mở: không đổi được ngày mở và bước chấm.", $"{name.En} has opened: its opening and stage cannot be changed.")));
        if (old.Closes > now && sent is not null && sent.Closes <= now)
            throw new RefusedException(Refusal.Invalid(Field(old.Phase), new($"{name.Vi}: giờ đóng đã qua.", $"{name.En}: the closing time has passed.")));
    }

    private static RefusedException Wrong(PhaseDates phase, Text why) => new(Refusal.Invalid(Field(phase.Phase), why));

    private static string Field(Phase phase) => $"phase-{phase}";
}
