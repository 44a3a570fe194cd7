using ParIndex.Core;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Words of the calendar of publication.</summary>
public static class CalendarText
{
    public static Text Title { get; } = new("Lịch công bố", "Calendar of publication");

    public static Text Lead { get; } = new(
        "Kết quả được công bố một lúc cho mọi người, sau khi có Quyết định. Ai được xem trước thì có tên và lý do trong hệ thống, và mỗi lần xem đều có nhật ký.",
        "Results are published for everybody at one moment, once the Decision is signed. Whoever may read earlier is named with a reason, and every look is recorded.");

    public static Text Next { get; } = new("Sắp tới", "Coming");

    public static Text Expected(int year, string day) => new(
        $"Kết quả năm {year}: hội đồng làm việc đến ngày {day} theo kế hoạch; công bố sau khi ký Quyết định.", $"Results of {year}: by the plan the council works until {day}; they are published once the Decision is signed.");

    public static Text NothingComing { get; } = new("Chưa có kỳ đánh giá nào đang mở.", "No cycle is open at present.");

    public static Text Done { get; } = new("Đã công bố", "Published");

    public static Text When { get; } = new("Ngày giờ (Asia/Ho_Chi_Minh)", "Day and hour (Asia/Ho_Chi_Minh)");

    public static Text What { get; } = new("Nội dung", "What");

    public static Text Version { get; } = new("Phiên bản", "Version");
}
