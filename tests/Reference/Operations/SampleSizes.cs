using ParIndex.Statistics.Sampling;

namespace ParIndex.Reference.Operations;

internal static class SampleSizes
{
    public static void Run(Case one, Answers answers)
    {
        if (one.HasTable("scenarios.csv")) Scenarios(one.Table("scenarios.csv"), answers);
        if (one.HasTable("two_proportions.csv")) Differences(one.Table("two_proportions.csv"), answers);
        if (one.HasTable("strata.csv")) Allocations(one.Table("strata.csv"), one.Settings, answers);
    }

    private static void Scenarios(Table t, Answers answers)
    {
        var (p, e, level, population, deff, response) =
            (t.Numbers("p"), t.Numbers("margin"), t.Numbers("level"), t.Numbers("N"), t.Numbers("deff"), t.Numbers("response"));
        for (var i = 0; i < t.Rows; i++)
        {
            var key = $"id={t.Text("id")[i]}";
            var size = double.IsNaN(population[i]) ? double.PositiveInfinity : population[i];
            var plan = SampleSize.ForShare(p[i], e[i], level[i], size, deff[i], response[i]);
            answers.Add("proportion", key, ("n0", plan.Simple), ("n0_with_deff", plan.WithDesignEffect), ("n_with_fpc", plan.WithPopulation),
                ("n_completed", plan.Completed), ("n_to_invite", plan.Invited));
            var yamane = SampleSize.Yamane(population[i], e[i]);
            answers.Add("yamane", key, ("n", yamane), ("n_rounded", SampleSize.Up(yamane)));
            answers.Add("proportion_wilson", key, "n", SampleSize.ForWilson(p[i], e[i], level[i]).Value);
        }
    }

    private static void Differences(Table t, Answers answers)
    {
        for (var i = 0; i < t.Rows; i++)
        {
            var n = SampleSize.ForDifference(t.Numbers("p1")[i], t.Numbers("p2")[i], t.Numbers("alpha")[i], t.Numbers("power")[i]);
            answers.Add("two_proportions", $"id={t.Text("id")[i]}", ("n_per_group", n), ("n_per_group_rounded", SampleSize.Up(n)));
        }
    }

    private static void Allocations(Table t, Settings settings, Answers answers)
    {
        var (population, sd) = (t.Numbers("N"), t.Numbers("sd"));
        var total = settings.Number("total");
        var least = population.Select(n => Math.Min(settings.Number("min", 0), n)).ToArray();
        (string Name, double[] Measure)[] rules =
        [
            ("equal", [.. population.Select(_ => 1.0)]), ("proportional", population),
            ("neyman", [.. population.Select((n, i) => n * sd[i])]), ("power", [.. population.Select(n => Math.Pow(n, settings.Number("power", 0.5)))]),
        ];
        foreach (var (name, measure) in rules)
        {
            var exact = Allocation.Exact(total, measure, least, population);
            var whole = Allocation.Whole(total, exact);
            for (var i = 0; i < t.Rows; i++)
                answers.Add("allocation", $"method={name}|stratum={t.Text("stratum")[i]}", ("exact", exact[i]), ("rounded", whole[i]));
        }
    }
}
