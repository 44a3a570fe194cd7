using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Appraisal;

/// <summary>A1: the leaves on the appraiser's desk, each over all its units, so that equal cases are scored together.</summary>
[MayOpen(Role.Appraiser, Role.AppraisalLead)]
public sealed class QueueModel(IndexDb db, Who who, PhaseGate gate) : AppraisalPage(db, who)
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<PhaseWindow> Windows { get; private set; } = [];

    public int Claims { get; private set; }

    public int Submitted => Lines.Sum(line => line.Submitted);

    public int Appraised => Lines.Sum(line => line.Appraised);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Title = new($"Thẩm định năm {Cycle.Row.Year}", $"Appraisal {Cycle.Row.Year}");
        Windows = [.. (await gate.WindowsAsync(Cycle.Id, null, Cancel)).Where(window => window.Phase != Phase.SelfAssessment)];
        var id = Cycle.Id;
        var acts = (await Db.Acts.Where(row => row.Cycle == id && row.Points != null).Select(row => new { row.Unit, row.Leaf, row.Stage }).Distinct().ToListAsync(Cancel))
            .ToLookup(row => (row.Unit, row.Leaf), row => KindOf(row.Stage));
        var asked = await Db.Explanations.Where(row => row.Cycle == id && row.AnsweredAt == null).Select(row => new { row.Unit, row.Leaf }).ToListAsync(Cancel);
        var claims = await Db.Complaints.Where(row => row.Cycle == id && row.DecidedAt == null && row.WithdrawnAt == null).ToListAsync(Cancel);
        Claims = claims.Count(claim => App.Appraisal.Complaints.MayDecide(Desk, Person, claim));
        Lines =
        [
            .. Desk.Leaves().Select(one =>
            {
                var submitted = one.Units.Where(unit => acts[(unit.Code.Value, one.Leaf.Code.Value)].Contains(StageKind.SelfAssessment)).ToList();
                var waiting = submitted.Where(unit => !acts[(unit.Code.Value, one.Leaf.Code.Value)].Contains(StageKind.Appraisal)).ToList();
                return new Line(one.File, one.Leaf, one.Units.Count, submitted.Count, submitted.Count - waiting.Count,
                    asked.Count(row => row.Leaf == one.Leaf.Code.Value && one.Units.Any(unit => unit.Code.Value == row.Unit)), waiting.FirstOrDefault());
            }),
        ];
    }

    public sealed record Line(string File, Leaf Leaf, int Units, int Submitted, int Appraised, int Asked, Unit? Next);
}
