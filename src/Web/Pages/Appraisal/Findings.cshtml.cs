using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Appraisal;

/// <summary>What all units have to mend: findings of inspections are entered here, and proofs accepted or given back.</summary>
[MayOpen(Role.Secretariat, Role.CouncilChair, Role.Observer)]
public sealed class FindingsModel(IndexDb db, LoadCycle load, FollowUps followUps, TimeProvider clock, Who who) : WorkPage(who)
{
    [FromRoute(Name = "code")]
    public string Code { get; set; } = "";

    /// <summary>Follow-ups of one unit; none: those of every unit with a proof to look at.</summary>
    [FromQuery(Name = "dv")]
    public string? Asked { get; set; }

    public CycleAtWork Cycle { get; private set; } = null!;

    public IReadOnlyList<Line> Units { get; private set; } = [];

    public IReadOnlyList<FollowUpRow> Rows { get; private set; } = [];

    public InspectionFinding Typed { get; private set; } = new(null, null, null, null, null, null);

    public DateOnly Today { get; } = Vietnam.Day(clock.GetUtcNow());

    public bool MayAct => Person.Is(Cycle.Id, Role.Secretariat);

    public string Here => $"/noi-bo/ky/{Code}/khac-phuc";

    public async Task OnGetAsync()
    {
        Cycle = await load.ByCodeAsync(Code, Cancel);
        Person.Need(Cycle.Id, Role.Secretariat, Role.CouncilChair, Role.Observer);
        Title = new("Theo dõi khắc phục sau công bố và kiểm tra", "What units have to mend");
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (new("Tiến độ kỳ đánh giá", "Progress of the cycle"), $"/noi-bo/ky/{Code}")];
        var units = Cycle.Units.Select(unit => unit.Code.Value).ToList();
        var all = await db.FollowUps.Where(row => units.Contains(row.Unit)).Select(row => new { row.Unit, row.Due, Proven = row.Proof != null, Closed = row.ClosedAt != null }).ToListAsync(Cancel);
        var of = all.ToLookup(row => row.Unit, StringComparer.Ordinal);
        Units = [.. Cycle.Units.Where(unit => of[unit.Code.Value].Any()).Select(unit =>
        {
            var rows = of[unit.Code.Value].ToList();
            return new Line(unit.Code.Value, unit.Name, rows.Count(row => !row.Closed && !row.Proven), rows.Count(row => !row.Closed && row.Proven), rows.Count(row => row.Closed), rows.Count(row => !row.Closed && row.Due < Today));
        })];
        var unit = Asked;
        var found = await db.FollowUps.Where(row => units.Contains(row.Unit) && (unit == null ? row.ClosedAt == null && row.Proof != null : row.Unit == unit)).ToListAsync(Cancel);
        Rows = [.. found.OrderBy(row => row.ClosedAt is not null).ThenBy(row => row.Proof is null).ThenByDescending(row => row.Kind).ThenBy(row => row.Unit, StringComparer.Ordinal)
            .ThenBy(row => row.Leaf is { } leaf ? CriterionCode.Parse(leaf) : default).ThenBy(row => row.Id)];
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            Cycle = await load.ByCodeAsync(Code, Cancel);
            var form = Request.Form;
            string? Sent(string field) => form[field];
            var tail = Asked is null ? "" : $"?dv={Uri.EscapeDataString(Asked)}";
            if (Sent("act") == "enter")
            {
                Typed = new(Sent("unit"), Sent("leaf"), Sent("what"), Sent("document"), Sent("who"), Sent("due"));
                await followUps.AddAsync(Person, Cycle.Id, Typed, Cancel);
                return Then($"{Here}?dv={Uri.EscapeDataString(Typed.Unit!)}", new("Đã ghi kết luận kiểm tra.", "The finding was entered."));
            }

            if (!Guid.TryParse(form["id"], out var id)) throw new RefusedException(Refusal.NotFound);
            if (Sent("act") == "close")
            {
                await followUps.CloseAsync(Person, Cycle.Id, Sent("unit") ?? "", id, Sent("seen"), Cancel);
                return Then(Here + tail, new("Đã xác nhận khắc phục xong.", "Accepted as mended."));
            }

            await followUps.GiveBackAsync(Person, Cycle.Id, Sent("unit") ?? "", id, Sent("seen"), Sent("reason"), Cancel);
            return Then(Here + tail, new("Đã trả lại cho đơn vị.", "Given back to the unit."));
        },
        OnGetAsync);

    public Text Name(string unit) => Cycle.Unit(unit)?.Name ?? new(unit, unit);

    /// <summary>A unit's follow-ups counted.</summary>
    public sealed record Line(string Unit, Text Name, int Open, int Proven, int Closed, int Late);
}
