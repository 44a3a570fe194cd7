using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Library;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Appraisal;

/// <summary>A2: the rule, what the unit handed in, and the points with their reason; how the same claim was scored elsewhere below.</summary>
[MayOpen(Role.Appraiser, Role.AppraisalLead)]
public sealed class LeafModel(IndexDb db, Who who, GiveScores give, AskExplanation ask, Recuse recuse, ReadEvidence evidence) : AppraisalPage(db, who)
{
    [FromRoute(Name = "dv")]
    public string UnitCode { get; set; } = "";

    [FromRoute(Name = "leaf")]
    public string LeafCode { get; set; } = "";

    public Unit Unit { get; private set; } = null!;

    public Leaf Leaf { get; private set; } = null!;

    public EntryRow? Entry { get; private set; }

    /// <summary>What the rule gives for the unit's inputs.</summary>
    public EntryDecision? ByRule { get; private set; }

    public IReadOnlyList<EvidenceRow> Evidence { get; private set; } = [];

    /// <summary>Their files that may be shown, newest revision first.</summary>
    public ILookup<Guid, EvidenceFileRow> Files { get; private set; } = null!;

    public IReadOnlyList<ActRow> Acts { get; private set; } = [];

    public IReadOnlyList<ExplanationRow> Questions { get; private set; } = [];

    public IReadOnlyList<ComplaintRow> Precedents { get; private set; } = [];

    /// <summary>Units of the same framework on this leaf: claimed and appraised, in the order of points.</summary>
    public IReadOnlyList<Compared> Others { get; private set; } = [];

    /// <summary>What the leaf lost a year before; null: not known.</summary>
    public Points? LostLastYear { get; private set; }

    public IReadOnlyList<FollowUpRow> FollowUps { get; private set; } = [];

    /// <summary>The unit's initiatives, where this leaf counts them.</summary>
    public IReadOnlyList<InitiativeRow> Initiatives { get; private set; } = [];

    public Unit? NextUnit { get; private set; }

    public string? TypedPoints { get; private set; }

    public string? TypedReason { get; private set; }

    public int Last => Acts.Count == 0 ? 0 : Acts[^1].Seq;

    public async Task OnGetAsync()
    {
        await ReadAsync();
        TypedPoints = ByRule?.Proposed is { } proposed && Acts.All(act => KindOf(act.Stage) != StageKind.Appraisal) ? Words.Number(proposed.Value, Language) : null;
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            AllowOnly("act", "points", "reason", "phrase", "seen", "question", "recusal");
            await LoadAsync();
            var (unit, leaf) = Desk.Require(UnitCode, LeafCode);
            switch (Request.Form["act"].ToString())
            {
                case "ask":
                    await ask.RunAsync(Person, Cycle.Id, UnitCode, LeafCode, Request.Form["question"], Cancel);
                    return Then(Of(unit, leaf), new("Đã gửi yêu cầu giải trình cho đơn vị", "The unit was asked to explain"));
                case "recuse":
                    await recuse.RunAsync(Person, Cycle.Id, UnitCode, Request.Form["recusal"], Cancel);
                    return Then(Home, new($"Đã từ chối thẩm định {unit.Name.Vi}", $"You stepped back from {unit.Name.En}"));
                default:
                    var seen = int.TryParse(Request.Form["seen"], System.Globalization.CultureInfo.InvariantCulture, out var number) ? (int?)number : null;
                    var reason = Request.Form["reason"].ToString() is { Length: > 0 } typed ? typed : Request.Form["phrase"].ToString();
                    await give.RunAsync(Person, Cycle.Id, [new(UnitCode, LeafCode, Request.Form["points"], reason, seen)], Cancel);
                    var to = Request.Form["act"] == "next" ? await NextAsync(unit, leaf) : null;
                    return Then(to is null ? Of(unit, leaf) : Of(to, leaf), new($"Đã ghi điểm {leaf.Code} của {unit.Name.Vi}", $"Points of {leaf.Code} of {unit.Name.En} were recorded"));
            }
        },
        async () =>
        {
            await ReadAsync();
            (TypedPoints, TypedReason) = (Request.Form["points"], Request.Form["reason"]);
        });

    private async Task ReadAsync()
    {
        await LoadAsync();
        (Unit, Leaf) = Desk.Require(UnitCode, LeafCode);
        var id = Cycle.Id;
        Title = new($"{LeafCode} {Leaf.Name.Vi}", $"{LeafCode} {Leaf.Name.En}");
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (new("Thẩm định", "Appraisal"), Home)];
        Acts = await Db.Acts.Where(row => row.Cycle == id && row.Unit == UnitCode && row.Leaf == LeafCode).OrderBy(row => row.Seq).ToListAsync(Cancel);
        // A draft is the unit's own: only what was handed in is shown.
        Entry = await Db.Entries.SingleOrDefaultAsync(row => row.Cycle == id && row.Unit == UnitCode && row.Leaf == LeafCode && row.State == EntryState.Submitted, Cancel);
        if (Entry is not null) ByRule = EntryDecision.Of(Leaf, Entry.Inputs, Cycle.FrameworkOfUnit(UnitCode)!.Rounding);
        Evidence = await (from use in Db.EvidenceUses
                          join document in Db.Evidence on new { use.Cycle, use.Unit, Id = use.Evidence } equals new { document.Cycle, document.Unit, document.Id }
                          where use.Cycle == id && use.Unit == UnitCode && use.Leaf == LeafCode && document.WithdrawnAt == null
                          orderby document.Date
                          select document).ToListAsync(Cancel);
        Files = await evidence.ShownAsync(id, UnitCode, Cancel);
        Questions = await Db.Explanations.Where(row => row.Cycle == id && row.Unit == UnitCode && row.Leaf == LeafCode).OrderBy(row => row.AskedAt).ToListAsync(Cancel);
        Precedents = await Db.Complaints.Where(row => row.Leaf == LeafCode && row.DecidedAt != null && row.Unit != UnitCode).OrderByDescending(row => row.DecidedAt).Take(5).ToListAsync(Cancel);
        await CompareAsync(id);
        if (Cycle.Row.Previous is { } before)
        {
            var then = await Db.Acts.Where(row => row.Cycle == before && row.Unit == UnitCode && row.Leaf == LeafCode && row.Points != null).OrderByDescending(row => row.Seq).FirstOrDefaultAsync(Cancel);
            if (then?.Points is { } points && points <= Leaf.Max) LostLastYear = Leaf.Max - points;
        }

        FollowUps = await Db.FollowUps.Where(row => row.Unit == UnitCode && row.Leaf == LeafCode && row.ClosedAt == null).ToListAsync(Cancel);
        if (App.SelfAssessment.Initiatives.Counted(Cycle, Leaf) is not null && Entry is not null)
            Initiatives = await Db.Initiatives.Where(row => row.Cycle == id && row.Unit == UnitCode).OrderBy(row => row.Date).ThenBy(row => row.Id).ToListAsync(Cancel);
        NextUnit = await NextAsync(Unit, Leaf);
    }

    private async Task CompareAsync(int id)
    {
        var file = Cycle.FileOf(Unit.Group);
        var acts = (await Db.Acts.Where(row => row.Cycle == id && row.Leaf == LeafCode && row.Points != null).OrderBy(row => row.Seq).ToListAsync(Cancel)).ToLookup(row => row.Unit);
        Others =
        [
            .. Cycle.Units.Where(unit => Cycle.FileOf(unit.Group) == file && (unit.Code.Value == UnitCode || Desk.Holds(unit, Leaf))).Select(unit => new Compared(
                unit, acts[unit.Code.Value].LastOrDefault(act => KindOf(act.Stage) == StageKind.SelfAssessment)?.Points,
                acts[unit.Code.Value].LastOrDefault(act => KindOf(act.Stage) != StageKind.SelfAssessment)?.Points))
                .Where(one => one.Claimed is not null).OrderByDescending(one => one.Appraised ?? one.Claimed).ThenBy(one => one.Unit.Code),
        ];
    }

    private async Task<Unit?> NextAsync(Unit after, Leaf leaf)
    {
        var code = leaf.Code.Value;
        var id = Cycle.Id;
        var stages = (await Db.Acts.Where(row => row.Cycle == id && row.Leaf == code && row.Points != null).Select(row => new { row.Unit, row.Stage }).ToListAsync(Cancel)).ToLookup(row => row.Unit, row => KindOf(row.Stage));
        var held = Cycle.Units.Where(unit => Cycle.FileOf(unit.Group) == Cycle.FileOf(after.Group) && Desk.Holds(unit, leaf)).ToList();
        var place = held.FindIndex(unit => unit.Code == after.Code);
        return held.Skip(place + 1).Concat(held.Take(Math.Max(0, place)))
            .FirstOrDefault(unit => stages[unit.Code.Value].Contains(StageKind.SelfAssessment) && !stages[unit.Code.Value].Contains(StageKind.Appraisal));
    }

    public sealed record Compared(Unit Unit, Points? Claimed, Points? Appraised);
}
