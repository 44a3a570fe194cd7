using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Questionnaires;
using ParIndex.Web.Access;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Form;

/// <summary>R1, one page of questions: what was answered stays on this device until the form is sent.</summary>
public sealed class QuestionsModel(TakeForm take, ReadLink link, WrongLinks wrong, IndexDb db, IDataProtectionProvider protection, SiteSettings settings) : FormPage
{
    public string Token { get; private set; } = "";
    public Text Unit { get; private set; } = new("", "");

    /// <summary>Number of the page, from 1.</summary>
    public int Number { get; private set; }
    public Section Section { get; private set; } = new("", new("", ""), []);
    public Draft Draft { get; private set; } = null!;

    /// <summary>What was typed and refused, by field, so that nothing has to be typed again.</summary>
    public IReadOnlyDictionary<string, string[]> Typed { get; private set; } = new Dictionary<string, string[]>();

    public IReadOnlyList<AnswerRefusal> Wrong { get; private set; } = [];

    public int Pages => Campaign!.Questionnaire.Sections.Count;

    public async Task<IActionResult> OnGetAsync(string campaign, string token, int number)
    {
        if (await OpenAsync(campaign, token, number) is { } refused) return refused;
        if (Shown().Count == 0) return Redirect(Number < Pages ? Number + 1 : 1);
        // Somebody led back by an unfinished page is told what is missing there.
        if (Request.Query.ContainsKey("thieu")) Wrong = Missing();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string campaign, string token, int number)
    {
        if (await OpenAsync(campaign, token, number) is { } refused) return refused;
        var form = Campaign!.Questionnaire;
        Typed = Request.Form.ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray(), StringComparer.Ordinal);
        var fields = Shown().SelectMany(FieldsOf).Append("__RequestVerificationToken").ToHashSet(StringComparer.Ordinal);
        if (Typed.Keys.FirstOrDefault(key => !fields.Contains(key)) is { } foreign) return Say(CampaignRefusals.UnknownField(foreign));
        var given = Draft.Given.ToArray();
        var wrongs = new List<AnswerRefusal>();
        for (var i = 0; i < form.Questions.Count; i++)
        {
            var question = form.Questions[i];
            var asked = Routing.Asked(form, given, i);
            if (!Section.Questions.Contains(question))
            {
                // An answer given before an earlier one was changed is asked no more.
                if (!asked) given[i] = Given.NotAsked;
                else if (!given[i].Asked) given[i] = Given.Blank;
                continue;
            }

            given[i] = asked ? Read(question, wrongs) : Given.NotAsked;
        }

        Draft = Draft with { Given = given };
        if (wrongs.Count > 0)
        {
            Wrong = wrongs;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (Number < Pages)
        {
            Draft.Keep(HttpContext, protection, Campaign, Token, settings.Https);
            return Redirect(Number + 1);
        }

        return await SendAsync();
    }

    /// <summary>Questions of this page that are asked after the pages before it.</summary>
    public IReadOnlyList<Question> Shown()
    {
        var form = Campaign!.Questionnaire;
        return [.. Section.Questions.Where(question => question.When is not { } when || Section.Questions.Any(other => other.Code == when.Question)
            || Routing.Asked(form, Draft.Given, IndexOf(question)))];
    }

    /// <summary>What stands in a field: as typed when it was refused, else as kept.</summary>
    public IReadOnlyList<string> ValuesOf(Question question)
    {
        if (Typed.Count > 0) return Typed.TryGetValue(question.Code, out var typed) ? typed : [];
        var given = Draft.Given[IndexOf(question)];
        return question switch
        {
            DateQuestion when given.Value is { } day => [DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
            _ when given.Words is { } words => [words],
            _ => [.. (given.Values ?? []).Select(value => value.ToString(CultureInfo.InvariantCulture))],
        };
    }

    private static IEnumerable<string> FieldsOf(Question question) => [question.Code];

    private int IndexOf(Question question)
    {
        var questions = Campaign!.Questionnaire.Questions;
        for (var i = 0; i < questions.Count; i++)
            if (ReferenceEquals(questions[i], question)) return i;
        return -1;
    }

    private async Task<IActionResult?> OpenAsync(string campaign, string token, int number)
    {
        try
        {
            wrong.Require(HttpContext);
            if (!SurveyToken.TryRead(token, out var read)) throw wrong.Counted(HttpContext);
            Campaign = await take.OpenAsync(campaign, Cancel);
            // The last page is sent again by a person whose connection broke: what became of the form, sending itself tells.
            var row = await link.RunAsync(Campaign.Row, read, Cancel);
            if (row is null && !HttpMethods.IsPost(Request.Method)) throw wrong.Counted(HttpContext);
            (Token, Number) = (token, number);
            if (number < 1 || number > Pages) return Say(CampaignRefusals.NoSuchLink);
            Section = Campaign.Questionnaire.Sections[number - 1];
            Draft = Draft.Read(Request, protection, Campaign, token) ?? Draft.Empty(Campaign.Questionnaire, settings.Clock.GetUtcNow());
            Unit = row is null ? new("", "") : await LandingModel.NameAsync(db, Campaign.Row.Cycle, row.Unit, Cancel);
            Title = Section.Title;
            return null;
        }
        catch (RefusedException refused)
        {
            return Say(refused.Refusal);
        }
    }

    private Given Read(Question question, List<AnswerRefusal> wrongs)
    {
        var form = Campaign!.Questionnaire;
        var values = Typed.TryGetValue(question.Code, out var typed) ? typed.Where(value => value.Length > 0).ToArray() : [];
        if (values.Length == 0)
        {
            if (question.Required) wrongs.Add(new(question.Code, FormReading.Missing(question.Words)));
            return Given.Blank;
        }

        // As JSON would bring it, so that one rule judges every channel.
        object sent = question switch
        {
            ConsentQuestion => values is ["true"],
            MultipleQuestion or RankingQuestion => values.Select(AsNumber).ToArray(),
            TextQuestion or DateQuestion => values[0],
            _ => values.Length == 1 ? AsNumber(values[0]) : values,
        };
        var answer = JsonSerializer.SerializeToElement(sent);
        if (question.Refuse(form, answer) is { } why)
        {
            wrongs.Add(new(question.Code, why));
            return Given.Blank;
        }

        return FormReading.Take(question, answer);

        static object AsNumber(string value) => value.Length <= 9 && value.All(char.IsAsciiDigit) ? int.Parse(value, CultureInfo.InvariantCulture) : value;
    }

    private List<AnswerRefusal> Missing() => [.. Shown().Where(question => question.Required && Draft.Given[IndexOf(question)] is { Asked: true, Answered: false })
        .Select(question => new AnswerRefusal(question.Code, FormReading.Missing(question.Words)))];

    private async Task<IActionResult> SendAsync()
    {
        var form = Campaign!.Questionnaire;
        for (var page = 0; page < form.Sections.Count; page++)
        {
            foreach (var question in form.Sections[page].Questions)
            {
                if (!question.Required || Draft.Given[IndexOf(question)] is not { Asked: true, Answered: false }) continue;
                Draft.Keep(HttpContext, protection, Campaign, Token, settings.Https);
                return LocalRedirect($"{Address(page + 1)}?thieu=1");
            }
        }

        try
        {
            SurveyToken.TryRead(Token, out var read);
            var seconds = (int)Math.Clamp((settings.Clock.GetUtcNow() - Draft.Begun).TotalSeconds, 0, 7200);
            var stored = await take.StoreAsync(Campaign, read, Draft.Key, Draft.Given, (Channel.Web, "", seconds), Cancel);
            // The draft stays for a moment that a second click may ask about: it is spent, and gone when the survey closes.
            Draft.Keep(HttpContext, protection, Campaign, Token, settings.Https);
            return LocalRedirect($"{(Language == Language.English ? LanguageByPath.English : "")}/phieu/{Campaign.Row.Code}/xong?so={stored.Receipt}");
        }
        catch (RefusedException refused)
        {
            return Say(refused.Refusal);
        }
    }

    private LocalRedirectResult Redirect(int page) => LocalRedirect(Address(page));

    private string Address(int page) => $"{(Language == Language.English ? LanguageByPath.English : "")}/phieu/{Campaign!.Row.Code}/{Token}/{page}";
}
