using ParIndex.Core;

namespace ParIndex.App.Appraisal;

/// <summary>Words of the appraisal room.</summary>
public static class AppraisalText
{
    public static Text Of(ComplaintGround ground) => ground switch
    {
        ComplaintGround.EvidenceOverlooked => new("Tài liệu đã nộp nhưng chưa được xem", "Evidence was handed in but not looked at"),
        ComplaintGround.RuleMisread => new("Áp dụng sai quy tắc chấm", "The rule was misread"),
        ComplaintGround.WrongFigures => new("Số liệu không đúng", "The figures are wrong"),
        ComplaintGround.UnequalTreatment => new("Đơn vị khác cùng trường hợp được chấm khác", "Another unit in the same case was scored otherwise"),
        _ => new("Có tài liệu mới", "There is new evidence"),
    };

    public static Text Of(ComplaintDecision decision) => decision switch
    {
        ComplaintDecision.Accepted => new("Chấp nhận toàn bộ", "Accepted in full"),
        ComplaintDecision.PartlyAccepted => new("Chấp nhận một phần", "Accepted in part"),
        _ => new("Không chấp nhận", "Refused"),
    };

    /// <summary>Where a follow-up stands.</summary>
    public static Text Of(FollowUpRow row) => row.ClosedAt is not null
        ? new("Đã xong", "Done")
        : row.Proof is not null ? new("Chờ xác nhận", "Waiting to be accepted") : new("Đang mở", "Open");

    public static Text Of(FollowUpKind kind) => kind switch
    {
        FollowUpKind.Inspection => new("Kết luận kiểm tra", "Finding of an inspection"),
        _ => new("Mất điểm trong kết quả đã công bố", "Lost points in published results"),
    };

    /// <summary>Reasons an appraiser gives often, ready to be made more exact.</summary>
    public static IReadOnlyList<Text> Phrases { get; } =
    [
        new("Thống nhất với điểm tự chấm; tài liệu đầy đủ, đúng thời hạn.", "Agreed with the points claimed; the evidence is complete and in time."),
        new("Tài liệu kiểm chứng chưa chứng minh được nội dung tự chấm.", "The evidence does not prove what was claimed."),
        new("Tài liệu ban hành sau thời hạn quy định.", "The document was issued after the due date."),
        new("Số liệu không khớp với báo cáo của cơ quan theo dõi.", "The figures differ from those of the monitoring agency."),
    ];
}
