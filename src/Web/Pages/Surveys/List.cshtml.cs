using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Surveys;

/// <summary>V1: campaigns by year and purpose, and a new one.</summary>
[MayOpen(Role.SurveyManager, Role.FieldSupervisor, Role.Interviewer, Role.Secretariat, Role.Observer)]
public sealed class ListModel(IndexDb db, ReadCampaigns read, CreateCampaign create, Who who) : WorkPage(who)
{
    [BindProperty]
    public int Cycle { get; set; }

    [BindProperty]
    public string? NewCode { get; set; }

    [BindProperty]
    public CampaignPurpose Purpose { get; set; }

    [BindProperty]
    public string? Form { get; set; }

    [BindProperty]
    public string? TitleVi { get; set; }

    [BindProperty]
    public string? TitleEn { get; set; }

    [BindProperty]
    public string? AskerVi { get; set; } = "Sở Nội vụ";

    [BindProperty]
    public string? AskerEn { get; set; } = "Department of Home Affairs";

    [BindProperty]
    public string? Opens { get; set; }

    [BindProperty]
    public string? Closes { get; set; }

    [BindProperty]
    public string? Minimum { get; set; } = "30";

    public IReadOnlyList<CampaignLine> Campaigns { get; private set; } = [];

    public IReadOnlyList<(int Id, int Year, string Code)> Cycles { get; private set; } = [];

    public IReadOnlyList<(string Key, string Words)> Forms { get; private set; } = [];

    public bool MayDesign => Person.Is(Role.SurveyManager);

    public async Task OnGetAsync()
    {
        Title = SurveysWords.Surveys;
        Above = [(new("Việc của tôi", "My work"), "/noi-bo")];
        Campaigns = await read.RunAsync(Person, Cancel);
        if (!MayDesign) return;
        var cycles = await db.Cycles.OrderByDescending(row => row.Year).ThenByDescending(row => row.Id).Select(row => new { row.Id, row.Year, row.Code }).ToListAsync(Cancel);
        Cycles = [.. cycles.Where(row => Person.Is(row.Id, Role.SurveyManager)).Select(row => (row.Id, row.Year, row.Code))];
        var forms = await db.QuestionnaireDrafts.Where(row => row.State == QuestionnaireState.Approved).OrderBy(row => row.Code).ThenByDescending(row => row.Number).Select(row => new { row.Code, row.Number }).ToListAsync(Cancel);
        Forms = [.. forms.Select(row => ($"{row.Code}/{row.Number}", Language == Core.Language.English ? $"{row.Code}, version {row.Number}" : $"{row.Code}, phiên bản {row.Number}"))];
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            var form = (Form ?? "").Split('/');
            var number = form.Length == 2 && int.TryParse(form[1], CultureInfo.InvariantCulture, out var given) ? given : 0;
            var draft = await db.QuestionnaireDrafts.SingleOrDefaultAsync(row => row.Code == form[0] && row.Number == number && row.State == QuestionnaireState.Approved, Cancel)
                ?? throw new RefusedException(Refusal.Invalid("Form", new("Chọn một phiếu hỏi đã phê duyệt.", "Choose an approved questionnaire.")));
            var cycle = await db.Cycles.SingleOrDefaultAsync(row => row.Id == Cycle, Cancel) ?? throw new RefusedException(Refusal.Invalid("Cycle", new("Chọn kỳ đánh giá.", "Choose the cycle.")));
            var opens = TypedDate.Moment(Opens, "opens") ?? throw new RefusedException(Refusal.Invalid("opens", new("Nhập ngày giờ mở nhận phiếu.", "Give the opening.")));
            var closes = TypedDate.Moment(Closes, "closes") ?? throw new RefusedException(Refusal.Invalid("closes", new("Nhập ngày giờ đóng nhận phiếu.", "Give the closing.")));
            var minimum = int.TryParse(Minimum, NumberStyles.None, CultureInfo.InvariantCulture, out var least) ? least : 0;
            await create.RunAsync(Person, new(Cycle, NewCode?.Trim() ?? "", cycle.Year, Purpose, Required(TitleVi, TitleEn, "title"), Required(AskerVi, AskerEn, "asker"), draft.Json, opens, closes) { MinimumBase = minimum }, Cancel);
            return Then($"/noi-bo/khao-sat/{NewCode!.Trim()}", SurveysWords.Created);
        },
        OnGetAsync);

    private static Core.Text Required(string? vi, string? en, string field)
    {
        var words = Visible.Checked(vi, field, 300)?.Trim() ?? "";
        if (words.Length == 0) throw new RefusedException(Refusal.Invalid(field, new("Nhập lời tiếng Việt.", "Give the Vietnamese words.")));
        return new(words, Visible.Checked(en, field, 300)?.Trim() is { Length: > 0 } other ? other : words);
    }
}
