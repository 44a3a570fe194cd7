using ParIndex.Core.Questionnaires;

namespace ParIndex.App.Campaigns;

/// <summary>Why a form is not taken.</summary>
public static class CampaignRefusals
{
    /// <summary>Never issued, used, revoked, or of another survey: one answer for all.</summary>
    public static Refusal NoSuchLink { get; } = new("no_such_link", new(
        "Đường dẫn này không dùng được: chưa từng được cấp, đã trả lời rồi, hoặc đã bị thu hồi. Xem lại đường dẫn trong thư mời.",
        "This link cannot be used: it was never issued, was answered already, or was revoked. Look at the link in the letter again."), RefusalKind.NotFound);

    public static Refusal TokenUsed { get; } = new("token_used", new(
        "Phiếu này đã được nhận trước đó. Mỗi thư mời trả lời một lần; câu trả lời đầu tiên được tính.",
        "This form was received before. Each invitation is answered once; the first answer counts."));

    public static Refusal KeyConflict { get; } = new("idempotency_conflict", new(
        "Phiếu này đã được nhận với câu trả lời khác; câu trả lời đã nhận không thay đổi.",
        "This form was received with other answers; what was received stays as it is."));

    public static Refusal KeyMissing { get; } = new("idempotency_key", new(
        "Thiếu Idempotency-Key: một chuỗi ngẫu nhiên từ 16 đến 100 ký tự cho mỗi phiếu, gửi lại thì giữ nguyên.",
        "The Idempotency-Key is missing: a random string of 16 to 100 characters for each form, the same when it is sent again."), RefusalKind.Invalid, "Idempotency-Key");

    public static Refusal Busy { get; } = new("busy", new(
        "Đang có quá nhiều phiếu gửi cùng lúc. Đợi một phút rồi gửi lại; phần đã trả lời vẫn còn.",
        "Too many forms are arriving at once. Wait a minute and send again; what you answered is kept."), RefusalKind.Unavailable);

    public static Refusal CannotStore { get; } = new("cannot_store", new(
        "Chưa lưu được phiếu. Phiếu chưa được tính; đợi một phút rồi gửi lại.",
        "The form could not be stored. It does not count yet; wait a minute and send again."), RefusalKind.Unavailable);

    public static Refusal TooManyWrong { get; } = new("too_many_wrong_links", new(
        "Quá nhiều đường dẫn sai từ địa chỉ mạng này. Thử lại sau một phút.", "Too many wrong links from this network address. Try again in a minute."), RefusalKind.TooMany);

    public static Refusal UnknownField(string name) => new("unknown_field", new(
        $"Phiếu này không nhận \"{name}\". Bỏ trường đó.", $"This form does not take \"{name}\". Leave that field out."), RefusalKind.Invalid, name);

    public static Refusal Approved { get; } = new("campaign_approved", new(
        "Kết quả khảo sát đã được thông qua; không nhận thêm phiếu.", "The result of the survey is approved; no more forms are taken."));

    public static Refusal NoSuchDevice { get; } = new("no_such_device", new(
        "Thiết bị chưa đăng ký hoặc đã bị thu hồi. Liên hệ bộ phận khảo sát để đăng ký lại.",
        "The device is not registered or was revoked. Ask the survey staff to register it again."), RefusalKind.NotFound);

    public static Refusal NotJson { get; } = new("not_json", new(
        "Gửi nội dung kiểu application/json.", "Send the body as application/json."), RefusalKind.UnsupportedType);

    public static Refusal TooLong { get; } = new("too_long", new("Nội dung quá dài.", "The body is too long."), RefusalKind.TooLarge);

    /// <summary>Wrong answers, each named.</summary>
    public static Refusal Answers(IReadOnlyList<AnswerRefusal> wrong) => new("wrong_answers",
        new(string.Join(' ', wrong.Take(5).Select(one => one.Why.Vi)), string.Join(' ', wrong.Take(5).Select(one => one.Why.En))), RefusalKind.Invalid, wrong[0].Question)
    {
        Fields = [.. wrong.Take(50).Select(one => (one.Question, one.Why))],
    };

    /// <summary>Outside the period.</summary>
    public static Refusal Closed(CampaignRow row, DateTimeOffset now) => now < row.Opens
        ? Refusal.PhaseNotOpen("Khảo sát", "The survey", now, row.Opens) : Refusal.PhaseClosed("Khảo sát", "The survey", now, row.Closes);
}
