using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Ranking;

namespace ParIndex.Core.Computation;

/// <summary>What of the year as a whole does not fit together. Core is safe by itself: the readers of files check the same at their door.</summary>
internal static class InputChecking
{
    public static void Check(YearPlan year, List<Finding> findings)
    {
        var cycle = year.Input.Cycle;
        var groups = cycle.Groups.Select(group => group.Code).ToHashSet();
        if (year.Input.Units.Count == 0) findings.Add(YearFindings.NothingScored());
        foreach (var block in cycle.Blocks)
            foreach (var group in block.Groups.Where(group => !groups.Contains(group))) findings.Add(YearFindings.UnknownGroupInBlock(block.Code, group));
        if (year.Input.Totals is not null) return;

        foreach (var group in cycle.Groups.Where(group => year.PlanOf(group.Code) is null)) findings.Add(YearFindings.NoFramework(group.Code));
        foreach (var framework in cycle.Groups.Select(group => year.PlanOf(group.Code)?.Framework).OfType<Framework>().Distinct())
        {
            Sums(framework, findings);
            foreach (var key in framework.Ties.Keys.Where(key => !GroupRanking.Knows(framework, key))) findings.Add(YearFindings.UnknownTieKey(framework.Code, key));
            if (!year.SurveyHeld && framework.Leaves.Any(leaf => leaf.ScoredBy == ScoreSource.Survey))
                findings.Add(framework.SurveyNotHeld == SurveyNotHeld.Provisional
                    ? YearFindings.SurveyNotHeldProvisional(framework.Code)
                    : YearFindings.SurveyNotHeldRescaled(framework.Code));
        }
    }

    /// <summary>Units of the cycle's groups, each once, in the order of group and code: the order of arrival changes nothing.</summary>
    public static Unit[] Units(YearPlan year, List<Finding> findings)
    {
        var order = new Dictionary<string, int>();
        foreach (var group in year.Input.Cycle.Groups) order.TryAdd(group.Code, order.Count);
        var units = new Dictionary<UnitCode, Unit>();
        foreach (var unit in year.Input.Units)
        {
            if (!order.ContainsKey(unit.Group)) findings.Add(YearFindings.UnknownGroup(unit.Code, unit.Group));
            else if (!units.TryAdd(unit.Code, unit)) findings.Add(YearFindings.DuplicateUnit(unit.Code));
        }

        return [.. units.Values.OrderBy(unit => order[unit.Group]).ThenBy(unit => unit.Code)];
    }

    /// <summary>The sheet of each unit.</summary>
    public static Dictionary<UnitCode, UnitSheet> Sheets(YearPlan year, IReadOnlyList<Unit> units, List<Finding> findings)
    {
        var known = units.Select(unit => unit.Code).ToHashSet();
        var sheets = new Dictionary<UnitCode, UnitSheet>(units.Count);
        foreach (var sheet in year.Input.Sheets)
        {
            if (!known.Contains(sheet.Unit.Code)) findings.Add(YearFindings.StrangeSheet(sheet.Unit.Code));
            else if (!sheets.TryAdd(sheet.Unit.Code, sheet)) findings.Add(YearFindings.DuplicateUnit(sheet.Unit.Code));
        }

        return sheets;
    }

    private static void Sums(Framework framework, List<Finding> findings)
    {
        Compare("total", new("Toàn bộ chỉ số", "The whole framework"), framework.Areas.Select(area => area.Max), framework.Total);
        foreach (var area in framework.Areas)
        {
            Compare(area.Code.Value, area.Name, area.Criteria.Select(criterion => criterion.Max), area.Max);
            foreach (var criterion in area.Criteria)
                Compare(criterion.Code.Value, criterion.Name, criterion.Leaves.Select(leaf => leaf.Max), criterion.Max);
        }

        void Compare(string where, Text what, IEnumerable<Points> parts, Points max)
        {
            var sum = parts.Aggregate(Points.Zero, (total, part) => total + part);
            if (sum != max) findings.Add(YearFindings.SumDiffers(framework.Code, where, what, sum, max));
        }
    }
}
