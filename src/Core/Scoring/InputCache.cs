namespace ParIndex.Core.Scoring;

/// <summary>
/// The inputs of a rule, built once because a country asks for them by the million. No part of the rule's value: two rules are equal
/// whether or not somebody has asked, and a setter that changes an input empties it.
/// </summary>
internal struct InputCache : IEquatable<InputCache>
{
    private IReadOnlyList<RuleInput>? inputs;

    public IReadOnlyList<RuleInput> Of(RuleInput only) => inputs ??= [only];

    public IReadOnlyList<RuleInput> Of(RuleInput first, RuleInput second) => inputs ??= [first, second];

    public IReadOnlyList<RuleInput> Of<T>(IReadOnlyList<T> items, Func<T, RuleInput> input) => inputs ??= [.. items.Select(input)];

    public readonly bool Equals(InputCache other) => true;

    public override readonly bool Equals(object? obj) => obj is InputCache;

    public override readonly int GetHashCode() => 0;
}
