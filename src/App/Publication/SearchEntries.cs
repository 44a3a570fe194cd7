using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.Publication;

/// <summary>What a release can be found by: figures of units, groups, satisfaction and areas, lines of the frameworks, the Decision.</summary>
internal sealed class SearchEntries(int id, CycleResult result)
{
    private readonly int year = result.Input.Cycle.Year;
    private readonly Dictionary<string, GroupResult> groups = result.Groups.ToDictionary(group => group.Code);

    public IEnumerable<SearchEntryRow> All(ReleaseRow release, IReadOnlyList<Text> statements) =>
    [
        .. result.Units.SelectMany(Unit), .. result.Groups.Select(Group),
        .. result.Input.Frameworks.Values.DistinctBy(framework => framework.Code).SelectMany(Criteria), Decision(release, statements),
    ];

    private IEnumerable<SearchEntryRow> Unit(UnitResult one)
    {
        var (unit, group) = (one.Unit, groups[one.Unit.Group]);
        var path = $"/don-vi/{unit.Slug}/{year}";
        var named = $"{unit.Name.Vi} {unit.ShortName.Vi} {unit.Name.En} {unit.Code.Value}";
        yield return Row(Findable.Unit, path, SearchText.InYear(unit.Name, year), one.Published is { } index ? Words.Fixed(index, 2) : SearchText.NoIndex,
            SearchText.UnitDetail(one.Standing, group), named, SearchText.Index);
        if (one.PublishedSatisfaction is { } share)
        {
            var measured = one.Satisfaction?.Overall is { Suppressed: false, Low: { } low, High: { } high } ? SearchText.Margin(low, high) : group.Name;
            yield return Row(Findable.Satisfaction, path, SearchText.SatisfactionOf(unit.Name, year), Words.Percent(share, 2), measured, named, SearchText.Satisfaction);
        }

        foreach (var area in one.Areas)
            if (area.Published is { } published)
                yield return Row(Findable.Area, $"{path}#lv-{area.Area.Code}", SearchText.AreaOf(area.Area.Name, unit.Name, year), Words.Percent(published, 2),
                    SearchText.Share(area.Achieved, area.Applicable), named, area.Area.Name.Vi, area.Area.Name.En, SearchText.Area);
    }

    private SearchEntryRow Group(GroupResult group) => Row(
        Findable.Group, $"/ket-qua/{year}/{ReleaseRows.SlugOf(group.Code, result.Input.Cycle.Groups.First(one => one.Code == group.Code))}", SearchText.InYear(group.Name, year),
        group.Mean is { } mean ? Words.Fixed(mean, 2) : null, SearchText.GroupDetail(group), group.Name.Vi, group.Name.En, SearchText.Index);

    private IEnumerable<SearchEntryRow> Criteria(Framework framework)
    {
        foreach (var area in framework.Areas)
        {
            yield return Line(area.Code, area.Name, area.Max, null);
            foreach (var criterion in area.Criteria)
            {
                yield return Line(criterion.Code, criterion.Name, criterion.Max, criterion.Scored);
                if (criterion.Scored is not null) continue;
                foreach (var leaf in criterion.SubCriteria) yield return Line(leaf.Code, leaf.Name, leaf.Max, leaf);
            }
        }

        SearchEntryRow Line(CriterionCode code, Text name, Points max, Leaf? leaf)
        {
            var rule = leaf?.Rule.InWords(leaf.Max);
            return Row(Findable.Criterion, $"/tieu-chi/{Folding.Slug(framework.Code)}/{code}", SearchText.CriterionOf(code.Value, name), SearchText.Maximum(max),
                framework.Name, code.Value, name.Vi, name.En, rule?.Vi ?? "", rule?.En ?? "", leaf?.Basis?.Vi ?? "", SearchText.Criterion);
        }
    }

    private SearchEntryRow Decision(ReleaseRow release, IReadOnlyList<Text> statements) => Row(
        Findable.Decision, $"/cong-bo/{release.Slug}", release.DecisionNumber is { } number ? SearchText.DecisionOf(number) : SearchText.ResultsOf(year), null, SearchText.ResultsOf(year),
        [release.DecisionNumber ?? "", release.Issuer.Vi, release.Issuer.En, .. statements.SelectMany(words => new[] { words.Vi, words.En }), SearchText.Decision]);

    private SearchEntryRow Row(Findable kind, string path, Text title, Text? figure, Text detail, params IEnumerable<string> words) => new()
    {
        ReleaseId = id,
        Kind = kind,
        Order = (int)kind,
        Year = year,
        Path = path,
        Title = title,
        Figure = figure,
        Detail = detail,
        Folded = Folding.Fold($"{string.Join(' ', words)} {year}"),
    };
}
