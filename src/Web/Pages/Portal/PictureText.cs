using ParIndex.App.Publication;
using ParIndex.Core;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Words every picture carries.</summary>
public static class PictureText
{
    public static Text SaveSvg { get; } = new("Lưu hình SVG", "Save as SVG");

    public static Text SavePng { get; } = new("Lưu hình PNG", "Save as PNG");

    public static Text SeeTable { get; } = new("Xem bảng số liệu", "See the table");

    public static Text SaveCsv { get; } = new("Tải CSV", "Download CSV");

    /// <summary>Where the figures come from, with the version.</summary>
    public static Text Source(ReleaseRow release) => new(
        $"Nguồn: kết quả năm {release.Year}, {release.DecisionNumber ?? release.CycleCode}, phiên bản {release.Edition}.",
        $"Source: results of {release.Year}, {release.DecisionNumber ?? release.CycleCode}, version {release.Edition}.");
}
