using ParIndex.Statistics.Distributions;
using ParIndex.Statistics.Estimation;

namespace ParIndex.Reference.Operations;

internal static class Survey
{
    public static void Run(Case one, Answers answers)
    {
        var (t, s) = (one.Table("sample.csv"), one.Settings);
        foreach (var (name, design) in s.Groups("designs")) new OneDesign(t, s, $"design={name}", SurveyInput.Design(t, design), answers).Run();
    }

    private sealed class OneDesign(Table t, Settings s, string prefix, SampleDesign design, Answers answers)
    {
        private readonly double level = s.Number("level", 0.95);
        private readonly int df = design.DegreesOfFreedom();
        private readonly string domain = s.Text("domain") ?? "";

        public void Run()
        {
            answers.Add("design", prefix, ("degf", df), ("n", design.Records), ("sum_weights", design.Weights.Sum()));
            foreach (var y in s.Texts("numeric")) Numeric(y);
            foreach (var y in s.Texts("categorical")) Categorical(y);
            if (s.Has("ratio"))
            {
                var r = s.Texts("ratio");
                SurveyInput.Add(answers, "ratio", $"{prefix}|numerator={r[0]}|denominator={r[1]}", design, Linear.Ratio(design, t.Numbers(r[0]), t.Numbers(r[1])), df, level);
            }
            if (domain.Length > 0)
            {
                foreach (var y in s.Texts("binary")) Binary(y);
                foreach (var y in s.Texts("numeric")) Domains(y);
                foreach (var y in s.Texts("chisq")) Independence(y);
            }
            if (s.Has("quantiles")) Quantiles(s.Texts("numeric")[0]);
            if (s.Has("ttest")) Difference(s.Texts("numeric")[0], s.Text("ttest")!);
            if (s.Has("logistic")) Logistic(s.Text("logistic")!);
        }

        private void Numeric(string name)
        {
            var (key, y) = ($"{prefix}|variable={name}", t.Numbers(name));
            var (mean, total, variance) = (Linear.Mean(design, y), Linear.Total(design, y), Linear.Variance(design, y));
            SurveyInput.Add(answers, "mean", key, design, mean, df, level);
            answers.Add("mean", key, ("deff", DesignEffect.OfMean(design, mean, y)), ("deff_replace", DesignEffect.OfMean(design, mean, y, true)));
            SurveyInput.Add(answers, "total", key, design, total, df, level);
            answers.Add("total", key, "deff", DesignEffect.OfTotal(design, total, y));
            answers.Add("variance", key, ("estimate", variance.Value), ("se", variance.ErrorIn(design)));
        }

        private void Categorical(string name)
        {
            foreach (var value in t.Levels(name))
            {
                var key = $"{prefix}|variable={name}|level={value}";
                double[] y = [.. t.Text(name).Select(v => v is "NA" or "" ? double.NaN : v == value ? 1.0 : 0.0)];
                var mean = Linear.Mean(design, y);
                SurveyInput.Add(answers, "mean", key, design, mean, df, level);
                answers.Add("mean", key, "deff", DesignEffect.OfMean(design, mean, y));
                SurveyInput.Add(answers, "total", key, design, Linear.Total(design, y), df, level);
            }
        }

        private void Binary(string name)
        {
            var y = t.Numbers(name);
            Shares($"{prefix}|variable={name}|domain=all", y, null);
            foreach (var g in t.Levels(domain))
            {
                var key = $"{prefix}|variable={name}|domain={g}";
                bool In(int i) => t.Text(domain)[i] == g;
                var mean = Shares(key, y, In);
                answers.Add("domain_proportion", key, ("n", Enumerable.Range(0, t.Rows).Count(In)), ("estimate", mean.Value),
                    ("se", mean.ErrorIn(design)), ("degf", design.DegreesOfFreedom(In)));
            }
        }

        private Linear Shares(string key, double[] y, Func<int, bool>? inside)
        {
            var mean = Linear.Mean(design, y, inside);
            var (p, v, n, own) = (mean.Value, mean.VarianceIn(design), mean.Records, design.DegreesOfFreedom(inside));
            (string Method, Interval Interval)[] all =
            [
                ("logit", DesignShareInterval.Logit(p, v, own, level)), ("likelihood", DesignShareInterval.Likelihood(p, v, n, own, level)),
                ("asin", DesignShareInterval.Arcsine(p, v, own, level)), ("beta", DesignShareInterval.KornGraubard(p, v, n, own, level)),
                ("mean", DesignShareInterval.Plain(p, v, own, level)), ("xlogit", DesignShareInterval.Logit(p, v, own, level)),
                ("wilson", DesignShareInterval.Wilson(p, v, own, level)),
            ];
            foreach (var (method, interval) in all) answers.Add("ciprop", $"{key}|method={method}", ("ci_low", interval.Low), ("ci_high", interval.High));
            var (effective, honest) = DesignShareInterval.Honest(p, v, n, own, level);
            answers.Add("honest_ciprop", key, ("n_effective", effective.Value), ("ci_low", honest.Low), ("ci_high", honest.High));
            return mean;
        }

        private void Domains(string name)
        {
            var y = t.Numbers(name);
            var groups = t.Levels(domain);
            var means = groups.Select(g => Linear.Mean(design, y, i => t.Text(domain)[i] == g)).ToArray();
            for (var g = 0; g < groups.Length; g++)
            {
                var (key, group) = ($"{prefix}|variable={name}|domain={groups[g]}", groups[g]);
                SurveyInput.Add(answers, "domain_mean", key, design, means[g], df, level);
                answers.Add("domain_mean", key, ("deff", DesignEffect.OfMean(design, means[g], y)), ("cv", means[g].ErrorIn(design) / means[g].Value));
                SurveyInput.Add(answers, "domain_total", key, design, Linear.Total(design, y, i => t.Text(domain)[i] == group), df, level);
            }
            var v = DesignVariance.Covariance(design, [.. means.Select(m => m.Z)]);
            for (var a = 0; a < groups.Length; a++)
                for (var b = a + 1; b < groups.Length; b++)
                    answers.Add("domain_covariance", $"{prefix}|variable={name}|a={groups[a]}|b={groups[b]}", "covariance", v[a, b]);
            if (groups.Length > 1)
                SurveyInput.Add(answers, "domain_contrast", $"{prefix}|variable={name}|a={groups[0]}|b={groups[1]}", design, Linear.Difference(means[0], means[1]), df, level);
        }

        private void Quantiles(string name)
        {
            foreach (var p in s.Numbers("quantiles"))
            {
                var q = WeightedQuantile.WithInterval(design, t.Numbers(name), p);
                answers.Add("quantile", $"{prefix}|variable={name}|p={Answers.InKey(p)}", ("estimate", q.Value), ("ci_low", q.Low), ("ci_high", q.High));
            }
        }

        private void Independence(string name)
        {
            var r = IndependenceTests.Of(design, t.Codes(name), t.Codes(domain));
            foreach (var (kind, test) in new[] { ("F", r.F), ("Chisq", r.ChiSquare), ("Wald", r.Wald), ("adjWald", r.AdjustedWald) })
                answers.Add("rao_scott", $"{prefix}|rows={name}|columns={domain}|statistic={kind}",
                    ("statistic", test.Statistic), ("df1", test.Df1), ("df2", test.Df2), ("p_value", test.P));
        }

        private void Difference(string name, string by)
        {
            var groups = t.Levels(by);
            var (y, text) = (t.Numbers(name), t.Text(by));
            var difference = Linear.Difference(Linear.Mean(design, y, i => text[i] == groups[1]), Linear.Mean(design, y, i => text[i] == groups[0]));
            var statistic = difference.Value / difference.ErrorIn(design);
            answers.Add("ttest", $"{prefix}|variable={name}|by={by}", ("difference", difference.Value), ("t", statistic), ("df", df - 1),
                ("p_value", StudentT.TwoSided(statistic, df - 1)));
        }

        private void Logistic(string formula)
        {
            var (y, x, terms) = SurveyInput.Model(t, formula, s.Texts("factors"));
            var fit = LogisticRegression.Of(x, y, design.Weights, design);
            for (var a = 0; a < terms.Length; a++)
                answers.Add("logistic", $"{prefix}|term={terms[a]}", ("estimate", fit.Coefficients[a]), ("se", fit.Errors[a]));
        }
    }
}
