using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>
/// Σ points of what is ticked, at most the maximum (illustrative, no single source). An item is a yes or no, or, where a list of like
/// things is ticked off without naming each, a count out of <see cref="ChecklistItem.Of"/>.
/// </summary>
public sealed record ChecklistRule : ScoringRule
{
    private InputCache cache;

    /// <summary>The items.</summary>
    public required IReadOnlyList<ChecklistItem> Items { get; init { field = value; cache = default; } }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<RuleInput> Inputs =>
        cache.Of(Items, item => new RuleInput(item.Name, item.Label, item.Of == 1 ? InputKind.YesNo : InputKind.Count));

    /// <inheritdoc />
    public override Text InWords(Points max) => Words.Join("; ", Items.Select(item =>
    {
        var points = Words.Points(item.Each);
        return item.Of == 1
            ? new Text($"{item.Label.Vi}: {points.Vi}", $"{item.Label.En}: {points.En}")
            : new Text($"{item.Of} {item.Label.Vi}, mỗi mục {points.Vi}", $"{item.Of} {item.Label.En}, {points.En} each");
    }));

    /// <inheritdoc />
    public override Finding? CheckInputs(string where, ReadOnlySpan<Quantity?> inputs)
    {
        if (base.CheckInputs(where, inputs) is { } wrong) return wrong;
        for (var i = 0; i < Items.Count; i++)
            if (inputs[i] is { } ticked && ticked > Quantity.Of(Items[i].Of))
                return InputFindings.BeyondScale(where, Inputs[i], ticked, Quantity.Of(0), Quantity.Of(Items[i].Of));
        return null;
    }

    /// <inheritdoc />
    public override IEnumerable<Finding> Check(string where, Points max) =>
        Items.Count == 0
            ? [RuleFindings.Empty(where)]
            : [.. base.Check(where, max), .. RuleFindings.OfChecklist(where, Items, max)];

    /// <inheritdoc />
    public override IEnumerable<RuleStep> Ahead(IReadOnlyList<Quantity> inputs)
    {
        var open = Items.Select((item, i) => item.Of - (inputs[i].TenThousandths / Points.Scale)).Sum();
        for (var i = 0; i < Items.Count; i++)
            foreach (var (at, _) in RuleStep.Between(inputs[i], Quantity.Of(Items[i].Of), InputKind.Count))
                yield return new(RuleStep.With(inputs, i, at),
                    Items[i].Of == 1
                        ? new($"thêm: {Items[i].Label.Vi}", $"add: {Items[i].Label.En}")
                        : RuleStep.Moved(Items[i].Label, inputs[i], at),
                    (decimal)(at.TenThousandths - inputs[i].TenThousandths) / Points.Scale / open, Items[i].Name);
    }

    private protected override Score Decide(ReadOnlySpan<Quantity?> inputs, Points max, ScoreRounding rounding)
    {
        long sum = 0;
        var items = Items;
        for (var i = 0; i < items.Count; i++)
        {
            var ticked = inputs[i].GetValueOrDefault();
            if (!IsCount(ticked) || ticked.TenThousandths / Points.Scale > items[i].Of) return Scoring.Score.Invalid;
            sum += ticked.TenThousandths / Points.Scale * items[i].Each.TenThousandths;
        }

        return Scoring.Score.Of(Points.Min(new(sum), max), rounding, branch: sum < max.TenThousandths ? 0 : 1);
    }

    private protected override Text Render(Score score, ReadOnlySpan<Quantity?> inputs, Points max, List<WorkingStep>? steps)
    {
        var parts = new List<Text>();
        for (var i = 0; i < Items.Count; i++)
        {
            var (item, ticked) = (Items[i], inputs[i].GetValueOrDefault().TenThousandths / Points.Scale);
            parts.Add(item.Of == 1
                ? new($"{item.Label.Vi}: {(ticked == 1 ? "có" : "không")}", $"{item.Label.En}: {(ticked == 1 ? "yes" : "no")}")
                : new($"{ticked}/{item.Of} {item.Label.Vi}", $"{ticked}/{item.Of} {item.Label.En}"));
        }

        var (list, points) = (Words.Join("; ", parts), Words.Points(score.Points));
        return new($"{list.Vi} → {points.Vi}", $"{list.En} → {points.En}");
    }
}

/// <summary>An item of a checklist.</summary>
/// <param name="Name">Name in files.</param>
/// <param name="Label">What it is, for a person.</param>
/// <param name="Each">Points for one.</param>
/// <param name="Of">How many there are; 1: a yes or no.</param>
public sealed record ChecklistItem(string Name, Text Label, Points Each, int Of = 1);
