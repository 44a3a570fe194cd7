using ParIndex.Core;

namespace ParIndex.Web.Pages.Audit;

/// <summary>Words of the journal and its alarm.</summary>
public static class AuditText
{
    public static Text Log { get; } = new("Nhật ký hệ thống", "Journal");

    public static Text Intact { get; } = new("Nguyên vẹn", "Intact");

    public static Text System { get; } = new("Hệ thống", "The system");

    public static Text Erased { get; } = new("Nội dung đã được xóa; dòng và chuỗi băm còn nguyên.", "The content was erased; the line and the chain are whole.");

    /// <summary>Acts in the order a filter offers them.</summary>
    public static IReadOnlyList<(string Act, Text Words)> Acts { get; } =
    [
        ("changed", new("Nhập, sửa", "Entered or changed")),
        ("submitted", new("Nộp, xác nhận", "Handed in or confirmed")),
        ("judged", new("Chấm, biểu quyết, kết luận", "Judged")),
        ("moved", new("Mở, đóng giai đoạn", "Phase opened or closed")),
        ("granted", new("Tài khoản, quyền", "Accounts and rights")),
        ("resulted", new("Tính, chốt, công bố", "Computed, frozen, published")),
        ("sealed", new("Niêm phong phiếu", "Forms sealed")),
        ("kept", new("Vận hành hệ thống", "The installation itself")),
    ];

    public static Text Of(string act) => Acts.FirstOrDefault(known => known.Act == act).Words ?? Text.Same(act);

    public static Text Verified(long lines, int checkpoints, long covered) => new(
        $"Nguyên vẹn: {lines} dòng, {checkpoints} mốc kiểm soát, đã ký đến dòng {covered}.", $"Intact: {lines} lines, {checkpoints} checkpoints, signed up to line {covered}.");

    public static Text Acknowledged(bool ended) => ended
        ? new("Đủ hai người xác nhận; hệ thống ghi trở lại.", "Two persons acknowledged; the system writes again.")
        : new("Đã ghi nhận. Cần một người khác xác nhận nữa.", "Noted. Somebody else has to acknowledge too.");
}
