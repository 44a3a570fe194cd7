using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.SelfAssessment;

/// <summary>What a unit entered for a leaf so far. The draft is overwritten, with its history in the journal; submitting makes acts of it.</summary>
[PrimaryKey(nameof(Cycle), nameof(Unit), nameof(Leaf))]
public sealed class EntryRow
{
    public required int Cycle { get; set; }
    public required string Unit { get; set; }
    public required string Leaf { get; set; }
    public required EntryState State { get; set; }
    public required List<EnteredInput> Inputs { get; set; }

    /// <summary>Points the unit claims; null: none yet, which is not 0.</summary>
    public Points? Claimed { get; set; }

    /// <summary>Why there is no evidence, or what explains the figures.</summary>
    public string? Explanation { get; set; }
    public string? NoteToAppraiser { get; set; }

    /// <summary>Why claimed points differ from the rule's.</summary>
    public string? Reason { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset At { get; set; }

    [ConcurrencyCheck]
    public required int Version { get; set; }
}

/// <summary>One input of a leaf's rule as typed, exact.</summary>
public sealed record EnteredInput(string Name, decimal? Value, string? Source = null, DateOnly? Date = null);

/// <summary>How far a unit is with a leaf.</summary>
public enum EntryState
{
    /// <summary>Đang nhập.</summary>
    Entering,

    /// <summary>Sẵn sàng nộp.</summary>
    Ready,

    /// <summary>Đã nộp.</summary>
    Submitted,
}
