using Microsoft.AspNetCore.Mvc;
using ParIndex.App.Appraisal;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Appraisal;

/// <summary>A page of an appraiser: the cycle of the address, and what of it lies on the person's desk.</summary>
public abstract class AppraisalPage(IndexDb db, Who who) : WorkPage(who)
{
    /// <summary>Code of the cycle.</summary>
    [FromRoute(Name = "ky")]
    public string Code { get; set; } = "";

    public AppraisalDesk Desk { get; private set; } = null!;

    public CycleAtWork Cycle => Desk.Cycle;

    public string Home => $"/noi-bo/tham-dinh/{Code}";

    protected IndexDb Db => db;

    /// <summary>Address of the page of a leaf of a unit.</summary>
    public string Of(Unit unit, Leaf leaf) => $"{Home}/{unit.Code}/{leaf.Code}";

    /// <summary>Kind of an act's stage.</summary>
    public StageKind? KindOf(string stage) => Cycle.Cycle.Stages.FirstOrDefault(one => one.Code == stage)?.Kind;

    /// <summary>Name of an act's stage.</summary>
    public Core.Text StageName(string stage) => Cycle.Cycle.Stages.FirstOrDefault(one => one.Code == stage)?.Name ?? Core.Text.Same(stage);

    protected async Task LoadAsync()
    {
        Desk = await AppraisalDesk.OfAsync(db, Person, await new LoadCycle(db).ByCodeAsync(Code, Cancel), Cancel);
        Above = [(new("Việc của tôi", "My work"), "/noi-bo")];
    }

    /// <summary>The bands an appraiser may choose from, each with its points; none: points are typed.</summary>
    public IReadOnlyList<(string Words, Core.Points Points)> Choices(Leaf leaf, Func<Core.Text, string> say) => leaf.Rule switch
    {
        LevelsRule levels => [.. levels.Options.Select(option => (say(option.Label), option.Points)).DistinctBy(one => one.Points)],
        BinaryRule => [(say(new("Đạt", "Met")), leaf.Max), (say(new("Không đạt", "Not met")), Core.Points.Zero)],
        _ => [],
    };
}
