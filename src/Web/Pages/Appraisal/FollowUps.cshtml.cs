using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.SelfAssessment;

namespace ParIndex.Web.Pages.Appraisal;

/// <summary>What the unit has to mend: from leaves that lost points and from inspections, with who, by when and the proof.</summary>
[MayOpen(Role.UnitOfficer, Role.UnitHead)]
public sealed class FollowUpsModel(IndexDb db, Who who, FollowUps followUps, TimeProvider clock) : SelfAssessmentPage(db, who)
{
    /// <summary>Those of one leaf only.</summary>
    [FromQuery(Name = "tc")]
    public string? OfLeaf { get; set; }

    public IReadOnlyList<FollowUpRow> Rows { get; private set; } = [];

    /// <summary>Documents of the unit, to name a proof by.</summary>
    public IReadOnlyList<string> Documents { get; private set; } = [];

    public DateOnly Today { get; } = Vietnam.Day(clock.GetUtcNow());

    public string Here => $"/noi-bo/khac-phuc/{Code}{Tail}";

    public async Task OnGetAsync()
    {
        await LoadAsync();
        var (id, unit) = (Cycle.Id, Unit.Code.Value);
        Title = new($"Việc phải khắc phục: {Unit.Name.Vi}", $"To be mended: {Unit.Name.En}");
        Above = [(SelfAssessmentWords.Work, Home + Tail)];
        var rows = await Db.FollowUps.Where(row => row.Unit == unit && (OfLeaf == null || row.Leaf == OfLeaf)).ToListAsync(Cancel);
        Rows =
        [
            .. rows.OrderBy(row => row.ClosedAt is not null).ThenByDescending(row => row.Kind).ThenBy(row => row.Due ?? DateOnly.MaxValue)
                .ThenBy(row => row.Leaf is { } leaf ? CriterionCode.Parse(leaf) : default).ThenBy(row => row.Id),
        ];
        Documents = [.. (await Db.Evidence.Where(row => row.Cycle == id && row.Unit == unit && row.WithdrawnAt == null).Select(row => new { row.Number, row.Title }).ToListAsync(Cancel))
            .Select(row => EvidenceName.Of(row.Number, row.Title)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            await LoadAsync();
            AllowOnly("id", "who", "due", "proof");
            var form = Request.Form;
            if (!Guid.TryParse(form["id"], out var id)) throw new RefusedException(Refusal.NotFound);
            await followUps.AnswerAsync(Person, Cycle.Id, Unit.Code.Value, id, form["who"], form["due"], form["proof"], Cancel);
            return Then(Here, new("Đã ghi việc khắc phục.", "Recorded."));
        },
        OnGetAsync);
}
