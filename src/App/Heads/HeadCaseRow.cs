using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using ParIndex.Core;
using ParIndex.Core.Heads;

namespace ParIndex.App.Heads;

/// <summary>One head in one classification: the proposed grade with its working, the head's answer, the chair's ruling.</summary>
[PrimaryKey(nameof(Cycle), nameof(Number), nameof(Head))]
public sealed class HeadCaseRow
{
    public required int Cycle { get; set; }
    public required int Number { get; set; }
    public required string Head { get; set; }
    public required int Order { get; set; }
    public required string Unit { get; set; }
    public required string Group { get; set; }
    public required Text Post { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }

    /// <summary>The figures of the frozen run; null: none.</summary>
    public decimal? Index { get; set; }
    public decimal? PreviousIndex { get; set; }
    public decimal? Satisfaction { get; set; }

    /// <summary>Grade by the index alone, best grade the ceilings allowed; null: not reached.</summary>
    public string? BaseGrade { get; set; }
    public string? Ceiling { get; set; }

    /// <summary>Grade by the rules, before any ruling.</summary>
    public required string Proposed { get; set; }
    public required List<HeadStep> Steps { get; set; }
    public required List<Text> Warnings { get; set; }

    /// <summary>Kept out of the top grade by a tie at the limit of the quota.</summary>
    public required bool TiedAtQuota { get; set; }

    /// <summary>The head of the agency that runs the classification: another body has to look at the case.</summary>
    public required bool Recused { get; set; }
    public string? Body { get; set; }
    public string? BodyDocument { get; set; }
    public Guid? BodyBy { get; set; }
    public DateTimeOffset? BodyAt { get; set; }

    public string? Answer { get; set; }
    public string? AnswerDocument { get; set; }
    public Guid? AnsweredBy { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>The chair's ruling: the grade kept or another one.</summary>
    public string? Ruled { get; set; }
    public string? RulingReason { get; set; }
    public string? RulingEvidence { get; set; }
    public Guid? RuledBy { get; set; }
    public DateTimeOffset? RuledAt { get; set; }

    [ConcurrencyCheck]
    public required int Version { get; set; }

    /// <summary>The grade as it stands: the ruling, else the proposal.</summary>
    public string Grade => Ruled ?? Proposed;
}
