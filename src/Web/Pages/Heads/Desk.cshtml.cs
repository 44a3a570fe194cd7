using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Heads;
using ParIndex.Core;
using ParIndex.Core.Heads;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Heads;

/// <summary>C2: the rules, the heads with figures and proposed grades, notices, approval. Nobody else sees a grade before the release.</summary>
[MayOpen(Role.Secretariat, Role.CouncilChair, Role.Observer)]
public sealed class DeskModel(LoadCycle load, ReadClassification read, Classify classify, SendHeadNotices notices, ApproveClassification approve, SecondFactor factor, TimeProvider clock, Who who)
    : WorkPage(who)
{
    /// <summary>Asked again before the approval.</summary>
    public SecondFactor Factor => factor;

    /// <summary>Code of the cycle.</summary>
    [FromRoute(Name = "ky")]
    public string Code { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Until when heads may answer, as typed.</summary>
    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public int Number { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    /// <summary>The code of the second factor, as typed.</summary>
    [BindProperty(Name = "code")]
    public string? FactorCode { get; set; }

    public CycleAtWork Cycle { get; private set; } = null!;

    public HeadRules? Rules { get; private set; }

    public HeadProfile? Profile { get; private set; }

    public IReadOnlyList<Head> Heads { get; private set; } = [];

    public ClassificationShown? Shown { get; private set; }

    public IReadOnlyList<HeadCaseRow> Cases { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool MayAct => Person.Is(Cycle.Id, Role.Secretariat, Role.CouncilChair) && Cycle.Row.State is CycleState.Frozen or CycleState.Published;

    public bool MayApprove => Person.Is(Cycle.Id, Role.CouncilChair) && Shown is { Stale: null, Row.State: ClassificationState.Noticed };

    public bool MayNotify => MayAct && Shown is { Stale: null, Row.State: ClassificationState.Proposed };

    /// <summary>The evening seven days on, as the rules' calendar has it, unless something was typed.</summary>
    public string UntilShown => Until ?? TypedDate.Write(new DateTimeOffset(Vietnam.Day(Now).AddDays(7).ToDateTime(new(17, 0)), Vietnam.Offset));

    public string Here => $"/noi-bo/phan-loai/{Cycle.Row.Code}";

    public async Task OnGetAsync()
    {
        Cycle = await load.ByCodeAsync(Code, Cancel);
        Title = new($"{HeadsText.Desk.Vi} năm {Cycle.Row.Year}", $"{HeadsText.Desk.En}, {Cycle.Row.Year}");
        Above = [(new("Việc của tôi", "My work"), "/noi-bo")];
        Heads = await read.HeadsAsync(Person, Cycle, Cancel);
        Shown = await read.LatestAsync(Person, Cycle, Cancel);
        Rules = Shown?.Rules ?? await read.RulesAsync(Cycle, Cancel);
        Profile = Shown?.Profile ?? Rules?.Profiles.FirstOrDefault(profile => profile.Code == Cycle.Cycle.Heads!.Profile);
        if (Shown is not null) Cases = await read.CasesAsync(Person, Cycle.Id, Shown.Row.Number, Cancel);
    }

    /// <summary>Heads of a group by grade, best first; grades nobody has are left out.</summary>
    public IEnumerable<(Text Grade, int Count)> Counts(string group) => (Rules?.Grades ?? [])
        .Select(grade => (grade.Name, Cases.Count(one => one.Group == group && one.Grade == grade.Code))).Where(one => one.Item2 > 0);

    public Task<IActionResult> OnPostClassifyAsync() => ActAsync(async id => HeadsText.Classified(await classify.RunAsync(Person, id, Reason, Cancel)));

    public Task<IActionResult> OnPostNotifyAsync() => ActAsync(async id =>
    {
        var until = TypedDate.Moment(Until, "until") ?? throw new RefusedException(Refusal.Invalid("until", new("Ghi thời điểm hết hạn trả lời.", "Enter until when heads may answer.")));
        await notices.RunAsync(Person, id, Number, until, Version, Cancel);
        return HeadsText.Sent;
    });

    public Task<IActionResult> OnPostApproveAsync() => ActAsync(async id =>
    {
        await approve.RunAsync(Person, id, Number, Reason, Version, await factor.GivenAsync(FactorCode), Cancel);
        return HeadsText.Approved(Number);
    });

    private Task<IActionResult> ActAsync(Func<int, Task<Text>> act) => TryAsync(
        async () =>
        {
            var cycle = await load.ByCodeAsync(Code, Cancel);
            return Then($"/noi-bo/phan-loai/{cycle.Row.Code}", await act(cycle.Id));
        },
        OnGetAsync);
}
