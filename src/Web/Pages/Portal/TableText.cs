using ParIndex.App.Publication;
using ParIndex.Core;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Words of the table builder.</summary>
public static class TableText
{
    public static Text Title { get; } = new("Lập bảng số liệu", "Build a table");

    public static Text Data { get; } = new("Dữ liệu mở", "Open data");

    public static Text Lead { get; } = new(
        "Chọn lần công bố, khối, mức chi tiết và đơn vị. Địa chỉ của bảng ghi rõ phiên bản: mở lại bất cứ lúc nào cũng ra đúng bảng này.",
        "Choose releases, a group, the level of detail and units. The table's address names the versions: it gives this very table at any time.");

    public static Text Releases { get; } = new("Lần công bố", "Releases");

    public static Text Group { get; } = new("Khối", "Group");

    public static Text Level { get; } = new("Các cột", "Columns");

    public static Text Measure { get; } = new("Số đo", "Measure");

    public static Text Points { get; } = new("Điểm đạt", "Points");

    public static Text Shares { get; } = new("% điểm tối đa áp dụng", "% of the applicable maximum");

    public static Text Units { get; } = new("Đơn vị (không chọn: cả khối)", "Units (none chosen: the whole group)");

    public static Text Codes { get; } = new("Mã lĩnh vực, tiêu chí (để trống: tất cả)", "Codes of areas or criteria (empty: all)");

    public static Text CodesHint { get; } = new("Cách nhau bằng dấu phẩy, ví dụ 1, 2.1, 3.1.2", "Parted by commas, such as 1, 2.1, 3.1.2");

    public static Text Button { get; } = new("Lập bảng", "Build the table");

    public static Text Release(ReleaseRow release) => new($"{release.Year}, {release.DecisionNumber ?? release.CycleCode}, phiên bản {release.Edition}", $"{release.Year}, {release.DecisionNumber ?? release.CycleCode}, version {release.Edition}");

    public static Text Of(TableLevel level) => level switch
    {
        TableLevel.Totals => new("Chỉ số, hạng, mức độ hài lòng", "Index, rank, satisfaction"),
        TableLevel.Areas => new("Lĩnh vực", "Areas"),
        TableLevel.Criteria => new("Tiêu chí", "Criteria"),
        _ => new("Tiêu chí thành phần", "Sub-criteria"),
    };

    public static Text Caption(Text group, Text level, Text? measure) => measure is null
        ? new($"{group.Vi}: {level.Vi}", $"{group.En}: {level.En}")
        : new($"{group.Vi}: {level.Vi}, {measure.Vi}", $"{group.En}: {level.En}, {measure.En}");

    public static Text Empty { get; } = new("Không có số liệu cho lựa chọn này. Năm chỉ công bố tổng điểm thì không có lĩnh vực và tiêu chí.", "There is nothing for this choice. Years with published totals alone have no areas and criteria.");

    public static Text RulesChanged { get; } = new("Các lần công bố này dùng bộ chỉ số khác nhau: cùng mã có thể là tiêu chí khác.", "These releases use different frameworks: the same code may be another criterion.");

    public static Text Superseded(ReleaseRow release) => new(
        $"Bảng này dùng phiên bản {release.Edition} của năm {release.Year}, nay đã có phiên bản mới hơn. Con số ở đây giữ nguyên như khi được trích dẫn.",
        $"This table uses version {release.Edition} of {release.Year}, which has been superseded. The figures here stay as they were cited.");

    public static Text Withdrawn(ReleaseRow release) => new(
        $"Phiên bản {release.Edition} của năm {release.Year} đã bị thu hồi và không còn là kết quả của năm đó.",
        $"Version {release.Edition} of {release.Year} was withdrawn and is no longer that year's result.");

    public static Text Permalink { get; } = new("Đường dẫn cố định của bảng này", "Permanent link of this table");

    public static Text Csv { get; } = new("Tải CSV", "Download CSV");

    public static Text Xlsx { get; } = new("Tải Excel (.xlsx)", "Download Excel (.xlsx)");

    public static Text Cube { get; } = new("Tải JSON-stat", "Download JSON-stat");

    public static Text NoFigure { get; } = new("Không có", "None");

    public static Text Change { get; } = new("Đổi lựa chọn", "Change the choice");
}
