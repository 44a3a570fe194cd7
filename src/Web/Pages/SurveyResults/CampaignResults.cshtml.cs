using Microsoft.AspNetCore.Mvc;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Cycles;
using ParIndex.App.SurveyResults;
using ParIndex.Core;
using ParIndex.Core.Surveys;
using ParIndex.Documents.Tables;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.SurveyResults;

/// <summary>V6: versions of a campaign's result, its figures with margins and bases, pictures 9, 10 and 11, and the council's approval.</summary>
[MayOpen(Role.SurveyManager, Role.Secretariat, Role.CouncilChair, Role.Observer)]
public sealed class CampaignResultsModel(ReadSurveyResults read, LoadCycle load, EstimateSurvey estimate, ApproveSurveyResult approve, SurveyChanges changes, SecondFactor factor, Who who) : WorkPage(who)
{
    public SecondFactor Factor => factor;

    [BindProperty]
    public AggregationMode Mode { get; set; } = AggregationMode.PooledAnswers;

    /// <summary>The line, as typed.</summary>
    [BindProperty]
    public string? Line { get; set; }

    [BindProperty]
    public bool OrEqual { get; set; } = true;

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Number { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty(Name = "code")]
    public string? FactorCode { get; set; }

    public CampaignRow Campaign { get; private set; } = null!;

    public CycleAtWork Cycle { get; private set; } = null!;

    public IReadOnlyList<SurveyVersion> Versions { get; private set; } = [];

    public SurveyVersion? Shown { get; private set; }

    public Survey Survey { get; private set; } = null!;

    public SurveyFigures Figures { get; private set; } = new() { Rows = [] };

    public IReadOnlyDictionary<string, FunnelPoint> Funnel { get; private set; } = new Dictionary<string, FunnelPoint>();

    public decimal? Mean { get; private set; }

    public SurveyChange? Change { get; private set; }

    public bool IsSatisfaction => Campaign.Purpose == CampaignPurpose.Satisfaction;

    public bool MayEstimate => Person.Is(Campaign.Cycle, Role.SurveyManager, Role.Secretariat);

    public bool MayApprove => Person.Is(Campaign.Cycle, Role.CouncilChair) && Versions is [{ ApprovedAt: null }, ..];

    public string Path => $"/noi-bo/khao-sat/{Campaign.Code}/ket-qua";

    /// <summary>Figures of one domain.</summary>
    public IEnumerable<SurveyFigure> Of(FigureDomain domain, string of = "") => Figures.Rows.Where(row => row.Domain == domain && (of.Length == 0 || row.Of == of));

    public async Task OnGetAsync(string campaign, [FromQuery(Name = "pb")] int? number)
    {
        Campaign = await read.CampaignAsync(Person, campaign, Cancel);
        Cycle = await load.RunAsync(Campaign.Cycle, Cancel);
        Title = SurveyResultsText.Title(Campaign);
        Above = [(new("Việc của tôi", "My work"), "/noi-bo")];
        Versions = await read.VersionsAsync(Campaign, Cancel);
        Shown = Versions.FirstOrDefault(version => number is null || version.Number == number);
        if (Shown is null) return;
        (Survey, Figures) = await read.FiguresAsync(Campaign, Shown.Number, Cancel);
        var (points, mean) = SatisfactionFunnel.Of(Of(FigureDomain.Unit).Where(row => row.Level == SatisfactionLevel.Overall).Select(row => (row.Of, row.Forms, row.Share)));
        (Funnel, Mean) = (points.ToDictionary(point => point.Unit, StringComparer.Ordinal), mean);
        Change = IsSatisfaction ? await changes.RunAsync(Campaign, Cancel) : null;
    }

    public Task<IActionResult> OnPostEstimateAsync(string campaign) => TryAsync(
        async () =>
        {
            var line = App.SelfAssessment.TypedNumber.Read(Line, "line") ?? 90m;
            var made = await estimate.RunAsync(Person, campaign, Mode, new() { Value = line, OrEqual = OrEqual }, Reason, Cancel);
            return Then($"/noi-bo/khao-sat/{campaign}/ket-qua", SurveyResultsText.Estimated(made));
        },
        () => OnGetAsync(campaign, null));

    public Task<IActionResult> OnPostApproveAsync(string campaign) => TryAsync(
        async () =>
        {
            await approve.RunAsync(Person, campaign, Number, Version, Document, await factor.GivenAsync(FactorCode), Cancel);
            return Then($"/noi-bo/khao-sat/{campaign}/ket-qua", SurveyResultsText.Approved(Number));
        },
        () => OnGetAsync(campaign, null));

    /// <summary>The figures of a version as a table; suppressed cells are empty.</summary>
    public async Task<IActionResult> OnGetCsvAsync(string campaign, [FromQuery(Name = "pb")] int number)
    {
        var row = await read.CampaignAsync(Person, campaign, Cancel);
        var (survey, figures) = await read.FiguresAsync(row, number, Cancel);
        var csv = new CsvWriter().Header("domain", "of", "level", "code", "name_vi", "name_en", "share", "low", "high", "forms", "satisfied", "neutral", "dissatisfied", "not_known", "suppressed");
        foreach (var one in figures.Rows)
            csv.Text(one.Domain.ToString().ToLowerInvariant()).Text(one.Of).Text(one.Level.ToString().ToLowerInvariant()).Text(one.Code).Words(SurveyResultsText.Name(survey, one.Code))
                .Decimal(one.Share).Decimal((decimal?)one.Low).Decimal((decimal?)one.High).Number(one.Suppressed && one.Forms < 10 ? null : one.Forms)
                .Number(one.Satisfied).Number(one.Neutral).Number(one.Dissatisfied).Number(one.NotKnown).YesNo(one.Suppressed).End();
        return File(csv.Written.ToArray(), "text/csv; charset=utf-8", $"{campaign}-{number}.csv");
    }

    /// <summary>A unit's name in full.</summary>
    public Text UnitName(string unit) => Cycle.Unit(unit)?.Name ?? new(unit, unit);
}
