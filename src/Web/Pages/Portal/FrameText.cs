using ParIndex.App.Publication;
using ParIndex.Core;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Words of the frame around every page of the portal.</summary>
public static class FrameText
{
    public static Text Product { get; } = new("Chỉ số cải cách hành chính", "Public Administration Reform Index");

    public static Text Skip { get; } = new("Đến nội dung chính", "Skip to main content");

    public static Text SearchHere { get; } = new("Tìm trên trang này", "Search this site");

    public static Text MainPages { get; } = new("Trang chính", "Main pages");

    public static Text Results { get; } = new("Kết quả", "Results");

    public static Text Satisfaction { get; } = new("Hài lòng", "Satisfaction");

    public static Text Years { get; } = new("Qua các năm", "Over the years");

    public static Text Compare { get; } = new("So sánh", "Compare");

    public static Text Criteria { get; } = new("Tiêu chí", "Criteria");

    public static Text Releases { get; } = new("Công bố", "Releases");

    public static Text Notice { get; } = new("Lưu ý về số liệu", "Notice about the data");

    public static Text Path { get; } = new("Đường dẫn", "Breadcrumb");

    public static Text Figures { get; } = new("Số liệu:", "Figures:");

    public static Text Decision(ReleaseRow release) => release.DecisionNumber is { } number
        ? new($"Quyết định số {number}", $"Decision {number}")
        : new($"kết quả năm {release.Year}", $"results of {release.Year}");

    public static Text Signed(string day) => new($" ngày {day}", $" of {day}");

    public static Text Version(ReleaseRow release) => new($"phiên bản {release.Edition}", $"version {release.Edition}");

    public static Text Provisional { get; } = new("Kết quả tạm tính.", "Provisional results.");

    public static Text Qr { get; } = new("Mã QR của trang này", "QR code of this page");

    public static Text QrOf { get; } = new("Mã QR dẫn đến trang này", "QR code of this page's address");

    /// <summary>The links at the foot.</summary>
    public static IReadOnlyList<(Text Words, string Path)> Foot { get; } =
    [
        (new("Phương pháp", "Method"), "/phuong-phap"), (new("Dữ liệu mở", "Open data"), "/du-lieu"), (new("Lập bảng", "Build a table"), "/lap-bang"),
        (new("Các lần công bố", "Releases"), "/cong-bo"), (new("Đính chính", "Corrections"), "/dinh-chinh"), (new("Lịch công bố", "Calendar"), "/lich-cong-bo"),
        (new("Quyền riêng tư", "Privacy"), "/quyen-rieng-tu"), (new("Khả năng tiếp cận", "Accessibility"), "/tro-nang"), (new("Bản đồ", "Map"), "/ban-do"),
    ];
}
