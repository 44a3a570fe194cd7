using ParIndex.Statistics.Estimation;

namespace ParIndex.Reference.Operations;

/// <summary>Reads a design and model columns out of a table.</summary>
internal static class SurveyInput
{
    public static SampleDesign Design(Table t, Settings s, LonelyRule lonely = LonelyRule.Fail)
    {
        var ids = s.Texts("ids").Where(c => c is not ("1" or "0")).ToArray();
        return Design(t, ids, s.Text("strata"), s.Text("weights"), s.Texts("fpc"), s.Flag("nest"), lonely);
    }

    public static SampleDesign Design(Table t, string[] ids, string? strata, string? weights, string[] fpc, bool nest, LonelyRule lonely = LonelyRule.Fail) =>
        SampleDesign.Of(weights is null ? [.. Enumerable.Repeat(1.0, t.Rows)] : t.Numbers(weights), strata is null ? null : t.Codes(strata),
            [.. ids.Select(c => t.Codes(c))], fpc.Length == 0 ? null : [.. fpc.Select(t.Numbers)], nest, lonely);

    public static LonelyRule Rule(string? name) => name switch
    {
        "certainty" => LonelyRule.Certainty,
        "remove" => LonelyRule.Remove,
        "adjust" => LonelyRule.Adjust,
        "average" => LonelyRule.Average,
        _ => LonelyRule.Fail,
    };

    /// <summary>Estimate, error and t interval; no interval where the error is 0.</summary>
    public static void Add(Answers answers, string estimand, string key, SampleDesign design, Linear estimate, double df, double level)
    {
        var interval = estimate.IntervalIn(design, df, level);
        answers.Add(estimand, key, ("estimate", estimate.Value), ("se", estimate.ErrorIn(design)), ("ci_low", interval.Low), ("ci_high", interval.High));
    }

    /// <summary>Model columns of "y ~ a + b": the constant, numbers as they are, other columns as levels against the first.</summary>
    public static (double[] Y, double[][] X, string[] Terms) Model(Table t, string formula, ICollection<string> factors)
    {
        var sides = formula.Split('~');
        var y = t.Numbers(sides[0].Trim());
        var terms = new List<string> { "(Intercept)" };
        var columns = new List<double[]> { Enumerable.Repeat(1.0, t.Rows).ToArray() };
        foreach (var name in sides[1].Split('+').Select(p => p.Trim()).Where(p => p is not ("" or "1")))
            if (t.IsNumeric(name) && !factors.Contains(name))
            {
                terms.Add(name);
                columns.Add(t.Numbers(name));
            }
            else
            {
                var codes = t.Codes(name);
                foreach (var (level, at) in t.Levels(name).Select((l, i) => (l, i)).Skip(1))
                {
                    terms.Add(name + level);
                    columns.Add([.. codes.Select(c => c == at ? 1.0 : 0.0)]);
                }
            }
        return (y, [.. Enumerable.Range(0, t.Rows).Select(i => columns.Select(c => c[i]).ToArray())], [.. terms]);
    }
}
