using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Sampling;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Sampling;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Surveys;

/// <summary>V3: those drawn of a unit, without names; tries and replacement by rule.</summary>
[MayOpen(Role.SurveyManager, Role.FieldSupervisor, Role.Observer)]
public sealed class CasesModel(IndexDb db, RecordTry record, ReplaceCase replace, Who who, SiteSettings settings) : SurveyPage(db, who, settings)
{
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true, Name = "unit")]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int At { get; set; } = 1;

    [BindProperty]
    public string? Case { get; set; }

    [BindProperty]
    public CaseState State { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public override string Door => "/nguoi";

    /// <summary>Units with somebody drawn.</summary>
    public IReadOnlyList<string> Ledger { get; private set; } = [];

    public IReadOnlyList<SampleCaseRow> Cases { get; private set; } = [];

    public int Pages { get; private set; }

    public bool MayAct => Person.Is(Campaign.Cycle, Role.SurveyManager, Role.FieldSupervisor) && Campaign.UnlinkedAt is null;

    public Text FiledWords(string filed) => filed switch
    {
        nameof(FiledBy.Online) => new("trực tuyến", "online"),
        nameof(FiledBy.Post) => new("bưu chính", "post"),
        _ => new("trực tiếp", "at the counter"),
    };

    /// <summary>An outcome, with its reason in words where it begins with one.</summary>
    public Text Outcome(string outcome)
    {
        var reason = outcome.Split(':')[0];
        return Enum.TryParse<CaseState>(reason, out var state) && Enum.IsDefined(state)
            ? new(CampaignText.Of(state).Vi + outcome[reason.Length..], CampaignText.Of(state).En + outcome[reason.Length..]) : Text.Same(outcome);
    }

    public async Task OnGetAsync()
    {
        await ReadCampaignAsync(SurveysWords.Cases);
        Ledger = [.. (await Db.SampleCases.Where(one => one.Campaign == Code).Select(one => one.Unit).Distinct().ToListAsync(Cancel)).Order(StringComparer.Ordinal)];
        if (Ledger.Count == 0) return;
        Unit = Unit is not null && Ledger.Contains(Unit) ? Unit : Ledger[0];
        var cases = Db.SampleCases.Where(one => one.Campaign == Code && one.Unit == Unit);
        Pages = (await cases.CountAsync(Cancel) + PageSize - 1) / PageSize;
        At = Math.Clamp(At, 1, Pages);
        Cases = await cases.OrderBy(one => one.Number).Skip((At - 1) * PageSize).Take(PageSize).ToListAsync(Cancel);
    }

    public Task<IActionResult> OnPostTryAsync() => ActAsync(async number =>
    {
        await record.RunAsync(Person, Code, Unit ?? "", number, State, Words, Cancel);
        return SurveysWords.Saved;
    });

    public Task<IActionResult> OnPostReplaceAsync() => ActAsync(async number =>
        SurveysWords.Replaced((await replace.RunAsync(Person, Code, Unit ?? "", number, State, Words, Cancel)).Number));

    private Task<IActionResult> ActAsync(Func<int, Task<Text>> act) => TryAsync(
        async () =>
        {
            await ReadCampaignAsync(SurveysWords.Cases);
            var number = int.TryParse(Case, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given
                : throw new RefusedException(Refusal.Invalid("case", new("Nhập số thứ tự của người trong danh sách.", "Give the number of the person in the list.")));
            return Then($"{Here}/nguoi/{Unit}", await act(number));
        },
        OnGetAsync);
}
