using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Questionnaires;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Questionnaires;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Questionnaires;

/// <summary>V2: a scale with its labels, and the points its levels give.</summary>
[MayOpen(Role.SurveyManager)]
public sealed class ScaleModel(IndexDb db, EditQuestionnaire edit, Who who) : QuestionnairePage(db, edit, who)
{
    private const string New = "moi";

    /// <summary>What ten people's answers come to.</summary>
    public sealed record Line(Text Answers, decimal Mapped, decimal? First, decimal? Second);

    [BindProperty(SupportsGet = true, Name = "scale")]
    public string ScaleCode { get; set; } = "";

    public Scale Known { get; private set; } = new("", []);

    public PointsMapping? Mapping { get; private set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IReadOnlyList<Line> Preview { get; private set; } = [];

    public bool IsNew => ScaleCode == New;

    public async Task OnGetAsync()
    {
        await ReadAsync(IsNew ? new("Thang mới", "A new scale") : new($"Thang {ScaleCode}", $"Scale {ScaleCode}"));
        if (Fixed) throw new RefusedException(QuestionnaireRefusals.Fixed);
        if (IsNew) return;
        Known = Form.Scales.FirstOrDefault(one => one.Code == ScaleCode) ?? throw new RefusedException(Refusal.NotFound);
        Mapping = Form.Mappings.FirstOrDefault(one => one.Scale == ScaleCode);
        Findings = [.. QuestionnaireChecking.Check(Form).Where(finding => finding.Where == ScaleCode)];
        if (Mapping is not { } mapping || Known.Levels.Count == 0 || Known.Levels.Any(level => mapping.Points.All(points => points.Level != level.Value))) return;
        var (low, high) = (Known.Levels[0], Known.Levels[^1]);
        Preview =
        [
            Of(new($"cả mười: {low.Label.Vi}", $"all ten: {low.Label.En}"), [.. Enumerable.Repeat(low.Value, 10)]),
            Of(new("mỗi mức đều nhau", "every level alike"), [.. Known.Levels.Select(level => level.Value)]),
            Of(new($"tám: {high.Label.Vi}; hai: {low.Label.Vi}", $"eight: {high.Label.En}; two: {low.Label.En}"), [.. Enumerable.Repeat(high.Value, 8), low.Value, low.Value]),
            Of(new($"cả mười: {high.Label.Vi}", $"all ten: {high.Label.En}"), [.. Enumerable.Repeat(high.Value, 10)]),
        ];
        Line Of(Text words, int[] answers)
        {
            var mean = (decimal)answers.Sum() / answers.Length;
            var mapped = answers.Sum(answer => mapping.Points.First(points => points.Level == answer).Percent) / answers.Length / 10;
            return new(words, Rounding.HalfAwayFromZero(mapped, 2), high.Value == 5 ? Rounding.HalfAwayFromZero((mean - 1) / 4 * 10, 2) : null, high.Value == 5 ? Rounding.HalfAwayFromZero(mean / 5 * 10, 2) : null);
        }
    }

    public Task<IActionResult> OnPostAsync(string? newCode, string?[] choiceValue, string?[] choiceVi, string?[] choiceEn, string?[] percent) => ChangeAsync("scale", $"{Here}/thang/{newCode?.Trim()}", form =>
    {
        var code = newCode?.Trim() == ScaleCode && !IsNew ? ScaleCode : Fresh(form, newCode, "newcode");
        if (code == New) throw new RefusedException(Refusal.Invalid("newcode", new("Chọn mã khác.", "Choose another code.")));
        var points = choiceValue.Select((value, i) => (Value: value?.Trim() ?? "", Percent: percent.ElementAtOrDefault(i)?.Trim() ?? "")).Where(one => one.Value.Length > 0 && one.Percent.Length > 0)
            .Select(one => new LevelPoints(Whole(one.Value, "choices"), Percent(one.Percent))).ToList();
        return QuestionnaireEditing.PutScale(form, ScaleCode, new(code, ChoicesOf(choiceValue, choiceVi, choiceEn)), points);
    }, OnGetAsync);

    public Task<IActionResult> OnPostRemoveAsync() => ChangeAsync("remove", Here, form => QuestionnaireEditing.RemoveScale(form, ScaleCode), OnGetAsync);

    private static decimal Percent(string typed) => decimal.TryParse(typed.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : throw new RefusedException(Refusal.Invalid("choices", new($"“{typed}” không phải tỷ lệ phần trăm.", $"“{typed}” is no percentage.")));
}
