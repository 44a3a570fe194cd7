using System.Collections;

namespace ParIndex.Core.Computation;

/// <summary>
/// Areas and criteria: the same division as the index, over their own leaves. Where nothing applies there is no index, never 0;
/// where a leaf has no score there is none yet.
/// </summary>
internal static class Parts
{
    public static AreaResult[] Areas(FrameworkPlan plan, LeafResult[] leaves, UnitState state)
    {
        var areas = plan.Framework.Areas;
        var results = new AreaResult[areas.Count];
        for (int i = 0, from = 0; i < results.Length; from = plan.AreaEnds[i++])
        {
            var (achieved, applicable, index, published) = Sum(plan, leaves, from, plan.AreaEnds[i], state);
            results[i] = new AreaResult(areas[i], achieved, applicable, index, published);
        }

        return results;
    }

    /// <summary>The criteria, divided when somebody looks: a country has hundreds of thousands and ranks none of them.</summary>
    public static IReadOnlyList<CriterionResult> Criteria(FrameworkPlan plan, LeafResult[] leaves, UnitState state) => new CriterionList(plan, leaves, state);

    private sealed class CriterionList(FrameworkPlan plan, LeafResult[] leaves, UnitState state) : IReadOnlyList<CriterionResult>
    {
        private CriterionResult[]? results;

        public int Count => plan.Criteria.Length;

        public CriterionResult this[int index] => Results[index];

        private CriterionResult[] Results => results ??= [.. plan.Criteria.Select(Result)];

        public IEnumerator<CriterionResult> GetEnumerator() => ((IEnumerable<CriterionResult>)Results).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private CriterionResult Result(Frameworks.Criterion criterion, int i)
        {
            var (achieved, applicable, index, published) = Sum(plan, leaves, i == 0 ? 0 : plan.CriterionEnds[i - 1], plan.CriterionEnds[i], state);
            return new CriterionResult(criterion, achieved, applicable, index, published);
        }
    }

    private static (Points Achieved, Points Applicable, Percent? Index, decimal? Published) Sum(
        FrameworkPlan plan, LeafResult[] leaves, int from, int to, UnitState state)
    {
        long achieved = 0, applicable = 0;
        var known = state != UnitState.NotSubmitted;
        for (var i = from; i < to; i++)
        {
            ref readonly var leaf = ref leaves[i];
            achieved += leaf.Points.TenThousandths;
            applicable += leaf.Applicable.TenThousandths;
            known &= leaf.State != LeafState.NotScored;
        }

        if (!known || applicable == 0) return (new(achieved), new(applicable), null, null);
        var index = Percent.Of(achieved, applicable);
        var rounding = plan.Framework.Rounding;
        return (new(achieved), new(applicable), index, index.Published(rounding.PublishedPlaces, rounding.Mode));
    }
}
