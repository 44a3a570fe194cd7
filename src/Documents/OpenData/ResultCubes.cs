using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Frameworks;

namespace ParIndex.Documents.OpenData;

/// <summary>One JSON-stat cube for each framework: units by lines of the framework by points, applicable maximum and share.</summary>
internal static class ResultCubes
{
    private static readonly (string Code, Text Label)[] Measures =
    [
        ("points", new("điểm đạt", "points")), ("maximum", new("điểm tối đa áp dụng", "applicable maximum")), ("share", new("% điểm tối đa", "% of the maximum")),
    ];

    public static IEnumerable<(string Name, Cube Cube)> Of(CycleResult result)
    {
        foreach (var framework in result.Input.Frameworks.Values.DistinctBy(one => one.Code).OrderBy(one => one.Code, StringComparer.Ordinal))
        {
            var units = result.Units.Where(unit => unit.Areas.Count > 0 && result.Input.Frameworks.GetValueOrDefault(unit.Unit.Group)?.Code == framework.Code).ToList();
            if (units.Count == 0) continue;
            yield return (string.Concat(framework.Code.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '-')), One(result, framework, units));
        }
    }

    private static Cube One(CycleResult result, Framework framework, List<UnitResult> units)
    {
        var cycle = result.Input.Cycle;
        List<(string Code, Text Name)> lines =
        [
            .. framework.Areas.SelectMany(area => area.Criteria.SelectMany(criterion => criterion.SubCriteria.Select(leaf => (leaf.Code.Value, leaf.Name)).Prepend((criterion.Code.Value, criterion.Name)))
                .Prepend((area.Code.Value, area.Name))).DistinctBy(line => line.Item1),
        ];
        var values = new List<decimal?>(units.Count * lines.Count * Measures.Length);
        foreach (var unit in units)
        {
            var known = new Dictionary<string, (decimal? Points, decimal? Maximum, decimal? Share)>(StringComparer.Ordinal);
            for (var i = 0; i < unit.Leaves.Length; i++)
            {
                var leaf = unit.Leaves[i];
                if (leaf.State is LeafState.NotScored or LeafState.Excluded or LeafState.SurveyNotHeld or LeafState.NoSurveyResult) continue;
                var maximum = leaf.Applicable.Value;
                known[framework.Leaves[i].Code.Value] = (leaf.Points.Value, maximum, maximum > 0 ? Rounding.HalfAwayFromZero(100 * leaf.Points.Value / maximum, framework.Rounding.PublishedPlaces) : null);
            }

            foreach (var criterion in unit.Criteria) known[criterion.Criterion.Code.Value] = (criterion.Achieved.Value, criterion.Applicable.Value, criterion.Published);
            foreach (var area in unit.Areas) known[area.Area.Code.Value] = (area.Achieved.Value, area.Applicable.Value, area.Published);
            foreach (var (code, _) in lines)
            {
                var (points, maximum, share) = known.GetValueOrDefault(code);
                values.Add(points);
                values.Add(maximum);
                values.Add(share);
            }
        }

        return new(
            new($"Kết quả năm {cycle.Year}: {framework.Name.Vi}", $"Results of {cycle.Year}: {framework.Name.En}"),
            cycle.Decision is { } decision ? new($"{cycle.Place.Issuer.Vi}, Quyết định số {decision.Number}", $"{cycle.Place.Issuer.En}, Decision {decision.Number}") : cycle.Place.Issuer,
            cycle.Decision?.Date, cycle.Notice is { } notice ? [notice] : [],
            [
                new("year", new("Năm", "Year"), "time", [(cycle.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), Text.Same(cycle.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)))]),
                new("unit", new("Đơn vị", "Unit"), "geo", [.. units.Select(unit => (unit.Unit.Code.Value, unit.Unit.Name))]),
                new("item", new("Nội dung", "Item"), null, [.. lines.Select(line => (line.Code, line.Name))]),
                new("measure", new("Số đo", "Measure"), "metric", Measures),
            ],
            values);
    }
}
