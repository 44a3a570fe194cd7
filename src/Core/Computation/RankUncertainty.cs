using ParIndex.Statistics.Ranks;

namespace ParIndex.Core.Computation;

/// <summary>
/// Beside each official rank: the ranks that the sampling of the survey leaves open, those that the appraisers' disagreement leaves open,
/// and the brackets of units that both together cannot tell apart. All pairs of a group are held together (<see cref="PairComparisons"/>),
/// on the published indices, so that the official rank always lies among those left open. docs/method.md, "Ranks with their uncertainty".
/// </summary>
public static class RankUncertainty
{
    /// <summary>Of every unit of a result.</summary>
    public static IReadOnlyDictionary<UnitCode, UnitUncertainty> Of(CycleResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var kinds = result.Input.Cycle.Stages.Select(stage => stage.Kind).ToArray();
        var found = new Dictionary<UnitCode, UnitUncertainty>(result.Units.Count);
        foreach (var unit in result.Units)
        {
            var (appraisal, twice) = AppraisalMargin.Of(result, unit, kinds);
            found[unit.Unit.Code] = new(SurveyMargin.Of(result, unit), appraisal, twice, []);
        }

        foreach (var group in result.Units.Where(unit => unit is { Standing: not null, Published: not null }).GroupBy(unit => unit.Unit.Group))
            Settle([.. group], found);
        return found;
    }

    private static void Settle(UnitResult[] units, Dictionary<UnitCode, UnitUncertainty> found)
    {
        double[] index = [.. units.Select(unit => (double)unit.Published!.Value)];
        double[] survey = [.. units.Select(unit => found[unit.Unit.Code].Survey.Error)];
        double[] appraisal = [.. units.Select(unit => found[unit.Unit.Code].Appraisal.Error)];
        if (units.Any(unit => found[unit.Unit.Code].Survey.Low is not null))
        {
            var sets = new PairComparisons(index, survey).Sets();
            Set((i, one) => one.Survey.Low is null ? one : one with { Survey = one.Survey with { RankBest = sets[i].Low, RankWorst = sets[i].High } });
        }

        if (units.Any(unit => found[unit.Unit.Code].Appraisal.Low is not null))
        {
            var sets = new PairComparisons(index, appraisal).Sets();
            Set((i, one) => one.Appraisal.Low is null ? one : one with { Appraisal = one.Appraisal with { RankBest = sets[i].Low, RankWorst = sets[i].High } });
        }

        double[] both = [.. survey.Select((error, i) => Math.Sqrt((error * error) + (appraisal[i] * appraisal[i])))];
        if (!both.Any(error => error > 0)) return;
        int[] order = [.. Enumerable.Range(0, units.Length).OrderByDescending(i => index[i]).ThenBy(i => units[i].Unit.Code)];
        var number = 0;
        foreach (var (first, last) in new PairComparisons(index, both).Runs(order))
        {
            number++;
            for (var at = first; at <= last; at++)
            {
                var one = found[units[order[at]].Unit.Code];
                found[units[order[at]].Unit.Code] = one with { Brackets = [.. one.Brackets, number] };
            }
        }

        void Set(Func<int, UnitUncertainty, UnitUncertainty> change)
        {
            for (var i = 0; i < units.Length; i++) found[units[i].Unit.Code] = change(i, found[units[i].Unit.Code]);
        }
    }
}
