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
        var entered = await db.Entries.Where(row => row.Cycle == id).GroupBy(row => new { row.Unit, row.State }).Select(all => new { all.Key.Unit, all.Key.State, Count = all.Count() }).ToListAsync(Cancel);
        var stages = await db.Phases.Where(row => row.Cycle == id && row.Stage != null).ToDictionaryAsync(row => row.Phase, row => row.Stage!, Cancel);
        var acts = await db.Acts.Where(row => row.Cycle == id).GroupBy(row => new { row.Unit, row.Stage })
            .Select(all => new { all.Key.Unit, all.Key.Stage, Count = all.Select(act => act.Leaf).Distinct().Count() }).ToListAsync(Cancel);
        var asked = await db.Explanations.Where(row => row.Cycle == id && row.AnsweredAt == null).GroupBy(row => row.Unit).Select(all => new { Unit = all.Key, Count = all.Count() }).ToListAsync(Cancel);
        var notApplicable = await db.Applicability.Where(row => row.Cycle == id).GroupBy(row => row.Unit).Select(rows => new { Unit = rows.Key, Count = rows.Count() }).ToDictionaryAsync(rows => rows.Unit, rows => rows.Count, Cancel);
        Units =
        [
            .. Cycle.Units.Select(unit =>
            {
                var code = unit.Code.Value;
                var total = (Cycle.FrameworkOf(unit.Group)?.Leaves.Count(leaf => leaf.ScoredBy != ScoreSource.Survey) ?? 0) - notApplicable.GetValueOrDefault(code);
                var all = entered.Where(one => one.Unit == code).ToList();
                return new UnitLine(code, unit.Name, total, all.Sum(one => one.Count), all.Where(one => one.State == EntryState.Submitted).Sum(one => one.Count),
                    [.. Phases.Select(phase => stages.TryGetValue(phase.Phase, out var stage) ? acts.FirstOrDefault(one => one.Unit == code && one.Stage == stage)?.Count ?? 0 : 0)],
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
