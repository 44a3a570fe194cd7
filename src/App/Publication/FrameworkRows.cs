using ParIndex.App.Frameworks;
using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Ranking;

namespace ParIndex.App.Publication;

/// <summary>The rows of the frameworks a release was scored by, each rule in words.</summary>
internal sealed class FrameworkRows(int id, CycleResult result)
{
    public IEnumerable<object> All() => result.Input.Frameworks.Values.DistinctBy(framework => framework.Code).SelectMany(Of);

    private IEnumerable<object> Of(Framework framework)
    {
        yield return new FrameworkRow
        {
            ReleaseId = id,
            Code = framework.Code,
            Slug = Folding.Slug(framework.Code),
            Name = framework.Name,
            Version = framework.Version,
            Total = framework.Total,
            Basis = framework.Basis,
            Illustrative = framework.Illustrative,
            SharedTies = framework.Ties.Kind == TieKind.Shared,
            Places = framework.Rounding.PublishedPlaces,
            Bands = [.. framework.Bands],
        };
        var order = 0;
        foreach (var area in framework.Areas)
        {
            yield return Line(framework, area, area.Code, CriterionLevel.Area, null, area.Name, area.Max, area.Source, order++);
            foreach (var criterion in area.Criteria)
            {
                if (criterion.Scored is { } scored)
                {
                    yield return Scored(framework, area, scored, area.Code, order++);
                    continue;
                }

                yield return Line(framework, area, criterion.Code, CriterionLevel.Criterion, area.Code, criterion.Name, criterion.Max, null, order++);
                foreach (var leaf in criterion.SubCriteria) yield return Scored(framework, area, leaf, criterion.Code, order++);
            }
        }
    }

    private CriterionRow Scored(Framework framework, Area area, Leaf leaf, CriterionCode parent, int order)
    {
        var row = Line(framework, area, leaf.Code, CriterionLevel.Leaf, parent, leaf.Name, leaf.Max, leaf.Source, order);
        row.Rule = leaf.Rule.InWords(leaf.Max);
        row.Evidence = leaf.Evidence;
        row.Lead = LeadName(leaf.Lead);
        row.NotApplicable = FrameworkText.Of(leaf.NotApplicable);
        row.ScoredBy = FrameworkText.Of(leaf.ScoredBy);
        row.Basis = leaf.Basis;
        return row;
    }

    private CriterionRow Line(
        Framework framework, Area area, CriterionCode code, CriterionLevel level, CriterionCode? parent, Text name, Points max, string? source, int order)
    {
        var cited = framework.Sources.FirstOrDefault(known => known.Key == source);
        return new()
        {
            ReleaseId = id,
            Framework = framework.Code,
            Code = code.Value,
            Order = order,
            Level = level,
            Parent = parent?.Value,
            Area = area.Code.Value,
            Name = name,
            Max = max,
            Source = cited?.Citation,
            Illustrative = cited?.Illustrative ?? false,
        };
    }

    private Text LeadName(string code) =>
        result.Units.FirstOrDefault(unit => unit.Unit.Code.Value == code)?.Unit.Name ?? Text.Same(code);
}
