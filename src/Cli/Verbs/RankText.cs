using System.Globalization;
using ParIndex.Core;

namespace ParIndex.Cli.Verbs;

/// <summary>Words of <c>rank</c>.</summary>
internal static class RankText
{
    public static Text Verb { get; } = new(
        "Xếp hạng một bảng điểm bất kỳ; kết quả là CSV: group, rank, tied, unit, score.",
        "Ranks any table of scores; the result is CSV: group, rank, tied, unit, score.");

    public static Text Table { get; } = new("bảng CSV, UTF-8", "a CSV table in UTF-8");
    public static Text Unit { get; } = new("cột tên đơn vị", "column with the unit");
    public static Text Score { get; } = new("cột điểm; ô trống không được xếp hạng", "column with the score; an empty cell is not ranked");
    public static Text Group { get; } = new("cột khối; xếp hạng riêng trong từng khối", "column with the group; ranks exist only inside one");
    public static Text Places { get; } = new("số chữ số thập phân để so sánh và in", "decimals at which scores are compared and printed");
    public static Text PlacesOut { get; } = new("--places phải từ 0 đến 9.", "--places must be 0 to 9.");

    public static Text Ties { get; } = new(
        "shared: bằng điểm thì đồng hạng (1, 2, 3, 3, 5); ordered: xếp theo --keys, vẫn bằng thì đồng hạng",
        "shared: equal scores share (1, 2, 3, 3, 5); ordered: put in order by --keys, still equal share");

    public static Text Keys { get; } = new(
        "các cột phân định khi bằng điểm, cao hơn đứng trước; thêm :asc nếu thấp hơn đứng trước; unrounded: điểm chưa làm tròn",
        "columns that decide between equal scores, greater first; :asc for smaller first; unrounded: the score as given");

    public static Text Mean { get; } = new("in bình quân từng khối ra luồng lỗi chuẩn", "also print each group's mean on standard error");

    public static Text KeysWithoutOrder { get; } = new(
        "Có --keys nhưng --ties không phải ordered. Thêm --ties ordered hoặc bỏ --keys.",
        "--keys is given but --ties is not ordered. Add --ties ordered or leave --keys out.");

    public static Text NoUnit { get; } = new("Chưa có tên đơn vị. Điền tên đơn vị.", "The unit is empty. Fill it in.");

    public static Text UnitTwice(string unit, int line) => new(
        $"Đơn vị \"{unit}\" đã có ở dòng {line} trong cùng khối. Xóa một dòng.",
        $"The unit \"{unit}\" is already on line {line} of the same group. Remove one of the lines.");

    public static Text NoScore { get; } = new("Không có điểm nên không xếp hạng.", "No score, so it is not ranked.");

    public static Text MeanOf(string group, IReadOnlyList<decimal> scores)
    {
        var name = group.Length == 0 ? "" : group + ": ";
        if (scores.Count == 0) return new($"{name}không có điểm", $"{name}no scores");
        var mean = Rounding.HalfAwayFromZero(scores.Sum() / scores.Count, 4).ToString("0.####", CultureInfo.InvariantCulture);
        return new($"{name}{scores.Count} đơn vị, bình quân {mean.Replace('.', ',')}", $"{name}{scores.Count} units, mean {mean}");
    }
}
