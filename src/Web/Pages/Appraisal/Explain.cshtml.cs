using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.SelfAssessment;

namespace ParIndex.Web.Pages.Appraisal;

/// <summary>U5: what the unit claimed and was given, the questions to answer, and its claims.</summary>
[MayOpen(Role.UnitOfficer, Role.UnitHead)]
public sealed class ExplainModel(IndexDb db, Who who, PhaseGate gate, AnswerExplanation answer, Complaints complaints, TimeProvider clock) : SelfAssessmentPage(db, who)
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<ExplanationRow> Questions { get; private set; } = [];

    public PhaseWindow? Window { get; private set; }

    public bool Open => Window?.IsOpen(clock.GetUtcNow()) == true;

    public int DaysLeft => Window is { } window ? Math.Max(0, (window.ClosesForUnit - clock.GetUtcNow()).Days) : 0;

    public string Here => $"/noi-bo/giai-trinh/{Code}{Tail}";

    public async Task OnGetAsync()
    {
        await LoadAsync();
        var (id, unit) = (Cycle.Id, Unit.Code.Value);
        Title = new($"Kết quả thẩm định và giải trình: {Unit.Name.Vi}", $"Appraisal results and explanations: {Unit.Name.En}");
        Above = [(new("Việc của tôi", "My work"), "/noi-bo")];
        Window = (await gate.WindowsAsync(id, unit, Cancel)).FirstOrDefault(window => window.Phase == Phase.Explanation);
        Questions = await Db.Explanations.Where(row => row.Cycle == id && row.Unit == unit).OrderBy(row => row.AnsweredAt != null).ThenBy(row => row.AskedAt).ToListAsync(Cancel);
        var acts = (await Db.Acts.Where(row => row.Cycle == id && row.Unit == unit && row.Points != null).OrderBy(row => row.Seq).ToListAsync(Cancel)).ToLookup(row => row.Leaf);
        var claims = (await Db.Complaints.Where(row => row.Cycle == id && row.Unit == unit).OrderBy(row => row.At).ToListAsync(Cancel)).ToLookup(row => row.Leaf);
        Lines =
        [
            .. Leaves.Select(leaf =>
            {
                var code = leaf.Code.Value;
                var given = acts[code].LastOrDefault(act => Kind(act.Stage) != StageKind.SelfAssessment);
                return new Line(leaf, acts[code].LastOrDefault(act => Kind(act.Stage) == StageKind.SelfAssessment)?.Points, given, [.. claims[code]]);
            }).Where(line => line.Given is not null || line.Claims.Count > 0),
        ];
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            AllowOnly("act", "id", "answer", "leaf", "ground", "claimed", "words");
            await LoadAsync();
            var (form, unit) = (Request.Form, Unit.Code.Value);
            switch (form["act"].ToString())
            {
                case "answer" when Guid.TryParse(form["id"], out var question):
                    await answer.RunAsync(Person, Cycle.Id, unit, question, form["answer"], Cancel);
                    return Then(Here, new("Đã gửi giải trình", "The explanation was sent"));
                case "withdraw" when Guid.TryParse(form["id"], out var claim):
                    await complaints.WithdrawAsync(Person, Cycle.Id, unit, claim, Cancel);
                    return Then(Here, new("Đã rút đề nghị", "The claim was withdrawn"));
                case "claim":
                    if (!Enum.TryParse<ComplaintGround>(form["ground"], out var ground) || !Enum.IsDefined(ground))
                        throw new RefusedException(Refusal.Invalid("ground", new("Chọn căn cứ đề nghị.", "Choose the ground of the claim.")));
                    await complaints.MakeAsync(Person, Cycle.Id, unit, form["leaf"].ToString(), ground, form["claimed"], form["words"], Cancel);
                    return Then(Here, new("Đã gửi đề nghị xem xét lại", "The claim was sent"));
                default:
                    throw new RefusedException(Refusal.NotFound);
            }
        },
        OnGetAsync);

    private StageKind? Kind(string stage) => Cycle.Cycle.Stages.FirstOrDefault(one => one.Code == stage)?.Kind;

    public sealed record Line(Leaf Leaf, Points? Claimed, ActRow? Given, IReadOnlyList<ComplaintRow> Claims)
    {
        public Points? Lost => Claimed is { } claimed && Given?.Points is { } given && claimed > given ? claimed - given : null;

        public bool MayClaim => Given is not null && Claims.All(claim => claim.DecidedAt is not null || claim.WithdrawnAt is not null);
    }
}
