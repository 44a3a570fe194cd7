using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Questionnaires;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Questionnaires;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Surveys;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Questionnaires;

/// <summary>A page of one version of a questionnaire, and how a draft is changed from it.</summary>
public abstract class QuestionnairePage(IndexDb db, EditQuestionnaire edit, Who who) : WorkPage(who)
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; }

    /// <summary>The version of the draft that was looked at.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public QuestionnaireDraftRow Row { get; private set; } = null!;

    public Questionnaire Form { get; private set; } = null!;

    public bool Fixed => Row.State == QuestionnaireState.Approved;

    public bool MayEdit => Person.Is(Role.SurveyManager);

    public string Here => string.Create(CultureInfo.InvariantCulture, $"/noi-bo/khao-sat/phieu/{Code}/{Number}");

    /// <summary>The form of the page that was sent last.</summary>
    public string? Sent { get; private set; }

    protected IndexDb Db => db;

    protected EditQuestionnaire Edit => edit;

    /// <summary>The questionnaire; the title names it.</summary>
    protected async Task ReadAsync(Text? title = null)
    {
        Row = await db.QuestionnaireDrafts.SingleOrDefaultAsync(row => row.Code == Code && row.Number == Number, Cancel) ?? throw new RefusedException(Refusal.NotFound);
        Form = EditQuestionnaire.Read(Row);
        Title = title is null ? Form.Title : new($"{title.Vi}: {Form.Title.Vi}", $"{title.En}: {Form.Title.En}");
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (SurveysWords.Surveys, "/noi-bo/khao-sat"), (SurveysWords.Forms, "/noi-bo/khao-sat/phieu"), .. title is null ? Array.Empty<(Text, string)>() : [(Form.Title, Here)]];
    }

    /// <summary>Changes the draft and goes on.</summary>
    protected Task<IActionResult> ChangeAsync(string form, string next, Func<Questionnaire, Questionnaire> change, Func<Task> reload)
    {
        Sent = form;
        return TryAsync(
            async () =>
            {
                await edit.SaveAsync(Person, Code, Number, Version, change, Cancel);
                return Then(next, SurveysWords.Saved);
            },
            reload);
    }

    /// <summary>Words in both languages, as typed; what is missing the checks say.</summary>
    protected static Text Pair(string? vi, string? en, string field, int longest) => new(Visible.Checked(vi, field, longest)?.Trim() ?? "", Visible.Checked(en, field, longest)?.Trim() ?? "");

    /// <summary>A code that can be one.</summary>
    protected static string CodeIn(string? typed, string field) => UnitCode.TryParse(typed?.Trim() ?? "", out var code) ? code.Value
        : throw new RefusedException(Refusal.Invalid(field, new($"“{typed}” không dùng làm mã được: chỉ chữ không dấu, số, '-', '_', '.'.", $"“{typed}” cannot be a code: plain letters, digits, '-', '_', '.'.")));

    /// <summary>A code that nothing has yet.</summary>
    protected static string Fresh(Questionnaire form, string? typed, string field)
    {
        var code = CodeIn(typed, field);
        var taken = form.Sections.Any(one => one.Code == code) || form.Questions.Any(one => one.Code == code) || form.Scales.Any(one => one.Code == code) || form.Contents.Any(one => one.Code == code) || form.Factors.Any(one => one.Code == code);
        return taken ? throw new RefusedException(Refusal.Invalid(field, new($"Mã “{code}” đã dùng trong phiếu này.", $"The code “{code}” is used in this questionnaire already."))) : code;
    }

    protected static int Whole(string? typed, string field) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new RefusedException(Refusal.Invalid(field, new($"“{typed}” không phải số nguyên.", $"“{typed}” is no whole number.")));

    /// <summary>Choices as rows of value and labels; a row without a value is left out.</summary>
    protected static IReadOnlyList<Choice> ChoicesOf(string?[] values, string?[] vi, string?[] en) => [.. values.Select((value, i) => (Value: value?.Trim() ?? "", At: i)).Where(one => one.Value.Length > 0)
        .Select(one => new Choice(Whole(one.Value, "choices"), Pair(vi.ElementAtOrDefault(one.At), en.ElementAtOrDefault(one.At), "choices", 300)))];
}
