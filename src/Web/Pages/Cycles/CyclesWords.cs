using ParIndex.Core;

namespace ParIndex.Web.Pages.Cycles;

/// <summary>Words of the pages that prepare and run a cycle.</summary>
public static class CyclesWords
{
    public static Text Cycles { get; } = new("Các kỳ đánh giá", "Cycles");

    public static Text Board { get; } = new("Tiến độ", "Progress");

    public static Text Prepare { get; } = new("Kế hoạch và chuẩn bị", "Plan and preparation");

    public static Text Applies { get; } = new("Tiêu chí áp dụng cho từng đơn vị", "Which criteria concern which unit");

    public static Text Assign { get; } = new("Phân công thẩm định", "Assignment of appraisal");

    public static Text Extensions { get; } = new("Gia hạn và mở lại", "Extensions and reopenings");

    public static Text Created { get; } = new("Đã tạo kỳ. Chuẩn bị từng phần dưới đây rồi mở kỳ.", "The cycle is made. Prepare each part below, then open it.");

    public static Text Saved { get; } = new("Đã lưu.", "Saved.");

    public static Text Opened { get; } = new("Kỳ đã mở. Bộ chỉ số và danh sách đơn vị từ nay cố định.", "The cycle is open. Its frameworks and units are fixed from now on.");

    public static Text Extended { get; } = new("Đã gia hạn; mọi người trong hệ thống đều thấy.", "Extended; everybody inside sees it.");

    public static Text Proposed { get; } = new("Đã đề xuất mở lại. Người khác phải xác nhận.", "Proposed. Another person has to confirm it.");

    public static Text Confirmed { get; } = new("Đã xác nhận mở lại.", "The reopening is confirmed.");

    public static Text Assigned(int count) => new($"Đã phân công {count} tiêu chí.", $"{count} criteria assigned.");

    public static Text Decided(int count) => new($"Đã ghi quyết định cho {count} đơn vị.", $"Decided for {count} units.");

    public static Text Taken(int added, int removed, int changed) => new(
        $"Danh sách đơn vị: thêm {added}, bớt {removed}, sửa {changed}.", $"Units: {added} added, {removed} removed, {changed} changed.");

    /// <summary>Acts of the journal on a cycle.</summary>
    public static Text Said(string what) => what switch
    {
        "cycle.created" => new("Tạo kỳ", "Created"),
        "cycle.imported" => new("Nhập từ thư mục", "Imported"),
        "cycle.phases" => new("Đặt lịch các bước", "Dates of the phases"),
        "cycle.settings" => new("Sửa thiết lập", "Settings"),
        "cycle.framework" => new("Thay bộ chỉ số", "Framework replaced"),
        "cycle.units" => new("Lấy danh sách đơn vị", "Units taken"),
        "cycle.unit_added" => new("Thêm đơn vị", "Unit added"),
        "cycle.unit_removed" => new("Bớt đơn vị", "Unit removed"),
        "cycle.opened" => new("Mở kỳ", "Opened"),
        "demo.cycle" => new("Tạo kỳ trình diễn", "Demonstration made"),
        "leaf.assigned" => new("Phân công", "Assigned"),
        "reopening.proposed" => new("Đề xuất mở lại", "Reopening proposed"),
        "reopening.confirmed" => new("Xác nhận mở lại", "Reopening confirmed"),
        _ => new("Thay đổi", "Changed"),
    };
}
