using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Questionnaires;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Questionnaires;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Form;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Questionnaires;

/// <summary>V2: one question, its words, its choices, when it is asked.</summary>
[MayOpen(Role.SurveyManager, Role.Secretariat, Role.Observer)]
public sealed class QuestionModel(IndexDb db, EditQuestionnaire edit, Who who) : QuestionnairePage(db, edit, who)
{
    [BindProperty(SupportsGet = true, Name = "question")]
    public string QuestionCode { get; set; } = "";

    public Question Asked { get; private set; } = null!;

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Questions before this one whose answers a condition can rest on.</summary>
    public IReadOnlyList<Question> Earlier { get; private set; } = [];

    /// <summary>The question that the condition rests on.</summary>
    public Question? Condition => Asked.When is { } when ? Form.Questions.FirstOrDefault(one => one.Code == when.Question) : null;

    public sealed record SentQuestion
    {
        public string? NewCode { get; init; }
        public string? WordsVi { get; init; }
        public string? WordsEn { get; init; }
        public string? HintVi { get; init; }
        public string? HintEn { get; init; }
        public bool Required { get; init; }
        public string? Scale { get; init; }
        public string? Factor { get; init; }
        public bool NotUsed { get; init; }
        public bool Declined { get; init; }
        public bool Extension { get; init; }
        public string? Indicator { get; init; }
        public string? Most { get; init; }
        public string? From { get; init; }
        public string? To { get; init; }
        public string? Purpose { get; init; }
        public string? When { get; init; }
        public int[] AnyOf { get; init; } = [];
        public string?[] ChoiceValue { get; init; } = [];
        public string?[] ChoiceVi { get; init; } = [];
        public string?[] ChoiceEn { get; init; } = [];
    }

    public async Task OnGetAsync()
    {
        await ReadAsync(new($"Câu {QuestionCode}", $"Question {QuestionCode}"));
        Asked = Form.Questions.FirstOrDefault(one => one.Code == QuestionCode) ?? throw new RefusedException(Refusal.NotFound);
        Findings = [.. QuestionnaireChecking.Check(Form).Where(finding => finding.Where == QuestionCode)];
        Earlier = [.. Form.Questions.TakeWhile(one => one.Code != QuestionCode).Where(one => AnswersOf(one).Count > 0)];
    }

    /// <summary>What a question can be answered with, by label.</summary>
    public IReadOnlyList<Choice> AnswersOf(Question question)
    {
        if (question is ConsentQuestion) return [new(1, new("đồng ý", "agreed"))];
        var shown = new QuestionShown(question, Form, [], null, Form.Sections[0]);
        return question is ScaleQuestion scale && Form.Scales.All(one => one.Code != scale.Scale) ? [] : [.. shown.Choices, .. shown.Others];
    }

    public Task<IActionResult> OnPostAsync(SentQuestion sent) => ChangeAsync("question", $"{Here}/cau/{sent.NewCode?.Trim()}", form =>
    {
        var old = form.Questions.FirstOrDefault(one => one.Code == QuestionCode) ?? throw new RefusedException(Refusal.NotFound);
        return QuestionnaireEditing.Replace(form, QuestionCode, Changed(form, old, sent));
    }, OnGetAsync);

    public Task<IActionResult> OnPostRemoveAsync() => ChangeAsync("remove", Here, form => QuestionnaireEditing.Remove(form, QuestionCode), OnGetAsync);

    private static Question Changed(Questionnaire form, Question old, SentQuestion sent)
    {
        IReadOnlyList<Choice> Choices() => ChoicesOf(sent.ChoiceValue, sent.ChoiceVi, sent.ChoiceEn);
        Question changed = old switch
        {
            ScaleQuestion scale => scale with { Scale = sent.Scale ?? "", Factor = sent.Factor is { Length: > 0 } factor ? factor : null, MayBeNotUsed = sent.NotUsed, MayBeDeclined = sent.Declined, Extension = sent.Extension },
            SingleQuestion single => single with { Choices = Choices(), Indicator = IndicatorOf(sent.Indicator) },
            MultipleQuestion multiple => multiple with { Choices = Choices() },
            RankingQuestion ranking => ranking with { Choices = Choices(), Most = Whole(sent.Most, "most") },
            NumberQuestion number => number with { Least = Whole(sent.From, "from"), Most = Whole(sent.To, "to") },
            DateQuestion date => date with { From = Day(sent.From, "from"), To = Day(sent.To, "to") },
            TextQuestion text => text with { MaxLength = Whole(sent.Most, "most") },
            ConsentQuestion consent => consent with { Purpose = Visible.Checked(sent.Purpose, "purpose", 40)?.Trim() ?? "" },
            _ => throw new ArgumentOutOfRangeException(nameof(old)),
        };
        return changed with
        {
            Code = sent.NewCode?.Trim() == old.Code ? old.Code : Fresh(form, sent.NewCode, "newcode"),
            Words = Pair(sent.WordsVi, sent.WordsEn, "vi", 1000),
            Hint = Pair(sent.HintVi, sent.HintEn, "hint", 500) is { Vi.Length: > 0 } hint ? hint : null,
            Required = sent.Required,
            // Answers belong to the question they were chosen for.
            When = sent.When is { Length: > 0 } when ? new(when, when == old.When?.Question ? sent.AnyOf : []) : null,
        };
    }

    private static DateOnly Day(string? typed, string field) => TypedDate.Day(typed, field) ?? throw new RefusedException(Refusal.Invalid(field, new("Nhập ngày như 31/12/2026.", "Type a day like 31/12/2026.")));

    private static Indicator? IndicatorOf(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var parts = typed.Split('=', StringSplitOptions.TrimEntries);
        return parts.Length == 2 ? new(CodeIn(parts[0], "indicator"), [.. parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(value => Whole(value, "indicator"))])
            : throw new RefusedException(Refusal.Invalid("indicator", new("Viết dạng mã=giá trị, ví dụ harassment=1.", "Write it as code=values, such as harassment=1.")));
    }
}
