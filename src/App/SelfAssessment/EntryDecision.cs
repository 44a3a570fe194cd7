using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;

namespace ParIndex.App.SelfAssessment;

/// <summary>What the rule of a leaf makes of the inputs typed for it.</summary>
/// <param name="Inputs">The inputs, exact, in the rule's order.</param>
/// <param name="Proposed">Points by the rule; null: it gives none yet, which is not 0.</param>
/// <param name="Sentence">Why, in words.</param>
/// <param name="Warning">Odd, but possible.</param>
public sealed record EntryDecision(List<EnteredInput> Inputs, Points? Proposed, Text Sentence, Text? Warning)
{
    /// <summary>The field of an input on pages and in refusals.</summary>
    public static string FieldOf(string input) => "input-" + input;

    /// <summary>Reads the inputs and lets the rule decide.</summary>
    /// <exception cref="RefusedException">An input the rule does not know, no number, or one that cannot be.</exception>
    public static EntryDecision Of(Leaf leaf, IReadOnlyDictionary<string, string?> typed, ScoreRounding rounding)
    {
        foreach (var name in typed.Keys)
            if (leaf.Rule.Inputs.All(input => input.Name != name)) throw new RefusedException(Refusal.UnknownField(name));
        var values = new Quantity?[leaf.Rule.Inputs.Count];
        for (var i = 0; i < values.Length; i++) values[i] = Read(leaf.Rule, leaf.Rule.Inputs[i], typed.GetValueOrDefault(leaf.Rule.Inputs[i].Name));
        return Of(leaf, values, rounding);
    }

    /// <summary>What the rule makes of inputs already stored.</summary>
    public static EntryDecision Of(Leaf leaf, IReadOnlyList<EnteredInput> stored, ScoreRounding rounding)
    {
        var values = leaf.Rule.Inputs.Select(input => stored.FirstOrDefault(one => one.Name == input.Name)?.Value is { } value ? (Quantity?)Quantity.Of(value) : null);
        return Of(leaf, values.ToArray(), rounding);
    }

    private static EntryDecision Of(Leaf leaf, Quantity?[] values, ScoreRounding rounding)
    {
        var finding = leaf.Rule.CheckInputs($"{leaf.Code}", values);
        var score = leaf.Rule.Score(values, leaf.Max, rounding);
        if (score.Outcome == Outcome.Invalid)
        {
            var field = leaf.Rule.Inputs.Count > 0 ? FieldOf(leaf.Rule.Inputs[0].Name) : "claimed";
            throw new RefusedException(Refusal.Invalid(field, finding?.Message ?? leaf.Rule.Explain(score, values, leaf.Max).Sentence));
        }

        Points? proposed = score.Outcome switch
        {
            Outcome.Scored => score.Points,
            Outcome.NothingArose when leaf.NotApplicable == NotApplicablePolicy.FullPoints => leaf.Max,
            _ => null,
        };
        var inputs = leaf.Rule.Inputs.Select((input, i) => new EnteredInput(input.Name, values[i]?.Value)).ToList();
        var sentence = leaf.Rule.Inputs.Count == 0 ? leaf.Rule.InWords(leaf.Max) : leaf.Rule.Explain(score, values, leaf.Max).Sentence;
        return new(inputs, proposed, sentence, finding?.Message);
    }

    private static Quantity? Read(ScoringRule rule, RuleInput input, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var field = FieldOf(input.Name);
        if (input.Kind is InputKind.Choice or InputKind.YesNo)
            return rule.Read(input, typed.Trim()) ?? throw new RefusedException(Refusal.Invalid(field, new(
                $"Chọn một trong các mức của “{input.Label.Vi}”.", $"Choose one of the options of “{input.Label.En}”.")));
        var number = TypedNumber.Read(typed, field, whole: input.Kind == InputKind.Count)!.Value;
        return Quantity.TryOf(number, out var quantity) ? quantity : throw new RefusedException(Refusal.Invalid(field, new(
            $"“{input.Label.Vi}” có tối đa 4 chữ số thập phân.", $"“{input.Label.En}” has at most 4 decimals.")));
    }
}
