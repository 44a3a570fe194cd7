using ParIndex.Core.Cycles;

namespace ParIndex.Core.Computation;

/// <summary>Why a figure is not compared with the previous year.</summary>
internal static class ChangeText
{
    public static readonly Text NoIndexNow = new("Năm nay chưa có chỉ số.", "There is no index this year.");

    public static readonly Text NotRankedNow = new("Năm nay chưa được xếp hạng.", "Not ranked this year.");

    public static Text NotThere(int year) => new($"Đơn vị chưa có trong kỳ đánh giá năm {year}.", $"The unit was not part of the cycle of {year}.");

    public static Text Formed(Unit unit, int year) => new(
        $"Đơn vị được thành lập, sắp xếp lại từ {string.Join(", ", unit.Predecessors)} sau kỳ đánh giá năm {year}.",
        $"The unit was formed from {string.Join(", ", unit.Predecessors)} after the cycle of {year}.");

    public static Text NotPublishedThen(int year) => new($"Chỉ số năm {year} không được công bố.", $"The index of {year} was not published.");

    public static Text NotRankedThen(int year) => new($"Năm {year} không có thứ hạng.", $"There was no rank in {year}.");

    public static Text OtherFramework(string then, string now) => new(
        $"Bộ chỉ số đã thay đổi ({then} → {now}).", $"The framework has changed ({then} → {now}).");

    public static Text OtherGroup(Text group, int year) => new(
        $"Năm {year} đơn vị xếp hạng trong khối khác ({group.Vi}).", $"In {year} the unit was ranked in another group ({group.En}).");

    public static Text NewGroup(Text group, int year) => new(
        $"Khối “{group.Vi}” chưa được xếp hạng riêng năm {year}.", $"The group “{group.En}” was not ranked by itself in {year}.");

    public static Text SplitGroup(Text group, Text former, int year) => new(
        $"Năm {year} khối “{group.Vi}” xếp hạng chung trong “{former.Vi}”; năm nay là năm đầu xếp hạng riêng.",
        $"In {year} “{group.En}” was ranked together with others in “{former.En}”; this is the first year by itself.");

    public static Text MeanNotComparable(int year) => new(
        $"Không so sánh được với bình quân năm {year}: có đơn vị không so sánh được giữa hai năm.",
        $"The mean of {year} cannot be compared: some units cannot be compared between the two years.");
}
