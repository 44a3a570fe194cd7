using ParIndex.Core;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Words of the comparison of units.</summary>
public static class CompareText
{
    public static Text Title { get; } = new("So sánh đơn vị", "Compare units");

    public static Text Lead { get; } = new(
        "Chọn đến bốn đơn vị của một năm. Thứ hạng chỉ có nghĩa giữa các đơn vị cùng khối.", "Choose up to four units of one year. Ranks mean something only inside a group.");

    public static Text Choose(int number) => new($"Đơn vị thứ {number}", $"Unit {number}");

    public static Text Year { get; } = new("Năm", "Year");

    public static Text Nobody { get; } = new("Không chọn", "None");

    public static Text Button { get; } = new("So sánh", "Compare");

    public static Text OtherGroups { get; } = new(
        "Các đơn vị này thuộc khối khác nhau: bộ tiêu chí và nhiệm vụ của họ khác nhau. Không so sánh thứ hạng, và hãy thận trọng khi so sánh phần trăm.",
        "These units belong to different groups: their criteria and duties differ. Ranks are not compared, and percentages should be read with care.");

    public static Text Warning { get; } = new("Lưu ý", "Warning");

    public static Text Finding(string best, string worst, string area, string points) => new(
        $"Cách biệt lớn nhất ở “{area}”: {best} cao hơn {worst} {points} điểm phần trăm.", $"The widest gap is in “{area}”: {best} is {points} percentage points above {worst}.");

    public static Text Profiles { get; } = new("Phần trăm điểm đạt theo lĩnh vực", "Share of points by area");

    public static Text Alt { get; } = new("Biểu đồ dải của bảng dưới đây: mỗi dải một lĩnh vực, mỗi dấu một đơn vị.", "Strip plot of the table below: a strip an area, a mark a unit.");

    public static Text Description { get; } = new("Mỗi dấu một đơn vị, phân biệt bằng hình và màu. Trục ngang không nhất thiết bắt đầu từ 0.", "A mark a unit, told apart by shape and colour. The axis need not start at 0.");

    public static Text LostTitle { get; } = new("Điểm mất theo lĩnh vực", "Points lost by area");

    public static Text Gap { get; } = new("Cách biệt", "Gap");

    public static Text NotAlike { get; } = new("Lĩnh vực có tên khác nhau giữa hai bộ chỉ số không nằm trong bảng.", "Areas that the frameworks name differently are not in the table.");

    public static Text Total { get; } = new("Chỉ số", "Index");

    public static Text TotalLost { get; } = new("Tổng điểm mất", "Points lost in all");

    public static Text Satisfaction { get; } = new("Mức độ hài lòng", "Satisfaction");

    public static Text NoDetail { get; } = new("Năm này chỉ công bố tổng điểm; không có điểm theo lĩnh vực.", "Only totals were published for this year; there are no points by area.");
}
