using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Heads;

/// <summary>Grade of the head of a unit, by post and without a name; stored only when the Decision publishes it.</summary>
[PrimaryKey(nameof(ReleaseId), nameof(Id))]
[Index(nameof(ReleaseId), nameof(Unit))]
public sealed class HeadRow
{
    public required int ReleaseId { get; set; }
    public required string Id { get; set; }
    public required string Unit { get; set; }
    public required Text Post { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public required string Grade { get; set; }
    public required Text GradeName { get; set; }
    public required List<StepShown> Steps { get; set; }
}

/// <summary>One step of a classification that said something: condition, value, threshold, what it did.</summary>
public sealed record StepShown(Text Words, string? Value, string? Threshold, string? Before, string? After, bool Fired);
