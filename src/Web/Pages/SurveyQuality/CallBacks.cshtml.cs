using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Sampling;
using ParIndex.App.Storage;
using ParIndex.App.SurveyQuality;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.SurveyQuality;

/// <summary>Phúc tra: the list that the seed gives, contacts opened one by one, and how each call ended.</summary>
[MayOpen(Role.SurveyManager, Role.FieldSupervisor, Role.Observer)]
public sealed class CallBacksModel(IndexDb db, DrawCallBacks draw, OpenCallBack open, RecordCallBack record, Who who) : WorkPage(who)
{
    [BindProperty]
    public int Percent { get; set; } = 10;

    [BindProperty]
    public string Unit { get; set; } = "";

    [BindProperty]
    public int Number { get; set; }

    [BindProperty]
    public CallBackOutcome Outcome { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public CampaignRow Campaign { get; private set; } = null!;

    public IReadOnlyList<CallBackRow> Rows { get; private set; } = [];

    /// <summary>The contact that was opened just now.</summary>
    public Contact? Opened { get; private set; }

    public bool MayDraw => Person.Is(Campaign.Cycle, Role.SurveyManager) && Rows.Count == 0;

    public bool MayRecord => Person.Is(Campaign.Cycle, Role.SurveyManager, Role.FieldSupervisor);

    public async Task OnGetAsync(string campaign)
    {
        var found = await db.Campaigns.SingleOrDefaultAsync(row => row.Code == campaign, Cancel);
        Campaign = found is not null && Person.Is(found.Cycle, Role.SurveyManager, Role.FieldSupervisor, Role.Observer) ? found : throw new RefusedException(Refusal.NotFound);
        Title = SurveyQualityText.CallBackTitle(Campaign);
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (new("Bàn chất lượng", "Quality desk"), $"/noi-bo/khao-sat/{campaign}/chat-luong")];
        Rows = await db.CallBacks.Where(row => row.Campaign == campaign).OrderBy(row => row.Order).ToListAsync(Cancel);
    }

    public Task<IActionResult> OnPostDrawAsync(string campaign) => TryAsync(
        async () => Then($"/noi-bo/khao-sat/{campaign}/phuc-tra", SurveyQualityText.Drawn(await draw.RunAsync(Person, campaign, Percent, Cancel))),
        () => OnGetAsync(campaign));

    public Task<IActionResult> OnPostOpenAsync(string campaign) => TryAsync(
        async () =>
        {
            Opened = await open.RunAsync(Person, campaign, Unit, Number, Cancel);
            await OnGetAsync(campaign);
            return Page();
        },
        () => OnGetAsync(campaign));

    public Task<IActionResult> OnPostRecordAsync(string campaign) => TryAsync(
        async () =>
        {
            await record.RunAsync(Person, campaign, Unit, Number, Outcome, Words, Cancel);
            return Then($"/noi-bo/khao-sat/{campaign}/phuc-tra", SurveyQualityText.CallRecorded);
        },
        () => OnGetAsync(campaign));
}
