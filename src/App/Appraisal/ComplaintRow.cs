using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Appraisal;

/// <summary>Đề nghị xem xét lại: a unit's claim on one appraised leaf, read by a second reader who is not the first.</summary>
[PrimaryKey(nameof(Cycle), nameof(Unit), nameof(Leaf), nameof(Id))]
public sealed class ComplaintRow
{
    public required int Cycle { get; set; }
    public required string Unit { get; set; }
    public required string Leaf { get; set; }
    public required Guid Id { get; set; }
    public required ComplaintGround Ground { get; set; }
    public required Points Claimed { get; set; }
    public required string Words { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset At { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Who appraised the leaf; never the second reader.</summary>
    public Guid? FirstReader { get; set; }
    public Guid? SecondReader { get; set; }
    public ComplaintDecision? Decision { get; set; }
    public Points? Decided { get; set; }
    public string? DecisionReason { get; set; }

    /// <summary>The part of the framework or document the decision rests on; kept as a precedent.</summary>
    public string? Rule { get; set; }
    public Guid? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    [ConcurrencyCheck]
    public required int Version { get; set; }
}

/// <summary>Why a unit asks for another look.</summary>
public enum ComplaintGround
{
    /// <summary>Tài liệu đã nộp nhưng chưa được xem.</summary>
    EvidenceOverlooked,

    /// <summary>Áp dụng sai quy tắc chấm.</summary>
    RuleMisread,

    /// <summary>Số liệu không đúng.</summary>
    WrongFigures,

    /// <summary>Đơn vị khác cùng trường hợp được chấm khác.</summary>
    UnequalTreatment,

    /// <summary>Có tài liệu mới.</summary>
    NewEvidence,
}

/// <summary>How a complaint was decided.</summary>
public enum ComplaintDecision
{
    Accepted,
    PartlyAccepted,
    Refused,
}
