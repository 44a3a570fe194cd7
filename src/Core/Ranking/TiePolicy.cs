using System.Text.Json.Serialization;

namespace ParIndex.Core.Ranking;

/// <summary>When units are equal and what equal units get.</summary>
public sealed record TiePolicy
{
    /// <summary>Equal at the published places share the better rank and the next is skipped: 1, 2, 3, 3, 5.</summary>
    public static TiePolicy Shared { get; } = new();

    public TieKind Kind { get; init; } = TieKind.Shared;

    /// <summary>Decimals at which scores are compared; null: the published places.</summary>
    public int? Places { get; init; }

    /// <summary>For ordered ties: the keys tried in turn, such as <c>unrounded</c>, <c>satisfaction</c>, <c>area:3</c>; still equal then share.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];
}

[JsonConverter(typeof(JsonStringEnumConverter<TieKind>))]
public enum TieKind
{
    [JsonStringEnumMemberName("shared")] Shared,
    [JsonStringEnumMemberName("ordered")] Ordered,
}

/// <summary>A unit's place in its group.</summary>
/// <param name="Rank">1 is best.</param>
/// <param name="TieCount">How many units share the rank, this one included; 1 when not tied.</param>
public readonly record struct Standing(int Rank, int TieCount)
{
    /// <summary>True when another unit has the same rank (đồng hạng).</summary>
    public bool Tied => TieCount > 1;
}
