using System.Globalization;
using ParIndex.Core;

namespace ParIndex.App.Messages;

/// <summary>Messages of each change of state, in both languages. None holds points or ranks: mail passes through other hands.</summary>
public static class MailText
{
    /// <summary>Both languages, Vietnamese first, and that nobody reads answers.</summary>
    public static string Body(Message message) => string.Join("\n\n",
        message.Words.Vi,
        message.Link is { } link ? $"Mở trong hệ thống: {link}" : "Đăng nhập hệ thống để xem.",
        "————",
        message.Subject.En,
        message.Words.En,
        "Thư tự động, xin không trả lời. / Automatic message, please do not reply.") + "\n";

    public static Message CycleOpened(int year, string link) => new("cycle.opened",
        new($"Kỳ đánh giá năm {year} đã mở", $"The {year} cycle is open"),
        new($"Kỳ đánh giá cải cách hành chính năm {year} đã mở. Xem việc của đơn vị và hạn nộp trên trang làm việc.",
            $"The {year} public administration reform cycle is open. Your tasks and due dates are on your work page."), link);

    public static Message PhaseClosesSoon(Text phase, DateTimeOffset closes, string link) => new("phase.closing",
        new($"{phase.Vi}: còn ít ngày, đóng lúc {Vietnam.Moment(closes)}", $"{phase.En} closes at {Vietnam.Moment(closes)}"),
        new($"{phase.Vi} đóng lúc {Vietnam.Moment(closes)} (giờ Việt Nam, theo máy chủ). Kiểm tra các mục chưa xong.",
            $"{phase.En} closes at {Vietnam.Moment(closes)} (Vietnam time, by the server). Look at what is not finished."), link);

    public static Message Extended(Text phase, DateTimeOffset until, string reason, string link) => new("phase.extended",
        new($"{phase.Vi}: được gia hạn đến {Vietnam.Moment(until)}", $"{phase.En}: extended to {Vietnam.Moment(until)}"),
        new($"Đơn vị được gia hạn đến {Vietnam.Moment(until)}. Lý do: {reason}", $"Your unit has until {Vietnam.Moment(until)}. Reason: {reason}"), link);

    public static Message SelfAssessmentSubmitted(Text unit, string receipt, DateTimeOffset at, string link) => new("self.submitted",
        new($"Đã nhận bản tự đánh giá của {unit.Vi}", $"The self-assessment of {unit.En} was received"),
        new($"Hệ thống đã nhận bản tự đánh giá lúc {Vietnam.Moment(at)}. Biên nhận: {receipt}.", $"The self-assessment was received at {Vietnam.Moment(at)}. Receipt: {receipt}."), link);

    public static Message ExplanationAsked(string leaf, DateTimeOffset due, string link) => new("explanation.asked",
        new($"Đề nghị giải trình tiêu chí {leaf}", $"Explanation asked for criterion {leaf}"),
        new($"Cơ quan thẩm định đề nghị đơn vị giải trình tiêu chí {leaf}, trước {Vietnam.Moment(due)}.", $"The appraiser asks for an explanation of criterion {leaf} by {Vietnam.Moment(due)}."), link);

    public static Message ExplanationAnswered(Text unit, string leaf, string link) => new("explanation.answered",
        new($"{unit.Vi} đã giải trình tiêu chí {leaf}", $"{unit.En} explained criterion {leaf}"),
        new($"Mở tiêu chí {leaf} của {unit.Vi} để xem giải trình và tài liệu bổ sung.", $"Open criterion {leaf} of {unit.En} for the explanation and new evidence."), link);

    public static Message Appraised(Text phase, string link) => new("appraisal.done",
        new($"{phase.Vi}: đã có kết quả", $"{phase.En}: results are there"),
        new("Kết quả thẩm định của đơn vị đã có. Đơn vị xem và đề nghị xem xét lại trong thời hạn nếu không thống nhất.",
            "The appraisal of your unit is there. Look at it and claim within the window if you disagree."), link);

    public static Message ComplaintReceived(Text unit, string leaf, string link) => new("complaint.received",
        new($"Đề nghị xem xét lại tiêu chí {leaf} của {unit.Vi}", $"Claim of {unit.En} on criterion {leaf}"),
        new("Đề nghị này được giao cho ông/bà đọc lần hai.", "This claim was given to you for a second reading."), link);

    public static Message ComplaintDecided(string leaf, string link) => new("complaint.decided",
        new($"Đã có kết luận về đề nghị xem xét lại tiêu chí {leaf}", $"Your claim on criterion {leaf} was decided"),
        new("Mở tiêu chí để xem kết luận, lý do và căn cứ.", "Open the criterion for the decision, its reason and its ground."), link);

    public static Message MeetingCalled(DateTimeOffset at, int cases, string link) => new("meeting.called",
        new($"Họp hội đồng thẩm định lúc {Vietnam.Moment(at)}", $"Council meeting at {Vietnam.Moment(at)}"),
        new($"Chương trình có {cases} nội dung cần biểu quyết.", $"There are {cases} cases to vote on."), link);

    public static Message ResultsFrozen(int year, string link) => new("results.frozen",
        new($"Kết quả năm {year} đã chốt", $"Results of {year} are frozen"),
        new($"Chủ tịch hội đồng đã chốt kết quả năm {year}. Kết quả chưa công bố; không phổ biến ra ngoài.",
            $"The chair froze the results of {year}. They are not published; do not pass them on."), link);

    public static Message Published(int year, string link) => new("results.published",
        new($"Đã công bố kết quả năm {year}", $"Results of {year} are published"),
        new($"Kết quả năm {year} đã công bố trên cổng. Xem kết quả của đơn vị và các việc cần khắc phục.",
            $"The results of {year} are on the portal. See your unit's results and what is to be mended."), link);

    public static Message HeadNotice(int year, DateTimeOffset until, string link) => new("head.notice",
        new($"Thông báo phân loại người đứng đầu năm {year}", $"Classification of heads, {year}: your notice"),
        new($"Mức phân loại dự kiến của ông/bà đã có. Mở hệ thống để xem căn cứ; ý kiến gửi trước {Vietnam.Moment(until)} (giờ Việt Nam) được chủ tịch hội đồng xem xét. Xin không phổ biến.",
            $"Your proposed grade is there. Open the system to see what it rests on; what you answer before {Vietnam.Moment(until)} (Vietnam time) is considered by the chair. Please do not pass it on."), link);

    public static Message HeadAnswered(Text unit, string link) => new("head.answered",
        new($"Người đứng đầu {unit.Vi} đã trả lời thông báo phân loại", $"The head of {unit.En} answered the notice"),
        new("Mở hồ sơ để xem ý kiến và kết luận.", "Open the case to see the answer and rule on it."), link);

    public static Message Corrected(int year, string edition, Text note, string link) => new("results.corrected",
        new($"Đính chính kết quả năm {year}: phiên bản {edition}", $"Results of {year} corrected: version {edition}"),
        new($"Kết quả năm {year} có phiên bản đính chính {edition}. Nội dung và lý do: {note.Vi}", $"There is a corrected version {edition} of the results of {year}. What and why: {note.En}"), link);

    public static Message EarlyReader(string cycle, string link) => new("early.named",
        new($"Ông/bà được đọc trước kết quả của kỳ {cycle}", $"You may read the results of {cycle} before they are out"),
        new("Kết quả chưa công bố: không phổ biến, không sao chép cho người khác. Mỗi lần xem đều được ghi lại.",
            "The results are not published: do not pass them on. Every look is recorded."), link);

    public static Message GrantToConfirm(string link) => new("grant.proposed",
        new("Có quyền cần xác nhận", "A right waits for confirmation"),
        new("Một quản trị viên đã đề xuất quyền cho một tài khoản; cần người thứ hai xem và xác nhận.", "An administrator proposed a right; a second one has to look at it and confirm."), link);

    public static Message GrantConfirmed(string link) => new("grant.confirmed",
        new("Quyền của ông/bà đã thay đổi", "Your rights have changed"),
        new("Quyền của tài khoản đã được hai quản trị viên xác nhận. Nếu không đúng, báo ngay cho quản trị hệ thống.",
            "Two administrators confirmed a right of your account. If this is not right, tell an administrator at once."), link);

    public static Message GrantEnded(string link) => new("grant.ended",
        new("Một quyền của ông/bà đã kết thúc", "A right of yours has ended"),
        new("Quản trị hệ thống đã kết thúc một quyền của tài khoản, hoặc không xác nhận quyền được đề xuất. Xem quyền hiện có ở trang Tài khoản của tôi.",
            "An administrator ended a right of your account, or did not confirm a proposed one. Your rights are on the page My account."), link);

    public static Message SignInReset(string link) => new("account.sign_in_reset",
        new("Cách đăng nhập của ông/bà đã được xóa để thiết lập lại", "Your sign-in was removed, to be set up anew"),
        new("Theo đề nghị mất điện thoại hoặc khóa truy cập, quản trị hệ thống đã xóa mật khẩu, mã và khóa truy cập của tài khoản. Liên kết thiết lập lại được gửi trong một thư riêng. Nếu ông/bà không đề nghị, báo ngay cho quản trị khác.",
            "As asked for after a lost phone or passkey, an administrator removed the password, codes and passkeys of your account. A link to set them up anew comes in its own letter. If you did not ask for this, tell another administrator at once."), link);

    public static Message IntegrityAlarm(string link) => new("integrity.alarm",
        new("BÁO ĐỘNG toàn vẹn dữ liệu: hệ thống chỉ cho đọc", "INTEGRITY ALARM: the system only reads"),
        new("Nhật ký không khớp mốc đã ký. Hai người có trách nhiệm phải xem và xác nhận ở trang Sức khỏe hệ thống.",
            "The journal does not match what was signed. Two responsible persons must look and acknowledge on the Health page."), link);

    public static Message Digest(DateOnly day, IReadOnlyList<Text> due, string link) => new("digest",
        new($"Việc cần làm ngày {day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}: {due.Count} mục", $"Due on {day:yyyy-MM-dd}: {due.Count}"),
        new(string.Join('\n', due.Select(item => "• " + item.Vi)), string.Join('\n', due.Select(item => "• " + item.En))), link);
}
