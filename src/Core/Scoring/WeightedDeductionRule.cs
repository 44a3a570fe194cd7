using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>max(floor, maximum − Σ count × points each), each kind of case with its own points (illustrative, no single source).</summary>
public sealed record WeightedDeductionRule : ScoringRule
{
    private InputCache cache;

    /// <summary>The kinds of case, gravest first.</summary>
    public required IReadOnlyList<DeductionItem> Items { get; init { field = value; cache = default; } }

    /// <summary>The least that remains.</summary>
    public Points Floor { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<RuleInput> Inputs => cache.Of(Items, item => new RuleInput(item.Name, item.Label));

    /// <inheritdoc />
    public override Text InWords(Points max)
    {
        var (all, least) = (Words.Points(max), Words.Points(Floor));
        var each = Words.Join("; ", Items.Select(item =>
        {
            var points = Words.Points(item.Each);
            return new Text($"{points.Vi} cho mỗi {item.Label.Vi}", $"{points.En} for each: {item.Label.En}");
        }));
        return new($"{all.Vi}, trừ {each.Vi}; không dưới {least.Vi}", $"{all.En}, less {each.En}; not below {least.En}");
    }

    /// <inheritdoc />
    public override IEnumerable<Finding> Check(string where, Points max) =>
        Items.Count == 0
            ? [RuleFindings.Empty(where)]
            : [.. base.Check(where, max), .. RuleFindings.OfDeduction(where, Items.Select(item => item.Each), Floor, max)];

    /// <inheritdoc />
    public override IEnumerable<RuleStep> Ahead(IReadOnlyList<Quantity> inputs)
    {
        // The gravest cases first: they earn most for each case that does not happen again.
        var gravest = Enumerable.Range(0, Items.Count).OrderByDescending(item => Items[item].Each.TenThousandths).ToArray();
        foreach (var (left, way) in RuleStep.Between(new(inputs.Sum(input => input.TenThousandths)), Quantity.Of(0), InputKind.Count))
        {
            var less = inputs.Sum(input => input.TenThousandths) - left.TenThousandths;
            Quantity[] then = [.. inputs];
            var moves = new List<Text>();
            foreach (var item in gravest)
            {
                var taken = Math.Min(less, inputs[item].TenThousandths);
                if (taken == 0) continue;
                less -= taken;
                then[item] = new(inputs[item].TenThousandths - taken);
                moves.Add(RuleStep.Moved(Items[item].Label, inputs[item], then[item]));
            }

            yield return new(then, Words.Join("; ", moves), way);
        }
    }

    private protected override Score Decide(ReadOnlySpan<Quantity?> inputs, Points max, ScoreRounding rounding)
    {
        Int128 taken = 0;
        var items = Items;
        for (var i = 0; i < items.Count; i++)
        {
            var count = inputs[i].GetValueOrDefault();
            if (!IsCount(count)) return Scoring.Score.Invalid;
            taken += Math.BigMul(count.TenThousandths, items[i].Each.TenThousandths);
        }

        return DeductionRule.After(taken, max, Floor, rounding);
    }

    private protected override Text Render(Score score, ReadOnlySpan<Quantity?> inputs, Points max, List<WorkingStep>? steps)
    {
        var (parts, sums) = (new List<Text>(), new List<Text>());
        for (var i = 0; i < Items.Count; i++)
        {
            var (item, count) = (Items[i], Words.Number(inputs[i].GetValueOrDefault()));
            parts.Add(new($"{count.Vi} {item.Label.Vi}", $"{count.En} {item.Label.En}"));
            if (inputs[i].GetValueOrDefault().TenThousandths == 0) continue;
            var each = Words.Number(item.Each.Value);
            sums.Add(new($" − {count.Vi} × {each.Vi}", $" − {count.En} × {each.En}"));
        }

        var (counted, less, points, all) = (Words.Join("; ", parts), Words.Join("", sums), Words.Points(score.Points), Words.Number(max.Value));
        if (score.Branch == 0) return new($"{counted.Vi} → {points.Vi}", $"{counted.En} → {points.En}");
        var (floorVi, floorEn) = score.Branch == 2 ? (" (không trừ quá mức tối thiểu)", " (never below the minimum)") : ("", "");
        return new(
            $"{counted.Vi}: {all.Vi}{less.Vi} → {points.Vi}{floorVi}",
            $"{counted.En}: {all.En}{less.En} → {points.En}{floorEn}");
    }
}

/// <summary>A kind of case that costs points.</summary>
/// <param name="Name">Name in files.</param>
/// <param name="Label">What it is, for a person.</param>
/// <param name="Each">Points taken off for one; positive.</param>
public sealed record DeductionItem(string Name, Text Label, Points Each);
