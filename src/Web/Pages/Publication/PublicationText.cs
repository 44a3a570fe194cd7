using ParIndex.App;
using ParIndex.App.Publication;
using ParIndex.Core;

namespace ParIndex.Web.Pages.Publication;

/// <summary>Words of releasing.</summary>
internal static class PublicationText
{
    public static Text Title(int year) => new($"Công bố kết quả năm {year}", $"Release of {year}");

    public static Text Drafted(string edition) => new($"Đã lập dự thảo {edition} từ lần tính đã chốt.", $"Draft {edition} was made from the frozen run.");

    public static Text Scheduled(ReleaseRow release, DateTimeOffset now) => release.PublishedAt > now
        ? new($"Phiên bản {release.Edition} sẽ công bố lúc {Vietnam.Moment(release.PublishedAt)} (giờ Việt Nam).", $"Version {release.Edition} comes out at {Vietnam.Moment(release.PublishedAt)} (Vietnam time).")
        : new($"Đã công bố phiên bản {release.Edition}.", $"Version {release.Edition} is out.");

    public static Text Moved { get; } = new("Đã đổi thời điểm công bố.", "The moment was moved.");

    public static Text Cancelled { get; } = new("Đã hủy lịch; phiên bản trở lại dự thảo.", "The moment was taken away; it is a draft again.");

    public static Text Named { get; } = new("Đã ghi người được đọc trước và báo cho người đó.", "The early reader was named and told.");

    public static Text Ended { get; } = new("Đã kết thúc quyền đọc trước.", "The early reading was ended.");

    public static Text Withdrawn(string edition) => new($"Đã thu hồi phiên bản {edition}; trang của phiên bản có dòng thông báo.", $"Version {edition} is withdrawn; its page says so.");

    /// <summary>Where a release stands, by the clock.</summary>
    public static Text State(ReleaseRow release, DateTimeOffset now) => release switch
    {
        { WithdrawnAt: { } back } => new($"Đã thu hồi {Vietnam.Moment(back)}", $"Withdrawn {Vietnam.Moment(back)}"),
        { IsDraft: true } => new("Dự thảo", "Draft"),
        _ when release.PublishedAt > now => new($"Chờ công bố lúc {Vietnam.Moment(release.PublishedAt)}", $"Comes out at {Vietnam.Moment(release.PublishedAt)}"),
        _ => new($"Đã công bố {Vietnam.Moment(release.PublishedAt)}", $"Out since {Vietnam.Moment(release.PublishedAt)}"),
    };

    public static Text Early { get; } = new("Kết quả được đọc trước", "Results to read early");

    /// <summary>What stands on every early page.</summary>
    public static Text Embargo(ReleaseRow release) => release.IsDraft
        ? new("CHƯA CÔNG BỐ: dự thảo. Không phổ biến, không sao chép cho người khác. Lần xem này đã được ghi lại.", "NOT PUBLISHED: a draft. Do not pass it on. This look was recorded.")
        : new($"CHƯA CÔNG BỐ trước {Vietnam.Moment(release.PublishedAt)} (giờ Việt Nam). Không phổ biến, không sao chép cho người khác. Lần xem này đã được ghi lại.",
            $"NOT PUBLISHED before {Vietnam.Moment(release.PublishedAt)} (Vietnam time). Do not pass it on. This look was recorded.");
}
