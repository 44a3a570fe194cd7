using ParIndex.Core;

namespace ParIndex.App.Heads;

/// <summary>Reasons to say no in the classification of heads.</summary>
internal static class HeadRefusals
{
    public static Refusal NotClassified { get; } = new("heads_not_classified", new(
        "Kỳ đánh giá này không có quy tắc phân loại người đứng đầu. Đưa quy tắc vào kế hoạch của kỳ trước.",
        "This cycle has no rules for the classification of heads. Put them into the cycle's plan first."));

    public static Refusal NoFrozenRun { get; } = new("no_frozen_run", new(
        "Chỉ số chưa được chốt. Thứ tự là: mức độ hài lòng, Chỉ số, rồi phân loại; chờ chủ tịch hội đồng chốt kết quả.",
        "The index is not frozen. The order is satisfaction, index, then classification; wait for the chair's freeze."));

    public static Refusal IndexReopened(int run) => new("index_reopened", new(
        $"Sau lần chốt đã có lần tính {run} chưa chốt. Chốt lần tính đó, rồi phân loại; không trộn hai phiên bản kết quả.",
        $"Run {run} came after the freeze and is not frozen. Freeze it, then classify; two versions of the results are never mixed."));

    public static Refusal VersionsMixed(int run) => new("versions_mixed", new(
        $"Tính lại lần {run} không ra đúng các con số đã chốt (phiên bản phần mềm khác). Tính và chốt một lần mới rồi phân loại.",
        $"Computing run {run} again does not give the frozen figures (another version of the program). Compute and freeze a new run, then classify."));

    public static Refusal NoHeads { get; } = new("no_heads", new(
        "Chưa có người đứng đầu nào của các đơn vị trong năm này. Nhập chức vụ theo thời gian ở trang của từng đơn vị.",
        "No unit of this cycle has a head in its year. Enter the posts by period on each unit's page."));

    public static Refusal OwnUnit { get; } = new("own_unit", new(
        "Hồ sơ này thuộc cơ quan của ông/bà, nên ông/bà không được nhập thông tin hoặc kết luận. Người khác thực hiện.",
        "This case is about your own agency; you may not enter facts or rule on it. Somebody else has to."), RefusalKind.Forbidden);

    public static Refusal Stale(Text why) => new("classification_stale", new(
        $"Bản phân loại đã cũ: {why.Vi} Phân loại lại rồi làm tiếp.", $"This classification is stale: {why.En} Classify again, then go on."));

    public static Refusal Approved { get; } = new("classification_approved", new(
        "Bản phân loại này đã được phê duyệt. Thay đổi là một bản phân loại mới có lý do.", "This classification is approved. A change is a new one with a reason."));

    public static Refusal Noticed { get; } = new("notice_sent", new(
        "Thông báo đã được gửi cho người đứng đầu các đơn vị.", "The notices have been sent to the heads."));

    public static Refusal NotNoticed { get; } = new("notice_not_sent", new(
        "Người đứng đầu chưa được thông báo. Gửi thông báo trước, để họ xem và trả lời.", "The heads have no notice yet. Send it first, so that they can see and answer it."));

    public static Refusal AnswersOpen(DateTimeOffset until) => new("answers_open", new(
        $"Người đứng đầu còn được trả lời đến {Vietnam.Moment(until)}. Phê duyệt sau thời điểm đó.", $"Heads may answer until {Vietnam.Moment(until)}. Approve after that."));

    public static Refusal AnswersClosed(DateTimeOffset until) => new("answers_closed", new(
        $"Thời hạn trả lời đã hết lúc {Vietnam.Moment(until)} (giờ Việt Nam, theo máy chủ).", $"The time to answer ended at {Vietnam.Moment(until)} (Vietnam time, by the server)."));

    public static Refusal Unruled(int count) => new("answers_unruled", new(
        $"Còn {count} ý kiến trả lời chưa được kết luận. Kết luận từng ý kiến, kể cả khi giữ nguyên mức.", $"{count} answers have no ruling. Rule on each, also where the grade stays."));

    public static Refusal NoOtherBody(int count) => new("no_other_body", new(
        $"{count} hồ sơ là của chính cơ quan thường trực phân loại và chưa chuyển cơ quan khác thẩm định. Ghi cơ quan và văn bản giao việc.",
        $"{count} cases are of the very agency that runs the classification and are not handed to another body. Name the body and the document."));

    public static Refusal NotItsOwn { get; } = new("not_own_agency", new(
        "Hồ sơ này không phải của cơ quan thường trực phân loại, nên không cần chuyển cơ quan khác.", "This case is not of the agency that runs the classification; no other body is needed."));

    public static Refusal UnknownGrade { get; } = new("unknown_grade", new("Chọn một mức trong danh sách.", "Choose a grade from the list."), RefusalKind.Invalid, "grade");

    public static Refusal UnknownFact { get; } = new("unknown_fact", new("Quy tắc không hỏi thông tin này.", "The rules do not ask for this."), RefusalKind.Invalid, "input");

    public static Refusal UntilTooSoon { get; } = new("until_too_soon", new(
        "Cho người đứng đầu ít nhất 24 giờ để trả lời, và không quá 60 ngày.", "Give the heads at least 24 hours to answer, and at most 60 days."), RefusalKind.Invalid, "until");

    public static Refusal RulingNotApplied(Text why) => new("ruling_not_applied", why, RefusalKind.Invalid, "grade");
}
