using System.Globalization;
using System.Text.RegularExpressions;
using ParIndex.Core.Scoring;

namespace ParIndex.Core.Tests.Scoring;

/// <summary>Turns the words of a row of rule_test_vectors.csv ("linear_floor", "floor 95; target 100", "9850/10000") into a rule and its inputs.</summary>
internal static partial class RuleVectors
{
    public static (ScoringRule Rule, decimal?[] Inputs) Read(string kind, string parameters, string input) => kind switch
    {
        "levels" => Levels(parameters, input),
        "brackets" => (Rules.Brackets with { Bands = [.. parameters.Split("; ").Select(Band)] }, Pair(input)),
        "linear" => (Rules.Linear with { Target = Named(parameters, "target") }, Pair(input)),
        "linear_cutoff" => (Rules.Cutoff with { Cutoff = Named(parameters, "cutoff") }, Pair(input)),
        "linear_floor" => (Rules.Floor with { Floor = Named(parameters, "floor"), Target = Named(parameters, "target") }, Pair(input)),
        "deduction" => (new DeductionRule
        {
            Count = Rules.Deduction.Count,
            Each = Points.Of(Numbers(parameters)[0]),
            Floor = Points.Of(Named(parameters, "floor").Value),
        }, [Numbers(input)[0]]),
        "weighted_deduction" => (new WeightedDeductionRule
        {
            Items = [.. parameters.Split("; ").Where(part => !part.StartsWith("floor", StringComparison.Ordinal))
                .Select(part => new DeductionItem(part.Split(' ')[0], Text.Same(part), Points.Of(Numbers(part)[0])))],
            Floor = Points.Of(Named(parameters, "floor").Value),
        }, [.. Numbers(input).Select(number => (decimal?)number)]),
        "count_steps" => (Rules.Steps with
        {
            Steps = [.. parameters.Split("; ").Select(part => Numbers(part)).Select(n => new CountStep(Quantity.Of(n[0]), Points.Of(n[1])))],
        }, [Numbers(input)[0]]),
        "checklist" => (new ChecklistRule
        {
            Items = [new("ticked", Text.Same("items"), Points.Of(Numbers(parameters)[1]), (int)Numbers(parameters)[0])],
        }, [Numbers(input)[0]]),
        "sipas" => (Rules.Sipas, [Numbers(input)[0]]),
        "survey_mean" => (Rules.Mean, [Numbers(input)[0]]),
        "external" => (Rules.External, [Numbers(input)[0]]),
        _ => throw new ArgumentException($"No reader for a row of kind {kind}.", nameof(kind)),
    };

    private static (ScoringRule, decimal?[]) Levels(string parameters, string input)
    {
        var rule = new LevelsRule
        {
            Options = [.. parameters.Split("; ").Select(part => (Name: part[..part.LastIndexOf(' ')], Points: Numbers(part)[0]))
                .Select(option => new LevelOption(option.Name.Replace(' ', '_'), Text.Same(option.Name), Points.Of(option.Points)))],
        };
        return (rule, [rule.Read(rule.Inputs[0], input)!.Value.Value]);
    }

    /// <summary>">90: 2", "70..90 inclusive: 1" or "&lt;70: 0".</summary>
    private static Bracket Band(string words)
    {
        var (range, points) = (words.Split(": ")[0], Points.Of(decimal.Parse(words.Split(": ")[1], CultureInfo.InvariantCulture)));
        var bounds = Numbers(range.Replace("..", " ", StringComparison.Ordinal));
        if (range[0] == '>') return new() { From = Quantity.Of(bounds[0]), FromIncluded = false, Points = points };
        if (range[0] == '<') return new() { To = Quantity.Of(bounds[0]), ToIncluded = false, Points = points };
        return new() { From = Quantity.Of(bounds[0]), To = Quantity.Of(bounds[1]), ToIncluded = range.EndsWith("inclusive", StringComparison.Ordinal), Points = points };
    }

    private static decimal?[] Pair(string input) => [.. input.Split('/').Select(part => (decimal?)decimal.Parse(part, CultureInfo.InvariantCulture))];

    private static Quantity Named(string parameters, string name) =>
        Quantity.Of(Numbers(parameters.Split("; ").Single(part => part.StartsWith(name, StringComparison.Ordinal)))[0]);

    private static List<decimal> Numbers(string words) =>
        [.. Number().Matches(words).Select(match => decimal.Parse(match.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();
}
