using System.Text.RegularExpressions;
using ParIndex.Statistics.Estimation;
using ParIndex.Statistics.Ranks;
using ParIndex.Statistics.Weighting;

namespace ParIndex.Reference.Operations;

internal static partial class SurveySatisfaction
{
    [GeneratedRegex("^q[0-9]+$")]
    private static partial Regex Item();

    public static void Run(Case one, Answers answers)
    {
        var (t, s) = (one.Table("answers.csv"), one.Settings);
        var design = SurveyInput.Design(t, ["ward"], "province", "weight", s.Flag("fpc") ? ["nward"] : [], true, SurveyInput.Rule(s.Text("lonely")));
        var (from, level) = (s.Number("satisfied_from", 4), s.Number("level", 0.95));
        var items = t.Names.Where(n => Item().IsMatch(n)).ToArray();
        var satisfied = items.ToDictionary(q => q, q => t.Numbers(q).Select(v => double.IsNaN(v) ? v : v >= from ? 1.0 : 0.0).ToArray());
        var (provinces, province) = (t.Levels("province"), t.Text("province"));

        foreach (var q in items)
        {
            var y = satisfied[q];
            foreach (var p in provinces)
            {
                var share = Linear.Mean(design, y, i => province[i] == p);
                answers.Add("item_province", $"province={p}|item={q}", ("n", share.Records), ("share", share.Value), ("se", share.ErrorIn(design)));
            }
            var all = Linear.Mean(design, y);
            answers.Add("item_all", $"item={q}", ("n", all.Records), ("share", all.Value), ("se", all.ErrorIn(design)), ("deff", DesignEffect.OfMean(design, all, y)));
        }

        double[] top = [.. Enumerable.Range(0, t.Rows).Select(i => items.Sum(q => satisfied[q][i] == 1 ? 1.0 : 0.0))];
        double[] bottom = [.. Enumerable.Range(0, t.Rows).Select(i => items.Sum(q => double.IsNaN(satisfied[q][i]) ? 0.0 : 1.0))];
        var index = provinces.Select(p => Linear.Ratio(design, top, bottom, i => province[i] == p)).ToArray();
        var places = Places.Of([.. index.Select(r => Math.Round(r.Value, 12))]);
        for (var k = 0; k < provinces.Length; k++)
        {
            var own = design.DegreesOfFreedom(i => province[i] == provinces[k]);
            var interval = DesignShareInterval.Logit(index[k].Value, index[k].VarianceIn(design), own, level);
            answers.Add("index_province", $"province={provinces[k]}", ("index", index[k].Value), ("se", index[k].ErrorIn(design)), ("degf", own),
                ("ci_low", interval.Low), ("ci_high", interval.High), ("rank", places[k]));
        }
        var whole = Linear.Ratio(design, top, bottom);
        answers.Add("index_all", "all", ("index", whole.Value), ("se", whole.ErrorIn(design)), ("degf", design.DegreesOfFreedom()),
            ("mean_of_item_shares", items.Average(q => Linear.Mean(design, satisfied[q]).Value)));
        Weights("all", design.Weights);
        foreach (var p in provinces) Weights(p, [.. design.Weights.Where((_, i) => province[i] == p)]);

        void Weights(string unit, double[] w) =>
            answers.Add("kish", $"unit={unit}", ("n", w.Length), ("kish_deff", Kish.DesignEffect(w)), ("n_eff", Kish.EffectiveSize(w)));
    }
}
