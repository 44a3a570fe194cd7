using System.Text.Json.Serialization;

namespace ParIndex.Core.Heads;

/// <summary>How an input is compared.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Comparison>))]
public enum Comparison
{
    [JsonStringEnumMemberName("less")] Less,
    [JsonStringEnumMemberName("at_most")] AtMost,
    [JsonStringEnumMemberName("equal")] Equal,
    [JsonStringEnumMemberName("at_least")] AtLeast,
    [JsonStringEnumMemberName("greater")] Greater,
    [JsonStringEnumMemberName("yes")] Yes,
    [JsonStringEnumMemberName("no")] No,
    [JsonStringEnumMemberName("missing")] Missing,
    [JsonStringEnumMemberName("present")] Present,
}

/// <summary>
/// A structured condition: an input compared with a value, a parameter of the profile, or another input plus an amount; or lists of
/// conditions. No expression language. A comparison with something missing does not hold.
/// </summary>
public sealed record Condition
{
    public string? Input { get; init; }
    public Comparison? Is { get; init; }
    public decimal? Value { get; init; }

    /// <summary><c>sipas_for_top</c> or <c>bands.CODE</c>.</summary>
    public string? Parameter { get; init; }

    /// <summary>Another input, to which <see cref="Plus"/> is added.</summary>
    public string? Other { get; init; }
    public decimal? Plus { get; init; }
    public IReadOnlyList<Condition>? All { get; init; }
    public IReadOnlyList<Condition>? Any { get; init; }

    /// <summary>True for the comparisons that need something to compare with.</summary>
    internal static bool NeedsThreshold(Comparison comparison) => comparison <= Comparison.Greater;

    /// <summary>Every single comparison in it.</summary>
    internal IEnumerable<Condition> Leaves =>
        All is not null ? All.SelectMany(part => part.Leaves) : Any is not null ? Any.SelectMany(part => part.Leaves) : [this];

    internal bool Holds(Func<string, decimal?> input, HeadProfile profile)
    {
        if (All is not null) return All.All(part => part.Holds(input, profile));
        if (Any is not null) return Any.Any(part => part.Holds(input, profile));
        var value = Input is null ? null : input(Input);
        switch (Is)
        {
            case Comparison.Missing: return value is null;
            case Comparison.Present: return value is not null;
            case Comparison.Yes: return value == 1;
            case Comparison.No: return value == 0;
        }

        if (value is not { } left || Threshold(input, profile) is not { } right) return false;
        return Is switch
        {
            Comparison.Less => left < right,
            Comparison.AtMost => left <= right,
            Comparison.Equal => left == right,
            Comparison.AtLeast => left >= right,
            _ => left > right,
        };
    }

    internal decimal? Threshold(Func<string, decimal?> input, HeadProfile profile) =>
        Other is not null ? input(Other) + (Plus ?? 0) : Parameter is not null ? Named(Parameter, profile) : Value;

    internal static decimal? Named(string parameter, HeadProfile profile)
    {
        if (parameter == "sipas_for_top") return profile.SipasForTop;
        return parameter.StartsWith("bands.", StringComparison.Ordinal) && profile.Bands.TryGetValue(parameter["bands.".Length..], out var bound)
            ? bound
            : null;
    }
}
