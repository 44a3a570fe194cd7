using ParIndex.Core;

namespace ParIndex.App.Campaigns;

/// <summary>How far a campaign is, by what has happened to it; nothing is stored twice.</summary>
public enum CampaignStage
{
    Planned,
    Framed,
    Committed,
    Drawn,
    Open,
    Closed,
    Unlinked,
    Approved,
}

/// <summary>Stages and channels in words.</summary>
public static class CampaignText
{
    /// <summary>The stage at a moment.</summary>
    public static CampaignStage StageOf(CampaignRow row, DateTimeOffset now) =>
        row.ApprovedAt is not null ? CampaignStage.Approved
        : row.UnlinkedAt is not null ? CampaignStage.Unlinked
        : now >= row.Closes ? CampaignStage.Closed
        : now >= row.Opens ? CampaignStage.Open
        : row.DrawnAt is not null ? CampaignStage.Drawn
        : row.SeedSha256 is not null ? CampaignStage.Committed
        : row.FrameSha256 is not null ? CampaignStage.Framed : CampaignStage.Planned;

    public static Text Of(CampaignStage stage) => stage switch
    {
        CampaignStage.Planned => new("Đã lập kế hoạch", "Planned"),
        CampaignStage.Framed => new("Đã có dàn mẫu", "Frame taken"),
        CampaignStage.Committed => new("Đã cam kết hạt giống", "Seed committed"),
        CampaignStage.Drawn => new("Đã rút mẫu", "Sample drawn"),
        CampaignStage.Open => new("Đang nhận phiếu", "Taking forms"),
        CampaignStage.Closed => new("Đã đóng", "Closed"),
        CampaignStage.Unlinked => new("Đã hủy liên kết", "Unlinked"),
        _ => new("Kết quả đã thông qua", "Result approved"),
    };

    public static Text Of(CampaignPurpose purpose) => purpose switch
    {
        CampaignPurpose.Satisfaction => new("Mức độ hài lòng (SIPAS)", "Satisfaction (SIPAS)"),
        _ => new("Điều tra xã hội học cán bộ, công chức", "Survey of officials"),
    };

    public static Text Of(Channel channel) => channel switch
    {
        Channel.Web => new("Thư mời, đường dẫn riêng", "Letter with a personal link"),
        Channel.Interview => new("Phỏng vấn trực tiếp", "Interview"),
        Channel.Phone => new("Phỏng vấn qua điện thoại", "Telephone"),
        Channel.Paper => new("Phiếu giấy", "Paper"),
        Channel.Kiosk => new("Ki-ốt tại quầy", "Kiosk"),
        _ => new("Mã QR tại cơ quan", "QR code of an office"),
    };

    public static Text Of(CaseState state) => state switch
    {
        CaseState.Waiting => new("Chưa liên hệ", "Waiting"),
        CaseState.Invited => new("Đã mời", "Invited"),
        CaseState.Contacted => new("Đã liên hệ", "Contacted"),
        CaseState.Refused => new("Từ chối", "Refused"),
        CaseState.NotReached => new("Không liên lạc được", "Not reached"),
        CaseState.NotEligible => new("Không thuộc đối tượng", "Not eligible"),
        CaseState.Replaced => new("Đã thay", "Replaced"),
        _ => new("Đã xong", "Done"),
    };

    public static Text Of(RetainedKind kind) => kind switch
    {
        RetainedKind.Contacts => new("Họ tên, điện thoại, địa chỉ", "Names, telephones, addresses"),
        RetainedKind.Links => new("Liên kết người – mã trả lời", "Link between person and token"),
        RetainedKind.Frame => new("Dàn mẫu (mã băm của hồ sơ, người)", "Frame (hashes of dossiers and persons)"),
        RetainedKind.Requests => new("Yêu cầu về dữ liệu cá nhân đã trả lời", "Answered requests about personal data"),
        _ => new("Phiếu trả lời không danh tính", "Single forms without identity"),
    };
}
