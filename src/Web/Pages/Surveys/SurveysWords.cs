using ParIndex.App.Accounts;
using ParIndex.Core;

namespace ParIndex.Web.Pages.Surveys;

/// <summary>Words of the inside pages of surveys.</summary>
public static class SurveysWords
{
    public static Text Surveys { get; } = new("Khảo sát", "Surveys");
    public static Text Overview { get; } = new("Tổng quan", "Overview");
    public static Text Sample { get; } = new("Mẫu khảo sát", "Sample");
    public static Text Cases { get; } = new("Người được chọn", "Drawn persons");
    public static Text Privacy { get; } = new("Dữ liệu cá nhân", "Personal data");
    public static Text Forms { get; } = new("Phiếu hỏi", "Questionnaires");
    public static Text Saved { get; } = new("Đã lưu.", "Saved.");
    public static Text Created { get; } = new("Đã lập đợt khảo sát.", "The campaign is made.");
    public static Text Closed { get; } = new("Đã đóng nhận phiếu.", "No more forms are taken.");
    public static Text FrameRemoved { get; } = new("Đã bỏ dàn mẫu và thông tin liên hệ kèm theo.", "The frame and its contacts are removed.");
    public static Text Committed { get; } = new("Đã cam kết hạt giống. Công bố mã băm trước khi rút.", "The seed is committed. Tell its hash before the draw.");
    public static Text Unlinked { get; } = new("Đã hủy liên kết.", "The link is destroyed.");

    /// <summary>An act of the journal as people say it.</summary>
    public static Text Said(string what) => what switch
    {
        "campaign.created" => new("Lập đợt khảo sát", "Campaign made"),
        "campaign.period" => new("Đổi thời gian nhận phiếu", "Period changed"),
        "campaign.unlinked" => new("Hủy liên kết người – mã trả lời", "Link destroyed"),
        "frame.taken" => new("Nhận dàn mẫu", "Frame taken"),
        "frame.removed" => new("Bỏ dàn mẫu", "Frame removed"),
        "sample.planned" => new("Định cách chọn mẫu", "Plan settled"),
        "seed.committed" => new("Cam kết hạt giống", "Seed committed"),
        "sample.drawn" => new("Rút mẫu", "Sample drawn"),
        "tokens.issued" => new("Cấp mã trả lời", "Tokens issued"),
        "token.revoked" => new("Thu hồi một mã trả lời", "Token revoked"),
        "case.replaced" => new("Thay người bằng dự phòng", "Somebody replaced"),
        "case.tried" => new("Ghi lần liên hệ", "Contact recorded"),
        "contacts.read" => new("Xem thông tin liên hệ để in", "Contacts read for printing"),
        "responses.sealed" => new("Niêm phong một lô phiếu", "Batch sealed"),
        "form.withdrawn" => new("Một người rút phiếu trước niêm phong", "A form withdrawn before sealing"),
        "retention.set" => new("Đổi thời hạn lưu", "Retention changed"),
        "retention.erased" => new("Xóa dữ liệu hết hạn lưu", "Expired data erased"),
        "request.received" => new("Nhận yêu cầu về dữ liệu cá nhân", "Request received"),
        "request.answered" => new("Trả lời yêu cầu về dữ liệu cá nhân", "Request answered"),
        "person.erased" => new("Xóa dữ liệu của một người", "A person's data erased"),
        "device.registered" => new("Đăng ký thiết bị", "Device registered"),
        "device.revoked" => new("Thu hồi thiết bị", "Device revoked"),
        _ => Text.Same(what),
    };

    public static Text FrameTaken(int lines) => new($"Đã nhận dàn mẫu: {lines:N0} hồ sơ.".Replace(',', '.'), $"The frame is taken: {lines:N0} dossiers.");

    public static Text Drawn(int count) => new($"Đã rút {count} người.", $"{count} persons are drawn.");

    public static Text Issued(int count) => new($"Đã cấp {count} mã trả lời.", $"{count} tokens are issued.");

    public static Text Erased(int dossiers) => new($"Đã xóa thông tin của người này ({dossiers} hồ sơ).", $"The person's data are erased ({dossiers} dossiers).");

    public static Text Replaced(int by) => new($"Đã thay bằng người dự phòng số {by}.", $"Replaced by number {by} of the reserve.");
}

/// <summary>A page of one campaign that a role begins work at.</summary>
/// <param name="Words">What the link says.</param>
/// <param name="Path">After the campaign's own address; empty: the overview.</param>
/// <param name="Roles">Who may open it.</param>
public sealed record SurveyDoor(Text Words, string Path, params Role[] Roles);

/// <summary>The parts of a campaign; a room that gains a page adds a line.</summary>
public static class SurveyDoors
{
    public static IReadOnlyList<SurveyDoor> All { get; } =
    [
        new(SurveysWords.Overview, "", Role.SurveyManager, Role.FieldSupervisor, Role.Interviewer, Role.Secretariat, Role.Observer),
        new(SurveysWords.Sample, "/mau", Role.SurveyManager, Role.Secretariat, Role.Observer),
        new(SurveysWords.Cases, "/nguoi", Role.SurveyManager, Role.FieldSupervisor, Role.Observer),
        new(new("Thực địa", "Fieldwork"), "/thuc-dia", Role.SurveyManager, Role.FieldSupervisor, Role.Secretariat, Role.Observer),
        new(new("Kiểm soát chất lượng", "Quality desk"), "/chat-luong", Role.SurveyManager, Role.Secretariat, Role.Observer),
        new(new("Phúc tra", "Call-backs"), "/phuc-tra", Role.SurveyManager, Role.FieldSupervisor, Role.Observer),
        new(new("Kết quả", "Results"), "/ket-qua", Role.SurveyManager, Role.Secretariat, Role.Observer),
        new(SurveysWords.Privacy, "/du-lieu-ca-nhan", Role.SurveyManager, Role.Observer),
    ];
}
