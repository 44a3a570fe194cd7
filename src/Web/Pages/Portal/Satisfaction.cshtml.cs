using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Results;
using ParIndex.App.Storage;
using ParIndex.App.Surveys;
using ParIndex.Core;
using ParIndex.Core.Surveys;
using ParIndex.Documents.OpenData;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P7: satisfaction of one year: the headline with its margin and base, by factor, by unit, what is withheld, who cannot be told from the line.</summary>
public sealed class SatisfactionModel(IndexDb db) : PortalPage(db)
{
    /// <summary>A unit with its share; <see cref="Overall"/> is null where only the published share is known.</summary>
    public sealed record Unit(UnitLine Line, GroupRow Group, SatisfactionRow? Overall);

    /// <summary>A factor over all units whose counts are published, in per cent of its answers.</summary>
    public sealed record Factor(string Code, Text Name, decimal Satisfied, decimal Neutral, decimal Dissatisfied, int Answers, int Units, double? Link);

    /// <summary>A unit in the funnel.</summary>
    public sealed record InFunnel(UnitLine Line, int Forms, decimal Share, FunnelLimits Limits)
    {
        public bool Outside => Limits.Exclude((double)Share);
    }

    public List<Unit> Units { get; private set; } = [];

    public List<Factor> Factors { get; private set; } = [];

    public List<InFunnel> Funnel { get; private set; } = [];

    /// <summary>Share of satisfied forms of all units in the funnel.</summary>
    public decimal FunnelMean { get; private set; }

    public CombinedShare? Headline { get; private set; }

    public int HeadlineUnits { get; private set; }

    public int Forms { get; private set; }

    public int Collected { get; private set; }

    public List<int> Years { get; private set; } = [];

    public decimal Line => Release!.SatisfactionThreshold ?? 90;

    public IEnumerable<Unit> Measured => Units.Where(unit => unit.Line.Result.Satisfaction is not null);

    public IEnumerable<Unit> Withheld => Units.Where(unit => unit.Overall is { Suppressed: true });

    /// <summary>Above the line, as the Decision counts.</summary>
    public int AboveLine => Measured.Count(unit => unit.Line.Result.SatisfactionAbove == true);

    /// <summary>Units whose interval holds the line: the sample cannot say on which side they lie.</summary>
    public IEnumerable<Unit> Crossing => Measured.Where(unit => unit.Line.Result.SatisfactionCrosses == true);

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken cancel)
    {
        Release = year is { } asked ? await OfYearAsync(asked, cancel) : await LatestAsync(cancel);
        if (Release is null) return NotFound();
        var id = Release.Id;
        Title = SatisfactionPageText.Title(Release.Year);
        Above = [PortalText.HomeLink, (ResultsText.OfYear(Release.Year), $"/ket-qua/{Release.Year}")];
        Years = await Db.Releases.Select(r => r.Year).Distinct().OrderByDescending(y => y).ToListAsync(cancel);
        var groups = await Db.Groups.Where(g => g.ReleaseId == id && g.Ranking).ToDictionaryAsync(g => g.Code, cancel);
        var overall = await Db.Satisfaction.Where(s => s.ReleaseId == id && s.Level == SatisfactionLevel.Overall).ToDictionaryAsync(s => s.Unit, cancel);
        Units = [.. (await LinesAsync(id, null, cancel)).Where(line => line.Result.Satisfaction is not null || overall.ContainsKey(line.Unit.Code))
            .Select(line => new Unit(line, groups[line.Unit.Group], overall.GetValueOrDefault(line.Unit.Code)))
            .OrderBy(unit => unit.Group.Order).ThenByDescending(unit => unit.Line.Result.Satisfaction ?? -1).ThenBy(unit => unit.Line.Unit.Alphabetical)];
        if (Units.Count == 0) return Page();
        await ReadFactorsAsync(id, cancel);
        await ReadFunnelAsync(id, cancel);
        return Page();
    }

    private async Task ReadFactorsAsync(int id, CancellationToken cancel)
    {
        var content = await Db.Documents.Where(d => d.ReleaseId == id && d.Name == DataTables.Satisfaction.File).Select(d => d.Content).FirstOrDefaultAsync(cancel);
        if (content is null) return;
        var slice = PublishedTable.Read(DataTables.Satisfaction, content, [new("level", new HashSet<string> { "overall", "factor" })]);
        int Place(string column) => slice.Columns.Select(c => c.Name).ToList().IndexOf(column);
        var (unit, level, code, satisfied, neutral, dissatisfied, answers, low, high, suppressed, collected, valid) = (Place("unit"), Place("level"), Place("code"),
            Place("satisfied"), Place("neutral"), Place("dissatisfied"), Place("answers"), Place("low"), Place("high"), Place("suppressed"), Place("collected"), Place("valid"));
        static int? Count(string cell) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
        static double? Bound(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) ? bound : null;
        var shown = slice.Rows.Where(row => row[suppressed] != "yes" && Count(row[satisfied]) is not null && Count(row[answers]) > 0).ToList();
        // The headline row of the aggregation in use carries the accounting of forms; other modes do not.
        var heads = shown.Where(row => row[level] == "overall" && row[valid].Length > 0).ToList();
        Headline = CombinedShare.Of([.. heads.Select(row => new UnitShare(Count(row[satisfied])!.Value, Count(row[answers])!.Value, Bound(row[low]), Bound(row[high])))]);
        HeadlineUnits = heads.Count;
        Forms = heads.Sum(row => Count(row[valid]) ?? 0);
        Collected = heads.Sum(row => Count(row[collected]) ?? 0);
        var names = await Db.Satisfaction.Where(s => s.ReleaseId == id && s.Level == SatisfactionLevel.Factor).Select(s => new { s.Code, s.Name, s.Order }).Distinct().ToListAsync(cancel);
        var factors = shown.Where(row => row[level] == "factor" && Count(row[neutral]) is not null && Count(row[dissatisfied]) is not null).DistinctBy(row => (row[unit], row[code])).ToList();
        var whole = factors.GroupBy(row => row[unit]).ToDictionary(rows => rows.Key, rows => (Satisfied: rows.Sum(row => Count(row[satisfied])!.Value), Answers: rows.Sum(row => Count(row[answers])!.Value)));
        foreach (var factor in factors.GroupBy(row => row[code]))
        {
            var (yes, between, no) = (factor.Sum(row => Count(row[satisfied])!.Value), factor.Sum(row => Count(row[neutral])!.Value), factor.Sum(row => Count(row[dissatisfied])!.Value));
            var all = yes + between + no;
            if (all == 0 || names.FirstOrDefault(one => one.Code == factor.Key) is not { } named) continue;
            var pairs = new List<(double, double)>();
            foreach (var row in factor)
            {
                var (own, basis) = (Count(row[satisfied])!.Value, Count(row[answers])!.Value);
                var (rest, restBase) = (whole[row[unit]].Satisfied - own, whole[row[unit]].Answers - basis);
                if (restBase > 0) pairs.Add(((double)own / basis, (double)rest / restBase));
            }

            Factors.Add(new(factor.Key, named.Name, Rounding.Share(yes, all, 2), Rounding.Share(between, all, 2), Rounding.Share(no, all, 2), all, factor.Count(), FactorLink.Of(pairs)));
        }

        Factors = [.. Factors.OrderBy(factor => factor.Satisfied).ThenBy(factor => factor.Code, StringComparer.Ordinal)];
    }

    private async Task ReadFunnelAsync(int id, CancellationToken cancel)
    {
        var signs = await Db.FormSigns.Where(s => s.ReleaseId == id && !s.Suppressed && s.Forms > 0).ToListAsync(cancel);
        var lines = Units.ToDictionary(unit => unit.Line.Unit.Code, unit => unit.Line);
        var rows = signs.Where(s => lines.ContainsKey(s.Unit)).OrderBy(s => s.Forms).ThenBy(s => s.Unit, StringComparer.Ordinal).ToList();
        if (UnitFunnel.Of([.. rows.Select(s => (s.Forms, s.Satisfied))]) is not { } limits) return;
        FunnelMean = Rounding.Share(rows.Sum(s => s.Satisfied), rows.Sum(s => s.Forms), 2);
        Funnel = [.. rows.Select((s, i) => new InFunnel(lines[s.Unit], s.Forms, Rounding.Share(s.Satisfied, s.Forms, 2), limits[i]))];
    }
}
