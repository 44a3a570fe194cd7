using System.Globalization;
using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;

namespace ParIndex.Reference.Operations;

/// <summary>
/// Points of criteria by the product's own rules. The mapping of the case's rule names:
/// <list type="bullet">
/// <item>yes_no → <see cref="BinaryRule"/>; anything but 1 is no.</item>
/// <item>linear from..to → <see cref="LinearFloorRule"/> on x of 100 with floor = from and target = to; where less is better, on from - x
/// with floor 0 and target = from - to.</item>
/// <item>proportional_from → <see cref="LinearCutoffRule"/> on x of `to` with cut-off = from in per cent of `to`.</item>
/// <item>deduct → <see cref="DeductionRule"/> of per_unit for each, down to 0.</item>
/// <item>steps → <see cref="BracketsRule"/> on x of 100, each step closed below, the last step reached wins.</item>
/// </list>
/// Named policies of the case, which are no defaults of the product: <see cref="MissingCountsNothing"/>, and rounding to `decimals` for
/// each criterion before adding up.
/// </summary>
internal static class ScoringRules
{
    // A missing value earns 0 of the maximum; one marked not applicable leaves points and maximum.
    private const bool MissingCountsNothing = true;

    // Points have four decimals; unrounded points come from a leaf worth so many times as much.
    private const int Finer = 10_000_000;

    private static readonly ScoreRounding Exact = new(LeafPlaces: 4);

    public static void Run(Case one, Answers answers)
    {
        var (criteria, values) = (one.Table("criteria.csv"), one.Table("values.csv"));
        var rounding = new ScoreRounding(LeafPlaces: (int)one.Settings.Number("decimals", 2));
        foreach (var unit in values.Text("unit").Distinct())
        {
            decimal total = 0, maximum = 0;
            for (var c = 0; c < criteria.Rows; c++)
            {
                var criterion = criteria.Text("criterion")[c];
                var key = $"unit={unit}|criterion={criterion}";
                var row = Enumerable.Range(0, values.Rows).Where(i => values.Text("unit")[i] == unit && values.Text("criterion")[i] == criterion).DefaultIfEmpty(-1).First();
                var max = Decimal(criteria.Text("max")[c])!.Value;
                if (row < 0 || Decimal(values.Text("value")[row]) is not { } x)
                {
                    var applies = row < 0 || values.Numbers("not_applicable")[row] != 1;
                    answers.Add("points", key, "points", applies && MissingCountsNothing ? 0 : double.NaN);
                    if (applies) maximum += max;
                    continue;
                }
                var points = Points(criteria, c, x, max, Finer, Exact) / Finer;
                var rounded = Points(criteria, c, x, max, 1, rounding);
                answers.Add("points", key, "points", (double)points);
                answers.Add("points_rounded", key, "points", (double)rounded);
                total += rounded;
                maximum += max;
            }
            answers.Add("total", $"unit={unit}", ("points", (double)total), ("maximum_applicable", (double)maximum),
                ("percent", maximum > 0 ? (double)(100 * total / maximum) : double.NaN));
        }
        if (one.HasTable("rounding.csv")) Roundings(one.Table("rounding.csv"), answers);
    }

    private static decimal Points(Table t, int row, decimal x, decimal max, int finer, ScoreRounding rounding)
    {
        decimal Cell(string column) => Decimal(t.Text(column)[row]) ?? throw new InvalidDataException($"criteria.csv, row {row + 1}: {column} is missing");
        var award = Core.Points.Of(max * finer);
        Score Share(RatioRule rule, decimal part, decimal whole) => rule.Score([Quantity.Of(Math.Max(0, part)), Quantity.Of(whole)], award, rounding);
        var score = t.Text("rule")[row] switch
        {
            "yes_no" => new BinaryRule().Score([Quantity.Of(x == 1 ? 1 : 0)], award, rounding),
            "linear" => Linear(Cell("from"), Cell("to")),
            "proportional_from" => Proportional(Cell("from"), Cell("to")),
            "deduct" => new DeductionRule { Count = Input("count"), Each = Core.Points.Of(Cell("per_unit") * finer) }.Score([Quantity.Of(x)], award, rounding),
            "steps" => Share(Steps(t.Text("steps")[row], finer), x, 100),
            var other => throw new InvalidDataException($"criteria.csv, row {row + 1}: unknown rule \"{other}\""),
        };
        return score.Outcome == Outcome.Scored ? score.Points.Value
            : throw new InvalidDataException($"criteria.csv, row {row + 1}: the value {x.ToString(CultureInfo.InvariantCulture)} cannot be scored");

        Score Linear(decimal from, decimal to)
        {
            var (floor, target, part) = from < to && from >= 0 ? (from, to, x) : (0, Math.Abs(to - from), from < to ? x - from : from - x);
            var rule = new LinearFloorRule { Numerator = Input("part"), Denominator = Input("whole"), MayExceed = true, Floor = Quantity.Of(floor), Target = Quantity.Of(target) };
            return Share(rule, part, 100);
        }

        Score Proportional(decimal from, decimal to)
        {
            // A cut-off that is no round share of `to` is compared as it stands, and the proportion left to the rule.
            if (x < from) return new(Core.Points.Zero);
            var cutoff = Quantity.TryOf(100 * from / to, out var exact) ? exact : default;
            return Share(new LinearCutoffRule { Numerator = Input("part"), Denominator = Input("whole"), MayExceed = true, Cutoff = cutoff }, x, to);
        }
    }

    private static BracketsRule Steps(string text, int finer)
    {
        var steps = text.Split(';').Select(s => s.Split(':')).Select(s => (From: Decimal(s[0])!.Value, Points: Decimal(s[1])!.Value)).ToArray();
        // Best first: the last step listed that x reaches.
        var bands = steps.Reverse().Select(s => new Bracket { From = Quantity.Of(s.From), Points = Core.Points.Of(s.Points * finer) }).ToArray();
        return new BracketsRule { Numerator = Input("part"), Denominator = Input("whole"), MayExceed = true, Bands = bands };
    }

    private static RuleInput Input(string name) => new(name, new(name, name), InputKind.Amount);

    private static void Roundings(Table t, Answers answers)
    {
        for (var i = 0; i < t.Rows; i++)
        {
            var (value, places) = (Decimal(t.Text("decimal_text")[i])!.Value, (int)t.Numbers("decimals")[i]);
            answers.Add("rounding", $"id={t.Text("id")[i]}", ("half_away_from_zero", (double)Rounding.To(value, places, RoundingMode.HalfAwayFromZero)),
                ("half_to_even", (double)Rounding.To(value, places, RoundingMode.HalfToEven)));
        }
    }

    private static decimal? Decimal(string text) => text is "NA" or "" ? null : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
