using ParIndex.Statistics.Estimation;
using ParIndex.Statistics.Weighting;

namespace ParIndex.Reference.Operations;

internal static class SurveyNonResponse
{
    public static void Run(Case one, Answers answers)
    {
        var (t, settings) = (one.Table("sample.csv"), one.Settings);
        var (weights, responded) = (t.Numbers("weight"), t.Numbers("responded").Select(v => v == 1).ToArray());
        var heard = Enumerable.Range(0, t.Rows).Where(i => responded[i]).ToArray();
        answers.Add("response_rate", "all", ("unweighted", heard.Length / (double)t.Rows), ("weighted", heard.Sum(i => weights[i]) / weights.Sum()));

        var (y, x, terms) = SurveyInput.Model(t, settings.Text("propensity")!, ["cell"]);
        var fit = LogisticRegression.Of(x, y, tolerance: 1e-14);
        for (var a = 0; a < terms.Length; a++) answers.Add("propensity_coefficient", $"term={terms[a]}", "estimate", fit.Coefficients[a]);
        foreach (var i in heard) answers.Add("propensity", $"id={t.Text("id")[i]}", "probability", fit.Fitted[i]);

        var byClass = ResponseAdjustment.ByClass(weights, responded, t.Codes("cell"));
        var byPropensity = ResponseAdjustment.ByPropensity(weights, responded, fit.Fitted);
        var byBoth = ResponseAdjustment.ByClass(weights, responded, ResponseAdjustment.Classes(fit.Fitted, (int)settings.Number("classes", 5)));
        foreach (var (method, w) in new[] { ("base", weights), ("weighting_class", byClass), ("propensity", byPropensity), ("propensity_class", byBoth) })
        {
            if (method != "base")
                foreach (var i in heard) answers.Add("weight", $"method={method}|id={t.Text("id")[i]}", "weight", w[i]);
            int[] Kept(string column) => [.. heard.Select(i => t.Codes(column)[i])];
            var own = heard.Select(i => w[i]).ToArray();
            var design = SampleDesign.Of(own, Kept("stratum"), [Kept("psu")], nest: true);
            var share = Linear.Mean(design, [.. heard.Select(i => t.Numbers("s")[i])]);
            answers.Add("share", $"method={method}", ("estimate", share.Value), ("se", share.ErrorIn(design)), ("kish_deff", Kish.DesignEffect(own)));
        }
    }
}
