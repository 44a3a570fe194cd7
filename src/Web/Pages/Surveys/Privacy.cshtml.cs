using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Sampling;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Surveys;

/// <summary>Stores, link, retention and requests of one campaign.</summary>
[MayOpen(Role.SurveyManager, Role.Observer)]
public sealed class PrivacyModel(IndexDb db, UnlinkCampaign unlink, SetRetention retain, PrivacyRequests requests, SurveySeals seals, Who who, SiteSettings settings) : SurveyPage(db, who, settings)
{
    public sealed record Asked(int Number, RequestKind Kind, DateTimeOffset Received, DateTimeOffset Due, DateTimeOffset? Answered, bool Overdue, string Words, string? Answer);

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public RetainedKind Kind { get; set; }

    [BindProperty]
    public string? Days { get; set; }

    [BindProperty]
    public RequestKind RequestKind { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Known { get; set; }

    public override string Door => "/du-lieu-ca-nhan";

    public string? Sent { get; private set; }

    public int Contacts { get; private set; }

    public int Links { get; private set; }

    public int Answers { get; private set; }

    public IReadOnlyList<RetentionRow> Retentions { get; private set; } = [];

    public IReadOnlyList<Asked> Requests { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await ReadCampaignAsync(SurveysWords.Privacy);
        Contacts = await Db.Contacts.CountAsync(one => one.Campaign == Code, Cancel);
        Links = await Db.TokenLinks.CountAsync(one => one.Campaign == Code, Cancel);
        Answers = await Db.PendingResponses.CountAsync(one => one.Campaign == Code, Cancel) + await Db.Responses.CountAsync(one => one.Campaign == Code, Cancel);
        Retentions = [.. (await Db.Retentions.Where(one => one.Campaign == Code).ToListAsync(Cancel)).OrderBy(one => one.Kind)];
        var now = Now;
        // What was asked is personal: only who answers it reads it.
        Requests = [.. (await Db.PrivacyRequests.Where(one => one.Campaign == Code).ToListAsync(Cancel)).OrderByDescending(one => one.Number).Select(one => new Asked(one.Number, Enum.Parse<RequestKind>(one.Kind), one.Received, one.Due, one.Answered,
            one.Answered is null && now > one.Due, Manages ? seals.Words(one) : "", Manages && one.Answer is { } answer ? seals.OpenWords(Code, answer) : null))];
    }

    public Task<IActionResult> OnPostUnlinkAsync() => ActAsync("unlink", async () =>
    {
        await unlink.RunAsync(Person, Code, Reason, Cancel);
        return SurveysWords.Unlinked;
    });

    public Task<IActionResult> OnPostRetentionAsync() => ActAsync("retention", async () =>
    {
        await retain.RunAsync(Person, Code, Kind, Whole(Days, "days"), Reason, Cancel);
        return SurveysWords.Saved;
    });

    public Task<IActionResult> OnPostReceiveAsync() => ActAsync("receive", async () =>
    {
        await requests.ReceiveAsync(Person, Code, RequestKind, Words, Cancel);
        return SurveysWords.Saved;
    });

    public Task<IActionResult> OnPostAnswerAsync() => ActAsync("answer", async () =>
    {
        await requests.AnswerAsync(Person, Code, Whole(Number, "number"), Answer, Cancel);
        return SurveysWords.Saved;
    });

    public Task<IActionResult> OnPostEraseAsync() => ActAsync("erase", async () =>
        SurveysWords.Erased(await requests.EraseAsync(Person, Code, Known, string.IsNullOrWhiteSpace(Number) ? null : Whole(Number, "request"), Reason, Cancel)));

    private static int Whole(string? typed, string field) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new RefusedException(Refusal.Invalid(field, new($"“{typed}” không phải số nguyên.", $"“{typed}” is no whole number.")));

    private Task<IActionResult> ActAsync(string form, Func<Task<Text>> act)
    {
        Sent = form;
        return TryAsync(
            async () =>
            {
                await ReadCampaignAsync(SurveysWords.Privacy);
                return Then($"{Here}/du-lieu-ca-nhan", await act());
            },
            OnGetAsync);
    }
}
