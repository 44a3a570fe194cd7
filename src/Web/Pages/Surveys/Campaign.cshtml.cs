using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core.Questionnaires;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Surveys;

/// <summary>One campaign: how far it is, its reconciliation, when it opens and closes.</summary>
[MayOpen(Role.SurveyManager, Role.FieldSupervisor, Role.Interviewer, Role.Secretariat, Role.Observer)]
public sealed class CampaignModel(IndexDb db, Reconcile reconcile, ChangeCampaign change, ReadHistory history, Who who, SiteSettings settings) : SurveyPage(db, who, settings)
{
    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public string? Opens { get; set; }

    [BindProperty]
    public string? Closes { get; set; }

    [BindProperty]
    public string? Grace { get; set; }

    [BindProperty]
    public string? Results { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public override string Door => "";

    public Questionnaire Questionnaire { get; private set; } = null!;

    public IReadOnlyList<UnitBalance> Balance { get; private set; } = [];

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await ReadCampaignAsync(SurveysWords.Overview);
        Questionnaire = CampaignBook.Read(Campaign);
        Balance = await reconcile.RunAsync(Code, Cancel);
        if (Person.Is(Campaign.Cycle, Role.SurveyManager, Role.Secretariat, Role.Observer)) History = await history.RunAsync(JournalObject.Campaign(Code), Cancel);
    }

    public Task<IActionResult> OnPostPeriodAsync() => TryAsync(
        async () =>
        {
            await ReadCampaignAsync(SurveysWords.Overview);
            var opens = TypedDate.Moment(Opens, "opens") ?? throw new RefusedException(Refusal.Invalid("opens", new("Nhập ngày giờ mở nhận phiếu.", "Give the opening.")));
            var closes = TypedDate.Moment(Closes, "closes") ?? throw new RefusedException(Refusal.Invalid("closes", new("Nhập ngày giờ đóng nhận phiếu.", "Give the closing.")));
            var grace = int.TryParse(Grace, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) ? hours : -1;
            // A moment that was not touched stays to the second it had.
            await change.RunAsync(Person, Code, Version, new(
                TypedDate.Write(Campaign.Opens) == Opens?.Trim() ? Campaign.Opens : opens, TypedDate.Write(Campaign.Closes) == Closes?.Trim() ? Campaign.Closes : closes, grace, TypedDate.Day(Results, "results")), Reason, Cancel);
            return Then(Here, SurveysWords.Saved);
        },
        OnGetAsync);

    public Task<IActionResult> OnPostCloseAsync() => TryAsync(
        async () =>
        {
            await ReadCampaignAsync(SurveysWords.Overview);
            await change.CloseAsync(Person, Code, Version, Reason, Cancel);
            return Then(Here, SurveysWords.Closed);
        },
        OnGetAsync);
}
