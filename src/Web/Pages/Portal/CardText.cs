using ParIndex.Core;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Words of the card of a unit and of frames on other sites.</summary>
public static class CardText
{
    public static Text Title(Text unit, int year) => new($"{unit.Vi}: kết quả năm {year}", $"{unit.En}: results of {year}");

    public static Text Product { get; } = new("Chỉ số cải cách hành chính", "Public administration reform index");

    public static Text Index { get; } = new("Chỉ số", "Index");

    public static Text Rank { get; } = new("Hạng", "Rank");

    public static Text Change { get; } = new("So với năm trước", "On the year before");

    public static Text Satisfaction { get; } = new("Mức độ hài lòng", "Satisfaction");

    public static Text Areas { get; } = new("Từng lĩnh vực (% điểm tối đa; vạch: trung bình khối)", "Each area (% of the maximum; tick: mean of the group)");

    public static Text Lost { get; } = new("Mất nhiều điểm nhất", "Most points were lost in");

    public static Text LostPoints(string points) => new($"{points} điểm", $"{points} points");

    public static Text Full { get; } = new("Xem đầy đủ và cách tính từng điểm:", "The whole, with the working of every score:");

    public static Text Qr { get; } = new("Mã QR dẫn đến trang của đơn vị", "QR code of the unit's page");

    public static Text Link { get; } = new("Thẻ kết quả một trang (A5)", "One-page card (A5)");

    public static Text Embed { get; } = new("Nhúng vào trang khác", "Put it on another site");

    public static Text EmbedHow { get; } = new(
        "Sao chép đoạn mã này. Khung luôn hiện kết quả mới nhất, không đặt cookie, không chạy mã.", "Copy these lines. The frame always shows the newest results, sets no cookie and runs no code.");

    public static Text NotCompared { get; } = new("Không so sánh", "Not compared");
}
