using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Questionnaires;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Questionnaires;
using ParIndex.Documents.XlsForms;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Surveys;

namespace ParIndex.Web.Pages.Questionnaires;

/// <summary>V2: one version of a questionnaire, page by page, with its checks and its approval.</summary>
[MayOpen(Role.SurveyManager, Role.Secretariat, Role.Observer)]
[RequestFormLimits(ValueCountLimit = 4000)]
public sealed class FormModel(IndexDb db, EditQuestionnaire edit, Who who) : QuestionnairePage(db, edit, who)
{
    /// <summary>A row of the form of contents and factors.</summary>
    public sealed record PartLine(string Code, string Parent, string Vi, string En, string Area);

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IReadOnlyList<(string Code, int Before, int Now)> Breaks { get; private set; } = [];

    /// <summary>Contents and factors as rows, with some to fill in.</summary>
    public IReadOnlyList<PartLine> PartLines =>
    [
        .. Form.Contents.SelectMany(content => (PartLine[])[new(content.Code, "", content.Name.Vi, content.Name.En, ""), .. content.Factors.Select(factor => new PartLine(factor.Code, content.Code, factor.Name.Vi, factor.Name.En, factor.FeedsArea ?? ""))]),
        .. Enumerable.Repeat(new PartLine("", "", "", "", ""), 4),
    ];

    [BindProperty]
    public string? NewCode { get; set; }

    [BindProperty]
    public string? TitleVi { get; set; }

    [BindProperty]
    public string? TitleEn { get; set; }

    public async Task OnGetAsync()
    {
        await ReadAsync();
        Findings = QuestionnaireChecking.Check(Form);
        var before = await Db.QuestionnaireDrafts.Where(row => row.Code == Code && row.Number < Number && row.State == QuestionnaireState.Approved)
            .OrderByDescending(row => row.Number).FirstOrDefaultAsync(Cancel);
        if (before is not null) Breaks = ItemVersions.Breaks(Form, EditQuestionnaire.Read(before));
    }

    /// <summary>The page on which what a finding names is mended; null: this one, or none.</summary>
    public string? PlaceOf(string where) => Fixed || !MayEdit ? null
        : Form.Questions.Any(question => question.Code == where) ? $"/cau/{where}" : Form.Scales.Any(scale => scale.Code == where) ? $"/thang/{where}" : null;

    public async Task<IActionResult> OnGetJsonAsync()
    {
        await ReadAsync();
        return File(Row.Json, "application/json", $"{Code}-{Number}.json");
    }

    public async Task<IActionResult> OnGetXlsFormAsync()
    {
        await ReadAsync();
        var target = new MemoryStream();
        XlsFormWriting.Write(Form, target);
        return File(target.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{Code}-{Number}.xlsx");
    }

    public Task<IActionResult> OnPostApproveAsync() => TryAsync(
        async () =>
        {
            await Edit.ApproveAsync(Person, Code, Number, Version, Cancel);
            return Then(Here, QuestionnairesWords.Approved);
        },
        OnGetAsync);

    public Task<IActionResult> OnPostDropAsync() => TryAsync(
        async () =>
        {
            await Edit.RemoveAsync(Person, Code, Number, Version, Cancel);
            return Then("/noi-bo/khao-sat/phieu", QuestionnairesWords.Removed);
        },
        OnGetAsync);

    public Task<IActionResult> OnPostNextAsync() => TryAsync(
        async () =>
        {
            var next = await Edit.NextAsync(Person, Code, Cancel);
            return Then($"/noi-bo/khao-sat/phieu/{Code}/{next.Number}", SurveysWords.Saved);
        },
        OnGetAsync);

    public Task<IActionResult> OnPostHeadAsync(string? introVi, string? introEn, string? edition, string? overall) => ChangeAsync("head", Here, form => form with
    {
        Title = Pair(TitleVi, TitleEn, "title", 300),
        Introduction = Pair(introVi, introEn, "intro", 4000),
        Edition = CodeIn(edition, "edition"),
        OverallItem = string.IsNullOrEmpty(overall) ? null : overall,
    }, OnGetAsync);

    public Task<IActionResult> OnPostPartsAsync(string?[] partCode, string?[] partParent, string?[] partVi, string?[] partEn, string?[] partArea) => ChangeAsync("parts", Here, form =>
    {
        var lines = partCode.Select((code, i) => new PartLine(code?.Trim() ?? "", partParent.ElementAtOrDefault(i)?.Trim() ?? "", partVi.ElementAtOrDefault(i) ?? "", partEn.ElementAtOrDefault(i) ?? "", partArea.ElementAtOrDefault(i)?.Trim() ?? ""))
            .Where(line => line.Code.Length > 0).ToList();
        foreach (var line in lines.Where(line => line.Parent.Length > 0 && lines.All(other => other.Parent.Length > 0 || other.Code != line.Parent)))
            throw new RefusedException(Refusal.Invalid("parts", new($"{line.Code}: không có nội dung “{line.Parent}”.", $"{line.Code}: there is no content “{line.Parent}”.")));
        return form with
        {
            Contents = [.. lines.Where(line => line.Parent.Length == 0).Select(line => new ContentPart(CodeIn(line.Code, "parts"), Pair(line.Vi, line.En, "parts", 300),
                [.. lines.Where(factor => factor.Parent == line.Code).Select(factor => new FactorPart(CodeIn(factor.Code, "parts"), Pair(factor.Vi, factor.En, "parts", 300)) { FeedsArea = factor.Area.Length > 0 ? factor.Area : null })]))],
        };
    }, OnGetAsync);

    public Task<IActionResult> OnPostAddSectionAsync() => ChangeAsync("page", Here, form => QuestionnaireEditing.AddSection(form, new(Fresh(form, NewCode, "page"), Pair(TitleVi, TitleEn, "page-vi", 300), [])), OnGetAsync);

    public Task<IActionResult> OnPostSectionAsync(string? section, string? move) => ChangeAsync("page-" + section, $"{Here}#p-{(move is null ? NewCode?.Trim() : section)}", form => move switch
    {
        "up" => QuestionnaireEditing.MoveSection(form, section ?? "", up: true),
        "down" => QuestionnaireEditing.MoveSection(form, section ?? "", up: false),
        "remove" => QuestionnaireEditing.RemoveSection(form, section ?? ""),
        _ => QuestionnaireEditing.RenameSection(form, section ?? "", new(NewCode?.Trim() == section ? section! : Fresh(form, NewCode, "code-" + section), Pair(TitleVi, TitleEn, "vi-" + section, 300), [])),
    }, OnGetAsync);

    public Task<IActionResult> OnPostAddAsync(string? section, string? kind)
    {
        var code = NewCode?.Trim() ?? "";
        return ChangeAsync("add", $"{Here}/cau/{code}", form =>
        {
            if (!QuestionnaireEditing.Kinds.Contains(kind ?? "")) throw new RefusedException(Refusal.Invalid("kind-" + section, new("Chọn kiểu câu.", "Choose the kind.")));
            return QuestionnaireEditing.Add(form, section ?? "", QuestionnaireEditing.New(kind!, Fresh(form, code, "new-" + section), form));
        }, OnGetAsync);
    }

    public Task<IActionResult> OnPostMoveAsync(string? up, string? down) =>
        ChangeAsync("move", $"{Here}#q-{up ?? down}", form => QuestionnaireEditing.Move(form, up ?? down ?? "", up is not null), OnGetAsync);
}
