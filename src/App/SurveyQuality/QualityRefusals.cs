namespace ParIndex.App.SurveyQuality;

/// <summary>Why the quality desk does not do something.</summary>
public static class QualityRefusals
{
    public static Refusal NothingChosen { get; } = new("nothing_chosen", new("Chọn ít nhất một phiếu.", "Choose at least one form."), RefusalKind.Invalid, "forms");

    public static Refusal UnknownForm { get; } = new("unknown_form", new(
        "Có phiếu không thuộc đợt khảo sát này hoặc chưa niêm phong. Tải lại trang.", "A form is not of this campaign, or is not sealed yet. Load the page again."), RefusalKind.Invalid, "forms");

    public static Refusal NotPreviewed { get; } = new("effect_not_seen", new(
        "Xem ảnh hưởng đến kết quả trước, rồi mới ghi quyết định.", "Look at the effect on results first, then record the decision."));

    public static Refusal NotDrawn { get; } = new("not_drawn", new(
        "Đợt khảo sát chưa chọn mẫu nên chưa có ai để phúc tra.", "The campaign has drawn no sample, so there is nobody to call back."));

    public static Refusal AlreadyDrawn { get; } = new("call_backs_drawn", new(
        "Danh sách phúc tra đã được rút và không rút lại, để không ai chọn người được hỏi.", "The call-back sample is drawn already and is not drawn again, so that nobody picks who is asked."));

    public static Refusal NobodyInterviewed { get; } = new("nobody_interviewed", new("Chưa có phỏng vấn nào hoàn thành.", "No interview is finished yet."));

    public static Refusal ContactGone { get; } = new("contact_erased", new("Thông tin liên hệ đã được xóa theo thời hạn.", "The contact was erased in its term."), RefusalKind.NotFound);
}
