namespace ParIndex.App.Sampling;

/// <summary>Why a frame, a draw or a case is refused.</summary>
public static class SamplingRefusals
{
    public static Refusal SeedCommitted { get; } = new("seed_committed", new(
        "Hạt giống đã được cam kết nên dàn mẫu và cách chọn không đổi được nữa. Muốn làm lại phải lập đợt khảo sát mới.",
        "The seed is committed, so frame and plan stay as they are. To begin again, make a new campaign."));

    public static Refusal FrameThere { get; } = new("frame_there", new(
        "Đợt này đã có dàn mẫu. Bỏ dàn mẫu cũ (có lý do) rồi tải dàn mẫu mới.", "There is a frame already. Remove it, with a reason, before a new one."));

    public static Refusal NoFrame { get; } = new("no_frame", new("Chưa có dàn mẫu. Tải dàn mẫu trước.", "There is no frame yet. Upload one first."));

    public static Refusal NotCommitted { get; } = new("seed_not_committed", new(
        "Chưa cam kết hạt giống. Cam kết, công bố mã băm rồi mới rút.", "The seed is not committed yet. Commit it and tell its hash, then draw."));

    public static Refusal Drawn { get; } = new("sample_drawn", new("Mẫu đã được rút; mỗi đợt rút một lần.", "The sample is drawn; a campaign draws once."));

    public static Refusal NotDrawn { get; } = new("sample_not_drawn", new("Chưa rút mẫu.", "The sample is not drawn yet."));

    public static Refusal SeedBroken { get; } = new("seed_broken", new(
        "Hạt giống không khớp mã băm đã cam kết. Không rút; báo quản trị hệ thống và thanh tra.", "The seed does not match the hash that was committed. Nothing is drawn; tell the administrators and the inspectorate."));

    public static Refusal FrameChanged { get; } = new("frame_changed", new(
        "Dàn mẫu đã bị thay đổi sau khi cam kết. Không rút; báo quản trị hệ thống và thanh tra.", "The frame was changed after the commitment. Nothing is drawn; tell the administrators and the inspectorate."));

    public static Refusal NotReplaceable { get; } = new("not_replaceable", new(
        "Chỉ thay người đang thuộc mẫu và chưa trả lời.", "Only somebody of the sample who has not answered can be replaced."));

    public static Refusal AttemptsMissing { get; } = new("attempts_missing", new(
        "Chỉ thay người không liên lạc được sau ít nhất ba lần thử ở các giờ khác nhau. Ghi thêm lần liên hệ.",
        "Somebody not reached is replaced after at least three tries at different hours. Record more tries."));

    public static Refusal ReserveEmpty { get; } = new("reserve_empty", new(
        "Mẫu dự phòng của nhóm này đã hết. Không thay người; ghi nhận là không trả lời.", "The reserve of this stratum is used up. Nobody is replaced; it counts as non-response."));

    public static Refusal StillOpen { get; } = new("campaign_open", new(
        "Đợt khảo sát chưa đóng (kể cả thời gian chờ thiết bị). Hủy liên kết sau khi đóng và phúc tra xong.",
        "The campaign is not closed yet, or devices may still hand in. Destroy the link after closing and call-backs."));

    public static Refusal Unlinked { get; } = new("unlinked", new(
        "Liên kết giữa người và mã trả lời đã bị hủy; không còn gì để in hay liên hệ.", "The link between persons and tokens is destroyed; there is nothing left to print or contact."));

    public static Refusal NothingToPrint { get; } = new("nothing_to_print", new("Chưa có ai được cấp mã trả lời. Cấp mã trước.", "Nobody has a token yet. Issue them first."));

    public static Refusal TooManyToPrint(int count, int most) => new("too_many_to_print", new(
        $"{count} người vượt quá {most} người một tệp. Chọn từng đơn vị.", $"{count} persons are more than the {most} of one file. Choose unit by unit."), RefusalKind.Invalid, "Unit");

    public static Refusal NoRespondents { get; } = new("no_respondents", new(
        "Đợt này không phải điều tra cán bộ, hoặc phiếu hỏi không có nhóm người trả lời.", "This is no survey of officials, or its questionnaire has no groups of respondents."));

    public static Refusal PlanMissing { get; } = new("plan_missing", new("Chưa lưu cách chọn mẫu. Lưu cách chọn trước khi cam kết hạt giống.", "The plan is not saved yet. Save it before the seed is committed."));

    public static Refusal NoWithdrawal { get; } = new("no_withdrawal", new(
        "Không rút được phiếu này: mã và số biên nhận không khớp, hoặc phiếu đã niêm phong nên không ai còn biết phiếu nào của ai.",
        "This form cannot be withdrawn: link and receipt do not fit, or the form is sealed and nobody knows any more whose it is."), RefusalKind.NotFound);

    public static Refusal RequestAnswered { get; } = new("request_answered", new("Yêu cầu này đã được trả lời.", "This request is answered already."));
}
