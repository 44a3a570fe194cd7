using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Questionnaires;
using ParIndex.App.Storage;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Surveys;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Questionnaires;

/// <summary>Every questionnaire and version; taking one in, making one.</summary>
[MayOpen(Role.SurveyManager, Role.Secretariat, Role.Observer)]
[RequestSizeLimit(Largest), RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public sealed class ListModel(IndexDb db, EditQuestionnaire edit, Who who) : WorkPage(who)
{
    private const int Largest = EditQuestionnaire.Largest + (64 * 1024);

    [BindProperty]
    public string? NewCode { get; set; }

    [BindProperty]
    public string? TitleVi { get; set; }

    [BindProperty]
    public string? TitleEn { get; set; }

    public IReadOnlyList<QuestionnaireDraftRow> Rows { get; private set; } = [];

    public bool MayEdit => Person.Is(Role.SurveyManager);

    public async Task OnGetAsync()
    {
        Title = SurveysWords.Forms;
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (SurveysWords.Surveys, "/noi-bo/khao-sat")];
        Rows = await db.QuestionnaireDrafts.OrderBy(row => row.Code).ThenByDescending(row => row.Number).ToListAsync(Cancel);
    }

    public Task<IActionResult> OnPostShippedAsync(string? shipped) => TakeAsync(() =>
        Task.FromResult(ShippedQuestionnaires.Read(shipped ?? "") ?? throw new RefusedException(Refusal.Invalid("shipped", new("Chọn một phiếu trong danh sách.", "Choose one of the list.")))), shipped ?? "");

    public Task<IActionResult> OnPostFileAsync(IFormFile? file) => TakeAsync(
        async () =>
        {
            if (file is null || file.Length == 0) throw new RefusedException(Refusal.FileEmpty);
            if (file.Length > EditQuestionnaire.Largest) throw new RefusedException(Refusal.FileTooLarge(EditQuestionnaire.Largest));
            var content = new MemoryStream();
            await file.CopyToAsync(content, Cancel);
            return content.ToArray();
        },
        "file");

    public Task<IActionResult> OnPostXlsFormAsync(IFormFile? file) => TryAsync(
        async () =>
        {
            if (file is null || file.Length == 0) throw new RefusedException(Refusal.FileEmpty);
            await using var content = file.OpenReadStream();
            var (row, left) = await edit.TakeXlsFormAsync(Person, content, Cancel);
            return Then($"/noi-bo/khao-sat/phieu/{row.Code}/{row.Number}", QuestionnairesWords.Taken(left));
        },
        OnGetAsync);

    public Task<IActionResult> OnPostNewAsync() => TryAsync(
        async () =>
        {
            var row = await edit.NewAsync(Person, NewCode, TitleVi, TitleEn, Cancel);
            return Then($"/noi-bo/khao-sat/phieu/{row.Code}/{row.Number}", SurveysWords.Saved);
        },
        OnGetAsync);

    private Task<IActionResult> TakeAsync(Func<Task<byte[]>> read, string name) => TryAsync(
        async () =>
        {
            var row = await edit.TakeAsync(Person, await read(), name, Cancel);
            return Then($"/noi-bo/khao-sat/phieu/{row.Code}/{row.Number}", SurveysWords.Saved);
        },
        OnGetAsync);
}
