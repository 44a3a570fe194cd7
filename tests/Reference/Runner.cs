using ParIndex.Reference.Operations;

namespace ParIndex.Reference;

/// <summary>Finds the operation a case names.</summary>
public static class Runner
{
    private static readonly Dictionary<string, Action<Case, Answers>> Operations = new()
    {
        ["special-functions"] = SpecialFunctions.Run,
        ["binomial-intervals"] = BinomialIntervals.Run,
        ["sample-size"] = SampleSizes.Run,
        ["rank-ties"] = RankTies.Run,
        ["rank-probabilities"] = RankProbability.Run,
        ["rank-confidence-sets"] = RankConfidenceSets.Run,
        ["index-weights"] = IndexWeights.Run,
        ["decomposition"] = Decompositions.Run,
        ["best-buy"] = BestBuys.Run,
        ["raters"] = RaterAgreement.Run,
        ["data-quality"] = DataQuality.Run,
        ["scoring-rules"] = ScoringRules.Run,
        ["survey"] = Survey.Run,
        ["survey-lonely-psu"] = SurveyLonely.Run,
        ["survey-calibration"] = SurveyCalibration.Run,
        ["survey-nonresponse"] = SurveyNonResponse.Run,
        ["survey-replicates"] = SurveyReplicates.Run,
        ["survey-year-change"] = SurveyYearChange.Run,
        ["survey-satisfaction-index"] = SurveySatisfaction.Run,
    };

    public static Answers Run(Case one)
    {
        if (!Operations.TryGetValue(one.Operation, out var operation))
            throw new InvalidDataException($"Unknown operation \"{one.Operation}\". Known: {string.Join(", ", Operations.Keys)}");
        var answers = new Answers();
        operation(one, answers);
        return answers;
    }
}
