using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;

namespace ParIndex.SampleCity;

/// <summary>What a leaf of a unit comes to: its inputs, what the rule gives, what counts in the end.</summary>
public sealed record FittedLeaf(Leaf Leaf, LeafLine Line, Quantity?[] Inputs, Score ByRule, Points Final, Points Applicable, CouncilCase? Council);

/// <summary>
/// Finds inputs of a unit's leaves from which the real rules compute its published index: a strength is sought that comes near, and the survey
/// means, which are given to hundredths, close the rest.
/// </summary>
public sealed class UnitFit(UnitPlan unit, Framework framework, IReadOnlyDictionary<string, LeafLine> lines, decimal satisfaction)
{
    private const int Tries = 40;

    private static readonly IReadOnlyDictionary<(string Unit, string Leaf), CouncilCase> Council = CouncilCase.Read();
    private static readonly Dictionary<(string, string), string> Decided =
        Table.Lines("applicability").ToDictionary(cells => (cells[0], cells[1]), cells => cells[2]);

    /// <summary>Leaves in the framework's order, with which the unit's index is the published one.</summary>
    /// <param name="adjustment">Bonus less penalty, in points of the index.</param>
    public IReadOnlyList<FittedLeaf> Fit(decimal adjustment)
    {
        // Not on the printed hundredth itself: real sums never are.
        var aim = unit.Index - adjustment + (new Seeded(Seed.Value, unit.Code, "aim").Between(-34, 34) / 10_000m);
        return Close(Nearest(aim), aim);
    }

    private FittedLeaf[] Nearest(decimal aim)
    {
        (FittedLeaf[] Leaves, decimal Distance)? best = null;
        for (var salt = 0; salt < Tries; salt++)
        {
            var (low, high) = (0, LeafDraw.Full);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (Index(Draw(middle, salt)) < aim) low = middle + 1;
                else high = middle;
            }

            foreach (var strength in (int[])[Math.Max(low - 1, 0), low])
            {
                var leaves = Draw(strength, salt);
                var distance = Math.Abs(Index(leaves) - aim);
                if (best is null || distance < best.Value.Distance) best = (leaves, distance);
            }

            if (best!.Value.Distance < 0.02m) break;
        }

        return best!.Value.Leaves;
    }

    // Shares the rest out over the survey means in hundredths, from leaf to leaf, until no hundredth brings the index nearer.
    private FittedLeaf[] Close(FittedLeaf[] leaves, decimal aim)
    {
        var means = Enumerable.Range(0, leaves.Length).Where(i => leaves[i].Line.Kind == "mean").ToArray();
        var idle = 0;
        for (var turn = 0; idle < means.Length; turn++)
        {
            var at = means[turn % means.Length];
            var before = Index(leaves) - aim;
            var step = before > 0 ? -0.01m : 0.01m;
            var was = leaves[at];
            leaves[at] = Scored(was, [Quantity.Of(was.Inputs[0]!.Value.Value + step)]);
            if (Math.Abs(Index(leaves) - aim) < Math.Abs(before)) idle = 0;
            else (leaves[at], idle) = (was, idle + 1);
        }

        return leaves;
    }

    private FittedLeaf[] Draw(int strength, int salt)
    {
        (long, long)? onTime = null;
        var fitted = new List<FittedLeaf>();
        foreach (var leaf in framework.Leaves)
        {
            var line = lines[leaf.Code.Value];
            var one = new FittedLeaf(leaf, line, [], Score.Missing, Points.Zero, leaf.Max, Council.GetValueOrDefault((unit.Code, leaf.Code.Value)));
            if (Decided.TryGetValue((unit.Code, leaf.Code.Value), out var policy))
            {
                var full = policy == "full";
                fitted.Add(one with { Final = full ? leaf.Max : Points.Zero, Applicable = full ? leaf.Max : Points.Zero });
                continue;
            }

            var inputs = line.Kind == "sipas" ? [Quantity.Of(satisfaction)]
                : one.Council is { } council ? [.. leaf.Rule.Inputs.Select((input, i) => Reading.Of(leaf.Rule, input, council.Inputs[i]))]
                : new LeafDraw(unit, leaf, line, salt).Inputs(strength, onTime);
            if (leaf.Code.Value == "3.4.1") onTime = ((long)inputs[0]!.Value.Value, (long)inputs[1]!.Value.Value);
            fitted.Add(Scored(one, inputs));
        }

        return [.. fitted];
    }

    private FittedLeaf Scored(FittedLeaf one, Quantity?[] inputs)
    {
        var score = one.Leaf.Rule.Score(inputs, one.Leaf.Max, framework.Rounding);
        var nothing = score.Outcome == Outcome.NothingArose;
        if (score.Outcome is not (Outcome.Scored or Outcome.NothingArose) || (nothing && one.Leaf.NotApplicable == NotApplicablePolicy.Never))
            throw new InvalidOperationException($"{unit.Code} {one.Leaf.Code}: the drawn inputs {string.Join(", ", inputs)} have no score.");
        var applicable = nothing && one.Leaf.NotApplicable == NotApplicablePolicy.Exclude ? Points.Zero : one.Leaf.Max;
        var points = one.Council?.Settled ?? (nothing ? applicable : score.Points);
        return one with { Inputs = inputs, ByRule = score, Final = points, Applicable = applicable };
    }

    private static decimal Index(FittedLeaf[] leaves)
    {
        long achieved = 0, applicable = 0;
        foreach (var leaf in leaves)
        {
            achieved += leaf.Final.TenThousandths;
            applicable += leaf.Applicable.TenThousandths;
        }

        return 100m * achieved / applicable;
    }
}

/// <summary>Inputs as files write them.</summary>
public static class Reading
{
    public static Quantity? Of(ScoringRule rule, RuleInput input, string text) =>
        rule.Read(input, text)
        ?? (input.Kind == InputKind.Choice ? rule.Read(input, ((LevelsRule)rule).Options[int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)].Code) : null)
        ?? throw new FormatException($"'{text}' is no {input.Name}.");

    public static string Text(ScoringRule rule, RuleInput input, Quantity value) => input.Kind switch
    {
        InputKind.YesNo => value.TenThousandths == 0 ? "no" : "yes",
        InputKind.Choice => ((LevelsRule)rule).Options[(int)value.Value].Code,
        _ => value.ToString(),
    };
}
