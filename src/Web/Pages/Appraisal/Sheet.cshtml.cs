using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Appraisal;

/// <summary>A3: one leaf over all units as a table to fill; taken whole or not at all.</summary>
[MayOpen(Role.Appraiser, Role.AppraisalLead)]
public sealed class SheetModel(IndexDb db, Who who, GiveScores give) : AppraisalPage(db, who)
{
    [FromRoute(Name = "leaf")]
    public string LeafCode { get; set; } = "";

    /// <summary>The framework's file, where two frameworks have a leaf of that code.</summary>
    [FromQuery(Name = "bo")]
    public string? Framework { get; set; }

    public Leaf Leaf { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Common { get; private set; }

    public string Here => $"{Home}/bang/{LeafCode}{(Framework is null ? "" : "?bo=" + Uri.EscapeDataString(Framework))}";

    public Task OnGetAsync() => ReadAsync();

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            await LoadAsync();
            Find();
            var units = Held();
            AllowOnly(units.SelectMany(unit => new[] { "p-" + unit.Code, "r-" + unit.Code, "s-" + unit.Code }).Append("common"));
            var common = Request.Form["common"].ToString();
            var given = units.Where(unit => !string.IsNullOrWhiteSpace(Request.Form["p-" + unit.Code])).Select(unit => new ScoreGiven(
                unit.Code.Value, LeafCode, Request.Form["p-" + unit.Code],
                Request.Form["r-" + unit.Code].ToString() is { } own && !string.IsNullOrWhiteSpace(own) ? own : common,
                int.TryParse(Request.Form["s-" + unit.Code], CultureInfo.InvariantCulture, out var seen) ? seen : null)).ToList();
            var count = await give.RunAsync(Person, Cycle.Id, given, Cancel);
            return Then(Here, new($"Đã ghi điểm {LeafCode} của {count} đơn vị", $"Points of {LeafCode} were recorded for {count} units"));
        },
        async () =>
        {
            await ReadAsync();
            Common = Request.Form["common"];
            Rows = [.. Rows.Select(row => row with { Points = Request.Form["p-" + row.Unit.Code], Reason = Request.Form["r-" + row.Unit.Code] })];
        });

    private async Task ReadAsync()
    {
        await LoadAsync();
        Find();
        var id = Cycle.Id;
        Title = new($"{LeafCode} {Leaf.Name.Vi}: bảng chấm", $"{LeafCode} {Leaf.Name.En}: sheet");
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (new("Thẩm định", "Appraisal"), Home)];
        var acts = (await Db.Acts.Where(row => row.Cycle == id && row.Leaf == LeafCode).OrderBy(row => row.Seq).ToListAsync(Cancel)).ToLookup(row => row.Unit);
        var entries = await Db.Entries.Where(row => row.Cycle == id && row.Leaf == LeafCode && row.State == EntryState.Submitted).ToDictionaryAsync(row => row.Unit, StringComparer.Ordinal, Cancel);
        Rows =
        [
            .. Held().Select(unit =>
            {
                var code = unit.Code.Value;
                var last = acts[code].LastOrDefault(act => act.Points is not null && KindOf(act.Stage) != StageKind.SelfAssessment);
                var byRule = entries.TryGetValue(code, out var entry) ? EntryDecision.Of(Leaf, entry.Inputs, Cycle.FrameworkOfUnit(code)!.Rounding).Proposed : null;
                return new Row(unit, acts[code].LastOrDefault(act => KindOf(act.Stage) == StageKind.SelfAssessment)?.Points, byRule, last?.Points, last?.Reason, acts[code].LastOrDefault()?.Seq ?? 0);
            }),
        ];
    }

    private void Find()
    {
        var found = Desk.Leaves().Where(one => one.Leaf.Code.Value == LeafCode && (Framework is null || one.File == Framework)).ToList();
        if (found.Count == 0) throw new RefusedException(Refusal.NotFound);
        (Framework, Leaf) = (found[0].File, found[0].Leaf);
    }

    private List<Unit> Held() => [.. Cycle.Units.Where(unit => Cycle.FileOf(unit.Group) == Framework && Desk.Holds(unit, Leaf))];

    /// <summary>A unit on the sheet.</summary>
    public sealed record Row(Unit Unit, Points? Claimed, Points? ByRule, Points? Given, string? Why, int Last)
    {
        public string? Points { get; init; }
        public string? Reason { get; init; }
    }
}
