using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Cycles;

/// <summary>S1: phases with their dates, each unit's way through them, exceptions.</summary>
[MayOpen(Role.Secretariat, Role.Observer, Role.CouncilChair)]
public sealed class BoardModel(IndexDb db, LoadCycle load, PhaseGate gate, TimeProvider clock, Who who) : CyclePage(load, who)
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<PhaseWindow> Phases { get; private set; } = [];

    public IReadOnlyList<UnitLine> Units { get; private set; } = [];

    public IReadOnlyList<ExtensionRow> Extensions { get; private set; } = [];

    public IReadOnlyList<ReopeningRow> Reopenings { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await ReadCycleAsync(CyclesWords.Board);
        var id = Cycle.Id;
        Person.Need(id, Role.Secretariat, Role.Observer, Role.CouncilChair);
        Title = new($"Tiến độ kỳ đánh giá năm {Cycle.Cycle.Year}", $"Progress of the cycle of {Cycle.Cycle.Year}");
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (CyclesWords.Cycles, "/noi-bo/ky")];
        Phases = await gate.WindowsAsync(id, null, Cancel);
        Extensions = await db.Extensions.Where(row => row.Cycle == id).OrderBy(row => row.Unit).ThenBy(row => row.Until).ToListAsync(Cancel);
        Reopenings = await db.Reopenings.Where(row => row.Cycle == id).OrderBy(row => row.ProposedAt).ToListAsync(Cancel);
        var entered = (await db.Entries.Where(row => row.Cycle == id).Select(row => new { row.Unit, row.Leaf, row.State }).ToListAsync(Cancel)).ToLookup(row => row.Unit, StringComparer.Ordinal);
        var stages = await db.Phases.Where(row => row.Cycle == id && row.Stage != null).ToDictionaryAsync(row => row.Phase, row => row.Stage!, Cancel);
        var acts = (await db.Acts.Where(row => row.Cycle == id).Select(row => new { row.Unit, row.Leaf, row.Stage }).Distinct().ToListAsync(Cancel)).ToLookup(row => (row.Unit, row.Stage));
        var asked = await db.Explanations.Where(row => row.Cycle == id && row.AnsweredAt == null).GroupBy(row => row.Unit).Select(all => new { Unit = all.Key, Count = all.Count() }).ToListAsync(Cancel);
        var notApplicable = (await db.Applicability.Where(row => row.Cycle == id).Select(row => new { row.Unit, row.Leaf }).ToListAsync(Cancel)).Select(row => (row.Unit, row.Leaf)).ToHashSet();
        Units =
        [
            .. Cycle.Units.Select(unit =>
            {
                var code = unit.Code.Value;
                // What people enter and appraise for the unit: neither what the survey scores nor what does not concern it.
                var leaves = (Cycle.FrameworkOf(unit.Group)?.Leaves ?? []).Where(leaf => leaf.ScoredBy != ScoreSource.Survey && !notApplicable.Contains((code, leaf.Code.Value)))
                    .Select(leaf => leaf.Code.Value).ToHashSet(StringComparer.Ordinal);
                var all = entered[code].Where(one => leaves.Contains(one.Leaf)).ToList();
                return new UnitLine(code, unit.Name, leaves.Count, all.Count, all.Count(one => one.State == EntryState.Submitted),
                    [.. Phases.Select(phase => stages.TryGetValue(phase.Phase, out var stage) ? acts[(code, stage)].Count(one => leaves.Contains(one.Leaf)) : 0)],
                    asked.FirstOrDefault(one => one.Unit == code)?.Count ?? 0);
            }),
        ];
    }

    /// <summary>True when a phase is over for the unit, its extension and reopening included.</summary>
    public bool IsOver(PhaseWindow phase, string unit)
    {
        var until = Extensions.Where(row => row.Unit == unit && row.Phase == phase.Phase).Select(row => row.Until)
            .Concat(Reopenings.Where(row => row.ConfirmedAt is not null && row.Phase == phase.Phase && (row.Unit is null || row.Unit == unit)).Select(row => row.Until))
            .Append(phase.ClosesForUnit).Max();
        return Now >= until;
    }

    /// <summary>A unit's way: leaves entered and submitted, leaves with an act in each phase, unanswered questions.</summary>
    public sealed record UnitLine(string Code, Text Name, int Leaves, int Entered, int Submitted, IReadOnlyList<int> Acts, int Asked);
}
