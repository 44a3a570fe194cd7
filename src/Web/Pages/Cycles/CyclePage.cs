using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Cycles;

/// <summary>A page of one cycle, with the way to its other pages.</summary>
public abstract class CyclePage(LoadCycle load, Who who) : WorkPage(who)
{
    /// <summary>Of the address alone: a form on the page may have a field of that name, for the second factor.</summary>
    [Microsoft.AspNetCore.Mvc.FromRoute(Name = "code")]
    public string CycleCode { get; set; } = "";

    public CycleAtWork Cycle { get; private set; } = null!;

    public bool IsDraft => Cycle.Row.State == CycleState.Draft;

    public bool MayRun => Person.Is(Cycle.Id, Role.Secretariat);

    public string Here => $"/noi-bo/ky/{CycleCode}";

    /// <summary>The cycle, read once; the title names it.</summary>
    protected async Task ReadCycleAsync(Core.Text title)
    {
        Cycle = await load.ByCodeAsync(CycleCode, Cancel);
        Title = new($"{title.Vi}: kỳ {Cycle.Cycle.Year}", $"{title.En}: cycle of {Cycle.Cycle.Year}");
        Above = Person.Is(Cycle.Id, Role.Secretariat, Role.Observer, Role.CouncilChair)
            ? [(new("Việc của tôi", "My work"), "/noi-bo"), (CyclesWords.Cycles, "/noi-bo/ky"), (new($"Kỳ {Cycle.Cycle.Year}", $"Cycle of {Cycle.Cycle.Year}"), Here)]
            : [(new("Việc của tôi", "My work"), "/noi-bo")];
    }
}
