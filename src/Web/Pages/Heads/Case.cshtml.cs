using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Heads;
using ParIndex.Core;
using ParIndex.Core.Heads;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Heads;

/// <summary>One head on the desk: figures and working, facts with documents, the answer, the other body, the ruling, the history.</summary>
[MayOpen(Role.Secretariat, Role.CouncilChair, Role.Observer)]
public sealed class CaseModel(
    LoadCycle load, ReadClassification read, EnterHeadFact enter, HandOverHead handOver, RuleHead rule, ReadHistory history, SecondFactor factor, TimeProvider clock, Who who)
    : WorkPage(who)
{
    /// <summary>Asked again before the ruling.</summary>
    public SecondFactor Factor => factor;

    /// <summary>Code of the cycle.</summary>
    [FromRoute(Name = "ky")]
    public string CycleCode { get; set; } = "";

    /// <summary>Code of the post.</summary>
    [FromRoute(Name = "ma")]
    public string Head { get; set; } = "";

    [BindProperty]
    public string? Input { get; set; }

    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? Grade { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public int Number { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    /// <summary>The code of the second factor, as typed.</summary>
    [BindProperty(Name = "code")]
    public string? FactorCode { get; set; }

    public CycleAtWork Cycle { get; private set; } = null!;

    public Head Shown { get; private set; } = null!;

    public HeadRules Rules { get; private set; } = null!;

    public ClassificationShown? Classification { get; private set; }

    public HeadCaseRow? Case { get; private set; }

    public IReadOnlyList<HeadFactRow> Facts { get; private set; } = [];

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    /// <summary>Which form was sent, so that it stays open when refused.</summary>
    public string? Sent { get; private set; }

    public bool IsOwn => Assign.InterestsOf(Cycle, Person).Any(unit => unit.Code == Shown.Unit);

    public bool MayEnter => Person.Is(Cycle.Id, Role.Secretariat, Role.CouncilChair) && !IsOwn;

    public bool IsChair => Person.Is(Cycle.Id, Role.CouncilChair) && !IsOwn;

    public bool MayHandOver => IsChair && Case is { Recused: true } && Classification!.Row.State != ClassificationState.Approved;

    public bool MayRule => IsChair && Case is not null && Classification is { Stale: null, Row.State: ClassificationState.Noticed };

    public async Task OnGetAsync()
    {
        Cycle = await load.ByCodeAsync(CycleCode, Cancel);
        Shown = (await read.HeadsAsync(Person, Cycle, Cancel)).FirstOrDefault(head => head.Id == Head) ?? throw new RefusedException(Refusal.NotFound);
        Classification = await read.LatestAsync(Person, Cycle, Cancel);
        Rules = Classification?.Rules ?? await read.RulesAsync(Cycle, Cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (Classification is { } found) Case = (await read.CasesAsync(Person, Cycle.Id, found.Row.Number, Cancel)).FirstOrDefault(one => one.Head == Head);
        Facts = await read.FactsAsync(Person, Cycle, Head, Vietnam.Day(clock.GetUtcNow()), Cancel);
        History = await history.RunAsync(JournalObject.Head(Cycle.Id, Head), Cancel);
        Title = Shown.Post;
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (new($"{HeadsText.Desk.Vi} {Cycle.Row.Year}", $"{HeadsText.Desk.En} {Cycle.Row.Year}"), $"/noi-bo/phan-loai/{Cycle.Row.Code}")];
    }

    public Task<IActionResult> OnPostFactAsync() => ActAsync("fact", async id =>
    {
        await enter.RunAsync(Person, id, Head, Input, Value, Document, Cancel);
        return HeadsText.FactSaved;
    });

    public Task<IActionResult> OnPostHandOverAsync() => ActAsync("body", async id =>
    {
        await handOver.RunAsync(Person, id, Number, Head, Body, Document, Version, Cancel);
        return HeadsText.HandedOver;
    });

    public Task<IActionResult> OnPostRuleAsync() => ActAsync("rule", async id =>
    {
        await rule.RunAsync(Person, id, Number, Head, Grade, Reason, Evidence, Version, await factor.GivenAsync(FactorCode), Cancel);
        return HeadsText.Ruled;
    });

    private Task<IActionResult> ActAsync(string form, Func<int, Task<Text>> act)
    {
        Sent = form;
        return TryAsync(
            async () =>
            {
                var cycle = await load.ByCodeAsync(CycleCode, Cancel);
                return Then($"/noi-bo/phan-loai/{cycle.Row.Code}/{Head}", await act(cycle.Id));
            },
            OnGetAsync);
    }
}
