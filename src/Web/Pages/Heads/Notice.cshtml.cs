using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Heads;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Heads;

/// <summary>U8: the head's own notice, the rules with the unit's figures, and the answer inside its window. An officer of the unit never sees it.</summary>
[MayOpen(Role.UnitHead)]
public sealed class NoticeModel(LoadCycle load, ReadClassification read, AnswerClassification answer, TimeProvider clock, Who who) : WorkPage(who)
{
    /// <summary>Code of the cycle.</summary>
    [FromRoute(Name = "ky")]
    public string Code { get; set; } = "";

    [BindProperty]
    public string? Head { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public int Number { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public CycleAtWork Cycle { get; private set; } = null!;

    public ClassificationShown? Classification { get; private set; }

    public IReadOnlyList<HeadWorking> Cases { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool MayAnswer => Classification is { Row: { ApprovedAt: null, AnswersUntil: { } until } } && Now < until;

    public async Task OnGetAsync()
    {
        Cycle = await load.ByCodeAsync(Code, Cancel);
        if (!Person.Is(Cycle.Id, Role.UnitHead)) throw new RefusedException(Refusal.NotFound);
        Title = new($"{HeadsText.Notice.Vi} năm {Cycle.Row.Year}", $"{HeadsText.Notice.En}, {Cycle.Row.Year}");
        Above = [(new("Việc của tôi", "My work"), "/noi-bo")];
        var today = Vietnam.Day(Now);
        if (await read.OwnAsync(Person, Cycle, today, Cancel) is not { } own) return;
        Classification = own.Classification;
        var cases = new List<HeadWorking>();
        foreach (var one in own.Cases) cases.Add(new(own.Classification, one, await read.FactsAsync(Person, Cycle, one.Head, today, Cancel)));
        Cases = cases;
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            var cycle = await load.ByCodeAsync(Code, Cancel);
            await answer.RunAsync(Person, cycle.Id, Number, Head ?? "", Answer, Document, Version, Cancel);
            return Then($"/noi-bo/thong-bao-phan-loai/{cycle.Row.Code}", HeadsText.Answered);
        },
        OnGetAsync);
}
