using System.Globalization;
using ParIndex.App.Publication;
using ParIndex.Documents.OpenData;

namespace ParIndex.Web.Api;

/// <summary>The list of releases as a table like any other.</summary>
internal static class ReleaseTable
{
    public static DataTable Table { get; } = new("releases.csv", "Các lần công bố", "Releases",
    [
        new("release", "string", "mã lần công bố, dùng trong địa chỉ", "code of the release, as used in addresses"),
        new("cycle", "string", "mã kỳ đánh giá", "code of the cycle"), new("year", "integer", "năm đánh giá", "evaluated year"),
        new("version", "string", "phiên bản", "version"),
        new("place_vi", "string", "địa phương", "place in Vietnamese"), new("place_en", "string", "địa phương, tiếng Anh", "place in English"),
        new("decision_number", "string", "số Quyết định", "number of the Decision"), new("decision_date", "date", "ngày Quyết định", "date of the Decision"),
        new("published_at", "datetime", "thời điểm công bố", "moment of publication"),
        new("final", "boolean", "kết quả chính thức, không phải tạm tính", "final, not provisional"),
        new("totals_only", "boolean", "chỉ có tổng đã công bố", "published totals alone"),
        new("illustrative", "boolean", "có số liệu minh họa", "some of it is illustrative"),
        new("correction_vi", "string", "nội dung và lý do đính chính", "what was corrected and why, in Vietnamese"),
        new("correction_en", "string", "nội dung và lý do đính chính, tiếng Anh", "what was corrected and why, in English"),
        new("withdrawn_at", "datetime", "thời điểm thu hồi; trống: còn hiệu lực", "when it was withdrawn; empty: in force"),
        new("withdrawn_vi", "string", "lý do thu hồi", "why it was withdrawn, in Vietnamese"), new("withdrawn_en", "string", "lý do thu hồi, tiếng Anh", "why it was withdrawn, in English"),
        new("engine", "string", "phiên bản chương trình", "version of the engine"),
        new("inputs_sha256", "string", "mã băm của dữ liệu vào", "hash of the inputs"),
    ]);

    public static IReadOnlyList<string> Cells(ReleaseRow release) =>
    [
        release.Slug, release.CycleCode, release.Year.ToString(CultureInfo.InvariantCulture), Version(release), release.Place.Vi, release.Place.En,
        release.DecisionNumber ?? "", release.DecisionDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        Moment(release.PublishedAt),
        YesNo(release.Final), YesNo(release.TotalsOnly), YesNo(release.Notice is not null), release.RevisionNote?.Vi ?? "", release.RevisionNote?.En ?? "",
        release.WithdrawnAt is { } back ? Moment(back) : "", release.WithdrawnReason?.Vi ?? "", release.WithdrawnReason?.En ?? "", release.Engine, release.InputsHash,
    ];

    private static string Moment(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Version(ReleaseRow release) => release.Edition;

    private static string YesNo(bool value) => value ? "yes" : "no";
}
