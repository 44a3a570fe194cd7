using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.App.SurveyResults;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.SurveyResults;

/// <summary>S6: which survey result feeds which criterion, at which version, for how many units, with what margin.</summary>
[MayOpen(Role.Secretariat, Role.SurveyManager, Role.CouncilChair, Role.Observer)]
public sealed class FeedsModel(IndexDb db, LoadCycle load, ApprovedSurveys surveys, ChooseSurveyFeed choose, Who who) : WorkPage(who)
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public string Framework { get; set; } = "";

    [BindProperty]
    public string Leaf { get; set; } = "";

    /// <summary>Campaign and measure, as <c>campaign|measure</c>.</summary>
    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public CycleAtWork Cycle { get; private set; } = null!;

    public IReadOnlyList<Shown> Feeds { get; private set; } = [];

    public IReadOnlyList<CampaignRow> Campaigns { get; private set; } = [];

    public bool MayChoose => Person.Is(Cycle.Id, Role.Secretariat);

    /// <summary>Campaigns whose result this person may read.</summary>
    public bool MayRead(CampaignRow campaign) => Person.Is(campaign.Cycle, SurveyGate.Readers);

    public async Task OnGetAsync()
    {
        Cycle = await load.ByCodeAsync(Code, Cancel);
        Person.Need(Cycle.Id, Role.Secretariat, Role.SurveyManager, Role.CouncilChair, Role.Observer);
        Title = SurveyResultsText.FeedsTitle(Cycle.Cycle.Year);
        Above = [(new("Việc của tôi", "My work"), "/noi-bo")];
        Campaigns = await db.Campaigns.Where(row => row.Cycle == Cycle.Id).OrderBy(row => row.Code).ToListAsync(Cancel);
        var newest = await surveys.NewestAsync(Cycle.Id, Cancel);
        Feeds = [.. (await surveys.FeedsAsync(Cycle, Cancel)).Select(feed => Of(feed, feed.Campaign is { } campaign ? newest.GetValueOrDefault(campaign.Code) : null))];
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            var cycle = await load.ByCodeAsync(Code, Cancel);
            var parts = (Source ?? "").Split('|');
            await choose.RunAsync(Person, cycle.Id, Framework, Leaf, parts[0], parts.Length > 1 ? parts[1] : "", Reason, Cancel);
            return Then($"/noi-bo/ky/{Code}/khao-sat", SurveyResultsText.FeedChosen);
        },
        OnGetAsync);

    private Shown Of(SurveyFeed feed, ApprovedSurvey? approved)
    {
        var units = Cycle.Units.Where(unit => Cycle.FileOf(unit.Group) == feed.File && (!feed.IsSatisfaction || unit.SatisfactionMeasured)).ToList();
        var found = approved is null || feed.Measure is null ? [] : units.Select(unit => approved.Figures.OfUnit(unit.Code.Value, feed.Measure)).ToList();
        var margins = found.Where(figure => figure is { Low: not null, High: not null }).Select(figure => (decimal)(figure!.High!.Value - figure.Low!.Value) / 2).Order().ToList();
        return new(feed, approved?.Row.Number, approved?.Row.Document, units.Count, found.Count(figure => figure?.Share is not null), margins.Count == 0 ? null : margins[margins.Count / 2]);
    }

    /// <summary>One survey leaf.</summary>
    /// <param name="Feed">Where its value comes from.</param>
    /// <param name="Number">Approved version; null: none.</param>
    /// <param name="Document">The council's document.</param>
    /// <param name="Units">Units that the leaf is scored for.</param>
    /// <param name="Known">Units with a value.</param>
    /// <param name="Margin">Median half width of the 95 % interval, in percentage points.</param>
    public sealed record Shown(SurveyFeed Feed, int? Number, string? Document, int Units, int Known, decimal? Margin);
}
