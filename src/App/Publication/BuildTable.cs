using Microsoft.EntityFrameworkCore;
using ParIndex.App.Frameworks;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Computation;

namespace ParIndex.App.Publication;

/// <summary>Makes a table of what somebody chose, from releases and nothing else.</summary>
public sealed class BuildTable(IndexDb db)
{
    /// <summary>At most so many releases in one table.</summary>
    public const int MostReleases = 10;

    /// <summary>The table; null: nothing is published, or what was chosen is not there.</summary>
    public async Task<BuiltTable?> RunAsync(TableChoice choice, CancellationToken cancel)
    {
        var all = await db.Releases.OrderByDescending(r => r.Year).ThenByDescending(r => r.Revision).ToListAsync(cancel);
        List<ReleaseRow> releases = choice.Releases.Count == 0 ? [.. all.Where(r => r.WithdrawnAt is null).Take(1)] : [.. all.Where(r => choice.Releases.Contains(r.Slug)).Take(MostReleases)];
        if (releases.Count == 0) return null;
        var groups = await db.Groups.Where(g => g.ReleaseId == releases[0].Id && g.Ranking).OrderBy(g => g.Order).ToListAsync(cancel);
        if ((choice.Group is null ? groups.FirstOrDefault() : groups.FirstOrDefault(g => g.Slug == choice.Group)) is not { } group) return null;
        var ids = releases.ConvertAll(r => r.Id);
        var codes = await db.Units.Where(u => u.ReleaseId == releases[0].Id && u.Group == group.Code && (choice.Units.Count == 0 || choice.Units.Contains(u.Slug))).Select(u => u.Code).ToListAsync(cancel);
        var lines = await (from unit in db.Units.Where(u => ids.Contains(u.ReleaseId) && codes.Contains(u.Code))
                           join result in db.UnitResults on new { unit.ReleaseId, unit.Code } equals new { result.ReleaseId, Code = result.Unit }
                           orderby unit.Alphabetical
                           select new { unit, result }).ToListAsync(cancel);
        var frameworks = await db.Groups.Where(g => ids.Contains(g.ReleaseId) && g.Ranking).Select(g => new { g.ReleaseId, g.Code, g.Framework }).ToListAsync(cancel);
        var versions = await db.Frameworks.Where(f => ids.Contains(f.ReleaseId)).Select(f => new { f.ReleaseId, f.Code, f.Version }).ToListAsync(cancel);
        string RulesOf(int release, string of) => frameworks.FirstOrDefault(g => g.ReleaseId == release && g.Code == of)?.Framework is { } code ? $"{code} {versions.FirstOrDefault(f => f.ReleaseId == release && f.Code == code)?.Version}" : "";
        var rules = lines.Select(line => RulesOf(line.unit.ReleaseId, line.unit.Group)).Where(rule => rule.Length > 0).Distinct().Count();

        var (columns, values) = choice.Level == TableLevel.Totals ? Totals() : await LinesAsync();
        var byRelease = releases.ToDictionary(r => r.Id);
        var order = lines.Where(line => line.unit.ReleaseId == releases[0].Id).Select(line => line.unit.Code).ToList();
        var rows = lines.OrderBy(line => order.IndexOf(line.unit.Code)).ThenBy(line => releases.FindIndex(r => r.Id == line.unit.ReleaseId))
            .Select(line => new BuiltRow(byRelease[line.unit.ReleaseId], line.unit.Code, line.unit.Slug, line.unit.Name,
                [.. columns.Select(column => values.TryGetValue((line.unit.ReleaseId, line.unit.Code, column.Code), out var value) ? value : null)])).ToList();
        var named = choice with { Releases = [.. releases.Select(r => r.Slug)], Group = group.Slug };
        return new(named, group.Name, columns, rows, releases, [.. releases.Where(r => all.Any(other => other.CycleCode == r.CycleCode && other.Revision > r.Revision && other.WithdrawnAt is null))], rules > 1);

        (List<BuiltColumn> Columns, Dictionary<(int, string, string), decimal?> Values) Totals()
        {
            var values = new Dictionary<(int, string, string), decimal?>();
            foreach (var line in lines)
            {
                values[(line.unit.ReleaseId, line.unit.Code, "index")] = line.result.Published;
                values[(line.unit.ReleaseId, line.unit.Code, "rank")] = line.result.Rank;
                values[(line.unit.ReleaseId, line.unit.Code, "satisfaction")] = line.result.Satisfaction;
            }

            return ([new("index", BuiltText.Index, 2), new("rank", BuiltText.Rank, 0), new("satisfaction", BuiltText.Satisfaction, 2)], values);
        }

        async Task<(List<BuiltColumn> Columns, Dictionary<(int, string, string), decimal?> Values)> LinesAsync()
        {
            var used = frameworks.Where(g => lines.Any(line => line.unit.ReleaseId == g.ReleaseId && line.unit.Group == g.Code)).Select(g => g.Framework).OfType<string>().Distinct().ToList();
            var tree = await db.Criteria.Where(c => ids.Contains(c.ReleaseId) && used.Contains(c.Framework)).OrderByDescending(c => c.ReleaseId).ThenBy(c => c.Order)
                .Select(c => new { c.Code, c.Level, c.Parent, c.Area, c.Name, c.ReleaseId }).ToListAsync(cancel);
            bool Chosen(CriterionLevel level, string? parent, string area) => choice.Level switch
            {
                TableLevel.Areas => level == CriterionLevel.Area,
                TableLevel.Criteria => level == CriterionLevel.Criterion || (level == CriterionLevel.Leaf && parent == area),
                _ => level == CriterionLevel.Leaf,
            };
            List<BuiltColumn> columns = [.. tree.Where(c => Chosen(c.Level, c.Parent, c.Area) && (choice.Codes.Count == 0 || choice.Codes.Any(code => c.Code == code || c.Code.StartsWith(code + ".", StringComparison.Ordinal))))
                .DistinctBy(c => c.Code).Select(c => new BuiltColumn(c.Code, c.Name, 2))];
            var wanted = columns.ConvertAll(column => column.Code);
            var values = new Dictionary<(int, string, string), decimal?>();
            if (choice.Level == TableLevel.Leaves)
            {
                foreach (var leaf in await db.LeafResults.Where(l => ids.Contains(l.ReleaseId) && codes.Contains(l.Unit) && wanted.Contains(l.Code))
                             .Select(l => new { l.ReleaseId, l.Unit, l.Code, l.State, l.Points, l.Applicable }).ToListAsync(cancel))
                    values[(leaf.ReleaseId, leaf.Unit, leaf.Code)] = leaf.State is LeafState.Scored or LeafState.FullPoints or LeafState.NoEvidence or LeafState.NotAppraised ? Figure(leaf.Points, leaf.Applicable) : null;
            }
            else
            {
                var areas = choice.Level == TableLevel.Areas;
                foreach (var part in await db.PartResults.Where(p => ids.Contains(p.ReleaseId) && codes.Contains(p.Unit) && p.IsArea == areas && wanted.Contains(p.Code))
                             .Select(p => new { p.ReleaseId, p.Unit, p.Code, p.Published, p.Achieved, p.Applicable }).ToListAsync(cancel))
                    values[(part.ReleaseId, part.Unit, part.Code)] = part.Published is null ? null : choice.Shares ? part.Published : part.Achieved.Value;
            }

            return (columns, values);
        }

        decimal? Figure(Points points, Points applicable) => !choice.Shares ? points.Value : applicable.TenThousandths > 0 ? Rounding.HalfAwayFromZero(100 * points.Value / applicable.Value, 2) : null;
    }
}
