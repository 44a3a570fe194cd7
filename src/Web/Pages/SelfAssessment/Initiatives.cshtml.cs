using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core.Frameworks;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.SelfAssessment;

/// <summary>Sáng kiến of the unit in the year, each with the document that recognises it; their number is counted into its leaf.</summary>
[MayOpen(Role.UnitOfficer, Role.UnitHead)]
public sealed class InitiativesModel(IndexDb db, Who who, Initiatives initiatives) : SelfAssessmentPage(db, who)
{
    public IReadOnlyList<InitiativeRow> Rows { get; private set; } = [];

    /// <summary>The leaf they are counted in.</summary>
    public Leaf Leaf { get; private set; } = null!;

    /// <summary>The leaf was handed in: the list is fixed with it.</summary>
    public bool Locked { get; private set; }

    public InitiativeGiven Typed { get; private set; } = new(null, null, null, null);

    public string Here => $"{Home}/sang-kien{Tail}";

    public async Task OnGetAsync()
    {
        await LoadAsync();
        var (id, unit) = (Cycle.Id, Unit.Code.Value);
        Leaf = Leaves.FirstOrDefault(leaf => Initiatives.Counted(Cycle, leaf) is not null) ?? throw new RefusedException(Refusal.NotFound);
        Title = new($"Sáng kiến cải cách hành chính năm {Cycle.Row.Year}", $"PAR initiatives of {Cycle.Row.Year}");
        Above = [(SelfAssessmentWords.Work, Home + Tail), (new($"Tiêu chí {Leaf.Code}", $"Criterion {Leaf.Code}"), $"{Home}/{Leaf.Code}{Tail}")];
        Rows = await Db.Initiatives.Where(row => row.Cycle == id && row.Unit == unit).OrderBy(row => row.Date).ThenBy(row => row.Id).ToListAsync(Cancel);
        var code = Leaf.Code.Value;
        Locked = await Db.Entries.AnyAsync(row => row.Cycle == id && row.Unit == unit && row.Leaf == code && row.State == EntryState.Submitted, Cancel);
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            await LoadAsync();
            AllowOnly("act", "id", "title", "document", "date", "issuer");
            var (form, unit) = (Request.Form, Unit.Code.Value);
            if (form["act"] == "remove")
            {
                if (!Guid.TryParse(form["id"], out var id)) throw new RefusedException(Refusal.NotFound);
                await initiatives.RemoveAsync(Person, Cycle.Id, unit, id, Cancel);
                return Then(Here, new("Đã bỏ sáng kiến khỏi danh sách; số đếm đã cập nhật.", "Removed; the count follows."));
            }

            Typed = new(form["title"], form["document"], form["date"], form["issuer"]);
            await initiatives.AddAsync(Person, Cycle.Id, unit, Typed, Cancel);
            return Then(Here, new("Đã thêm sáng kiến; số đếm đã cập nhật.", "Added; the count follows."));
        },
        OnGetAsync);
}
