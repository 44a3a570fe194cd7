using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Appraisal;

/// <summary>A4: claims of units; the first reader is shown, and cannot decide.</summary>
[MayOpen(Role.Appraiser, Role.AppraisalLead)]
public sealed class ClaimsModel(IndexDb db, Who who, Complaints complaints) : AppraisalPage(db, who)
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await LoadAsync();
        var id = Cycle.Id;
        Title = new("Đề nghị xem xét lại", "Claims");
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (new("Thẩm định", "Appraisal"), Home)];
        var rows = await Db.Complaints.Where(row => row.Cycle == id && row.WithdrawnAt == null).OrderBy(row => row.DecidedAt != null).ThenBy(row => row.At).ToListAsync(Cancel);
        var readers = rows.Select(row => row.FirstReader).ToHashSet();
        var names = await Db.Users.Where(user => readers.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.Post ?? user.FullName, Cancel);
        var lines = new List<Line>();
        foreach (var row in rows)
        {
            if (Cycle.Unit(row.Unit) is not { } unit || Cycle.Leaf(row.Unit, row.Leaf) is not { } leaf) continue;
            var may = Complaints.MayDecide(Desk, Person, row);
            if (!may && !Desk.Holds(unit, leaf)) continue;
            var acts = await Db.Acts.Where(act => act.Cycle == id && act.Unit == row.Unit && act.Leaf == row.Leaf && act.Points != null).OrderBy(act => act.Seq).ToListAsync(Cancel);
            lines.Add(new(row, unit, leaf, acts.LastOrDefault(act => KindOf(act.Stage) == StageKind.SelfAssessment)?.Points,
                acts.LastOrDefault(act => KindOf(act.Stage) != StageKind.SelfAssessment)?.Points, row.FirstReader is { } first ? names.GetValueOrDefault(first) : null, may && row.DecidedAt is null));
        }

        Lines = lines;
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            AllowOnly("unit", "id", "version", "decision", "points", "reason", "rule");
            await LoadAsync();
            var form = Request.Form;
            if (!Guid.TryParse(form["id"], out var id)) throw new App.RefusedException(App.Refusal.NotFound);
            if (!Enum.TryParse<ComplaintDecision>(form["decision"], out var decision) || !Enum.IsDefined(decision))
                throw new App.RefusedException(App.Refusal.Invalid("decision", new("Chọn kết luận.", "Choose a decision.")));
            await complaints.DecideAsync(Person, Cycle.Id, form["unit"].ToString(), id, int.TryParse(form["version"], CultureInfo.InvariantCulture, out var version) ? version : null,
                decision, form["points"], form["reason"], form["rule"], Cancel);
            return Then($"/noi-bo/xem-xet/{Code}", new("Đã ghi kết luận và báo đơn vị", "The decision was recorded and the unit told"));
        },
        OnGetAsync);

    public sealed record Line(ComplaintRow Row, Unit Unit, Leaf Leaf, Points? Claimed, Points? Given, string? FirstReader, bool May);
}
