using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Work;

/// <summary>Việc của tôi: the cycles a person works in, and what each role opens there.</summary>
[MayOpen]
public sealed class IndexModel(IndexDb db, TimeProvider clock, Who who) : WorkPage(who)
{
    private IReadOnlyDictionary<string, Text> names = new Dictionary<string, Text>();

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>How a unit or a lead department is called.</summary>
    public Text Name(string unit) => names.GetValueOrDefault(unit) ?? Text.Same(unit);

    public async Task OnGetAsync()
    {
        Title = new("Việc của tôi", "My work");
        var cycles = await db.Cycles.OrderByDescending(cycle => cycle.Year).ThenBy(cycle => cycle.Id).ToListAsync(Cancel);
        if (Person.Rights.Any(right => right.Unit is not null || right.Department is not null)) names = await UnitNames.ReadAsync(db, Cancel);
        var now = clock.GetUtcNow();
        var phases = (await db.Phases.ToListAsync(Cancel)).ToLookup(phase => phase.Cycle);
        Lines = [.. cycles.Select(cycle => new Line(cycle, [.. Doors(cycle, phases[cycle.Id])],
            cycle.State == CycleState.Open ? [.. phases[cycle.Id].Where(phase => phase.Opens <= now && now < phase.Closes).OrderBy(phase => phase.Phase)] : [])).Where(line => line.Doors.Count > 0)];
    }

    /// <summary>The doors each right opens in a cycle; rooms add theirs in <see cref="WorkDoors"/>.</summary>
    private IEnumerable<Door> Doors(CycleRow cycle, IEnumerable<PhaseRow> phases) =>
        WorkDoors.All.Where(door => door.Roles.Any(role => Person.Is(cycle.Id, role)) && (door.Needs is null || phases.Any(phase => phase.Phase == door.Needs))).Select(door => new Door(door.Words, door.Path(cycle.Code)));

    /// <summary>A cycle, what the person does in it, and the phases that are open now for everybody.</summary>
    public sealed record Line(CycleRow Cycle, IReadOnlyList<Door> Doors, IReadOnlyList<PhaseRow> Open)
    {
        public bool Over => Cycle.State is not (CycleState.Draft or CycleState.Open);
    }

    public sealed record Door(Text Words, string Path);
}

/// <summary>A page of a cycle that a role begins work at.</summary>
public sealed record WorkDoor(Text Words, Func<string, string> Path, params Role[] Roles)
{
    /// <summary>The phase without which there is no such page: a year that came as files has none. Null: none is needed.</summary>
    public Phase? Needs { get; init; }
}

/// <summary>Where work in a cycle begins, role by role; a room that gains a page adds a line.</summary>
public static class WorkDoors
{
    public static IReadOnlyList<WorkDoor> All { get; } =
    [
        new(new("Tiến độ kỳ đánh giá", "Progress of the cycle"), code => $"/noi-bo/ky/{code}", Role.Secretariat, Role.CouncilChair, Role.Observer),
        new(new("Kế hoạch, lịch, đơn vị, bộ chỉ số", "Plan, dates, units, frameworks"), code => $"/noi-bo/ky/{code}/chuan-bi", Role.Secretariat),
        new(new("Phân công thẩm định", "Assignment of appraisal"), code => $"/noi-bo/ky/{code}/phan-cong", Role.Secretariat, Role.AppraisalLead),
        new(new("Tính và chốt kết quả", "Compute and freeze"), code => $"/noi-bo/ky/{code}/tinh", Role.Secretariat, Role.CouncilChair, Role.CouncilMember, Role.Observer),
        new(new("Phân loại người đứng đầu", "Classification of heads"), code => $"/noi-bo/phan-loai/{code}", Role.Secretariat, Role.CouncilChair, Role.Observer),
        new(new("Kết quả khảo sát vào chỉ số", "Survey results in the index"), code => $"/noi-bo/ky/{code}/khao-sat", Role.Secretariat, Role.SurveyManager, Role.CouncilChair, Role.Observer),
        new(new("Theo dõi khắc phục sau công bố và kiểm tra", "What units have to mend"), code => $"/noi-bo/ky/{code}/khac-phuc", Role.Secretariat, Role.CouncilChair, Role.Observer),
        new(new("Dấu hiệu cần xem lại trong điểm chấm", "Signs to look at in the scores"), code => $"/noi-bo/ky/{code}/dau-hieu", Role.Secretariat, Role.CouncilChair, Role.Observer),
        new(new("Tự đánh giá của đơn vị", "The unit's self-assessment"), cycle => $"/noi-bo/cham/{cycle}", Role.UnitOfficer, Role.UnitHead) { Needs = Phase.SelfAssessment },
        new(new("Kiểm tra và nộp bản tự đánh giá", "Check and submit the self-assessment"), cycle => $"/noi-bo/nop/{cycle}", Role.UnitHead),
        new(new("Kết quả thẩm định, giải trình, đề nghị", "Appraisal results, explanations, claims"), cycle => $"/noi-bo/giai-trinh/{cycle}", Role.UnitOfficer, Role.UnitHead),
        new(new("Thẩm định", "Appraisal"), cycle => $"/noi-bo/tham-dinh/{cycle}", Role.Appraiser, Role.AppraisalLead),
        new(new("Đề nghị xem xét lại", "Claims"), cycle => $"/noi-bo/xem-xet/{cycle}", Role.Appraiser, Role.AppraisalLead),
        new(new("Hội đồng thẩm định", "Appraisal council"), cycle => $"/noi-bo/hoi-dong/{cycle}", Role.CouncilMember, Role.CouncilChair, Role.Secretariat, Role.Observer),
        new(new("Thông báo phân loại người đứng đầu", "Notice of the head's classification"), cycle => $"/noi-bo/thong-bao-phan-loai/{cycle}", Role.UnitHead),
        new(new("Việc phải khắc phục", "What is to be mended"), cycle => $"/noi-bo/khac-phuc/{cycle}", Role.UnitOfficer, Role.UnitHead),
        new(new("Gia hạn và mở lại", "Extensions and reopenings"), code => $"/noi-bo/ky/{code}/gia-han", Role.UnitOfficer, Role.UnitHead),
    ];
}
