using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>
/// One of a list of named levels, each with its points: on time 1, late 0.5, none 0. Source: Cà Mau 1880/QĐ-UBND of 2013, criterion 1.1.1.
/// </summary>
public sealed record LevelsRule : ScoringRule
{
    private static readonly IReadOnlyList<RuleInput> Level = [new("level", new("mức đạt", "level"), InputKind.Choice)];

    /// <summary>Best first.</summary>
    public required IReadOnlyList<LevelOption> Options { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<RuleInput> Inputs => Level;

    /// <inheritdoc />
    public override Text InWords(Points max) => Words.Join("; ", Options.Select(option =>
    {
        var points = Words.Points(option.Points);
        return new Text($"{option.Label.Vi}: {points.Vi}", $"{option.Label.En}: {points.En}");
    }));

    /// <inheritdoc />
    public override Quantity? Read(RuleInput input, string text)
    {
        for (var i = 0; i < Options.Count; i++)
            if (string.Equals(Options[i].Code, text, StringComparison.Ordinal)) return Quantity.Of(i);
        return null;
    }

    /// <inheritdoc />
    public override string Write(RuleInput input, Quantity value) => OptionAt(value) is >= 0 and var option ? Options[option].Code : value.ToString();

    /// <inheritdoc />
    public override Finding? CheckInputs(string where, ReadOnlySpan<Quantity?> inputs) =>
        inputs[0] is { } chosen && OptionAt(chosen) < 0 ? InputFindings.NoSuchOption(where, Level[0], chosen, Options.Count) : null;

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<Points> Awards => [.. Options.Select(option => option.Points)];

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Text> Texts => Options.Select(option => option.Label);

    /// <inheritdoc />
    public override IEnumerable<Finding> Check(string where, Points max) =>
        Options.Count == 0
            ? [RuleFindings.Empty(where)]
            : [.. base.Check(where, max), .. RuleFindings.OfOptions(where, Options)];

    /// <inheritdoc />
    public override IEnumerable<RuleStep> Ahead(IReadOnlyList<Quantity> inputs)
    {
        var now = OptionAt(inputs[0]);
        for (var option = now - 1; option >= 0; option--)
            yield return new([Quantity.Of(option)],
                new($"từ mức “{Options[now].Label.Vi}” lên mức “{Options[option].Label.Vi}”", $"from “{Options[now].Label.En}” up to “{Options[option].Label.En}”"),
                (decimal)(now - option) / now);
    }

    private protected override Score Decide(ReadOnlySpan<Quantity?> inputs, Points max, ScoreRounding rounding)
    {
        var option = OptionAt(inputs[0].GetValueOrDefault());
        return option < 0 ? Scoring.Score.Invalid : Scoring.Score.Of(Options[option].Points, rounding, option);
    }

    private protected override Text Render(Score score, ReadOnlySpan<Quantity?> inputs, Points max, List<WorkingStep>? steps)
    {
        var (option, points) = (Options[score.Branch], Words.Points(score.Points));
        steps?.Add(new("option", option.Code));
        return new($"Mức “{option.Label.Vi}” → {points.Vi}", $"Level “{option.Label.En}” → {points.En}");
    }

    private int OptionAt(Quantity chosen) =>
        IsCount(chosen) && chosen.TenThousandths / Points.Scale < Options.Count ? (int)(chosen.TenThousandths / Points.Scale) : -1;
}

/// <summary>One level.</summary>
/// <param name="Code">Its code in files, such as <c>on_time</c>.</param>
/// <param name="Label">What it is, for a person.</param>
/// <param name="Points">What it earns.</param>
public sealed record LevelOption(string Code, Text Label, Points Points);
