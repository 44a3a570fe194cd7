using ParIndex.Statistics.Sampling;

namespace ParIndex.Core.Sampling;

/// <summary>Somebody drawn.</summary>
/// <param name="Line">The dossier they are asked about.</param>
/// <param name="Stratum">Stratum of the draw; the unit's code where the unit is one stratum.</param>
/// <param name="Cluster">Cluster they were drawn in; empty: none.</param>
/// <param name="Reserve">Only asked in another's place.</param>
/// <param name="Weight">How many persons they stand for.</param>
public sealed record DrawnCase(FrameLine Line, string Stratum, string Cluster, bool Reserve, double Weight);

/// <summary>What was drawn of one stratum.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Stratum">The stratum.</param>
/// <param name="Dossiers">In the frame.</param>
/// <param name="Persons">Persons that stood in it at the draw, each in one stratum only.</param>
/// <param name="Clusters">Clusters drawn; 0: none.</param>
/// <param name="Drawn">The sample.</param>
/// <param name="Reserve">The reserve.</param>
public sealed record DrawnStratum(string Unit, string Stratum, int Dossiers, int Persons, int Clusters, int Drawn, int Reserve);

/// <summary>The draw: cases in order, unit by unit, the sample before the reserve.</summary>
public sealed record DrawnSample(IReadOnlyList<DrawnCase> Cases, IReadOnlyList<DrawnStratum> Strata);

/// <summary>
/// Draws a sample (docs/sampling.md). Every person is first put to one of the own dossiers by lot, so that nobody is asked twice; then each
/// stratum is drawn by lot, or in two stages: clusters with chances by their size, then the same number of persons of each.
/// </summary>
public static class SampleDrawing
{
    /// <summary>The same frame, plan and seed give the same sample for ever.</summary>
    public static DrawnSample Draw(IReadOnlyList<FrameLine> frame, SamplePlan plan, string seed)
    {
        var persons = frame.GroupBy(line => line.Person, StringComparer.Ordinal).Select(own =>
        {
            var kept = own.MinBy(line => DrawOrder.Key(seed, "dossier", line.Dossier), StringComparer.Ordinal)!;
            return new Candidate(kept, DrawOrder.Key(seed, "person", kept.Person), (double)own.Count() / own.Count(line => line.Unit == kept.Unit));
        }).ToList();
        var known = frame.GroupBy(line => line.Unit, StringComparer.Ordinal).ToDictionary(unit => unit.Key, unit => unit.ToList(), StringComparer.Ordinal);
        var (cases, strata) = (new List<DrawnCase>(), new List<DrawnStratum>());
        foreach (var unit in persons.GroupBy(one => one.Line.Unit, StringComparer.Ordinal).OrderBy(unit => unit.Key, StringComparer.Ordinal))
        {
            var lines = known[unit.Key];
            var size = SampleSizing.For(plan, lines.Select(line => line.Person).Distinct(StringComparer.Ordinal).Count());
            var parts = unit.GroupBy(one => Stratum(plan, one.Line), StringComparer.Ordinal).OrderBy(part => part.Key, StringComparer.Ordinal)
                .Select(part => (Code: part.Key, Persons: part.OrderBy(one => one.Key, StringComparer.Ordinal).ToList())).ToList();
            var take = Allocate(plan, size.Asked, [.. parts.Select(part => part.Persons.Count)]);
            var drawn = parts.Select((part, i) => Take(plan, seed, part.Code, part.Persons, take[i])).ToList();
            cases.AddRange(drawn.SelectMany(part => part.Sample));
            cases.AddRange(drawn.SelectMany(part => part.Reserve));
            strata.AddRange(drawn.Select((part, i) => new DrawnStratum(unit.Key, parts[i].Code, lines.Count(line => Stratum(plan, line) == parts[i].Code), parts[i].Persons.Count,
                part.Clusters, part.Sample.Count, part.Reserve.Count)));
        }

        return new(cases, strata);
    }

    /// <summary>The stratum of a dossier.</summary>
    public static string Stratum(SamplePlan plan, FrameLine line) => plan.Strata switch
    {
        StratumRule.Filed => $"{line.Unit}/{line.Filed}",
        StratumRule.Procedure => $"{line.Unit}/{line.Procedure}",
        _ => line.Unit,
    };

    /// <summary>How many of each stratum: at least so many where there are as many, at most all.</summary>
    public static int[] Allocate(SamplePlan plan, int total, IReadOnlyList<int> persons)
    {
        if (total >= persons.Sum()) return [.. persons];
        double[] all = [.. persons];
        double[] least = [.. persons.Select(count => (double)Math.Min(count, plan.LeastPerStratum))];
        // Minima that are more than the whole are kept: precision in small strata is what they are for.
        var sum = Math.Max(total, least.Sum());
        double[] measure = [.. persons.Select(count => plan.Allocation switch
        {
            AllocationRule.Power => Math.Sqrt(count),
            AllocationRule.Equal => 1.0,
            _ => count,
        })];
        return [.. Allocation.Whole(sum, Allocation.Exact(sum, measure, least, all)).Select((count, i) => (int)Math.Min(count, persons[i]))];
    }

    private sealed record Candidate(FrameLine Line, string Key, double Share);

    private sealed record Part(IReadOnlyList<DrawnCase> Sample, IReadOnlyList<DrawnCase> Reserve, int Clusters);

    private static Part Take(SamplePlan plan, string seed, string stratum, List<Candidate> persons, int take)
    {
        var groups = plan.ClusterTake > 0 && take < persons.Count
            ? persons.GroupBy(one => one.Line.Cluster, StringComparer.Ordinal).OrderBy(group => DrawOrder.Key(seed, "cluster", $"{stratum}\n{group.Key}"), StringComparer.Ordinal)
                .Select(group => (Code: group.Key, Persons: group.ToList())).ToList()
            : [];
        if (groups.Count < 2) return Simple(plan, stratum, "", persons, take, 1, 0);
        var stages = ClusterDrawing.Draw([.. groups.Select(group => group.Persons.Count)], (take + plan.ClusterTake - 1) / plan.ClusterTake, DrawOrder.Number(seed, "start", stratum));
        var parts = stages.Select(stage => Simple(plan, stratum, groups[stage.Cluster].Code, groups[stage.Cluster].Persons, Math.Min(plan.ClusterTake, groups[stage.Cluster].Persons.Count), stage.Chance, 1)).ToList();
        return new([.. parts.SelectMany(part => part.Sample)], [.. parts.SelectMany(part => part.Reserve)], parts.Count);
    }

    private static Part Simple(SamplePlan plan, string stratum, string cluster, List<Candidate> persons, int take, double chance, int clusters)
    {
        var spare = (int)Math.Min(persons.Count - take, Math.Ceiling(take * plan.Reserve));
        DrawnCase Case(Candidate one, bool reserve) => new(one.Line, stratum, cluster, reserve, persons.Count / (take * chance) * one.Share);
        return new([.. persons.Take(take).Select(one => Case(one, false))], [.. persons.Skip(take).Take(spare).Select(one => Case(one, true))], clusters);
    }
}
