using ParIndex.Core;

namespace ParIndex.App.Publication;

/// <summary>Names of the columns of built tables that are no lines of a framework.</summary>
public static class BuiltText
{
    public static Text Index { get; } = new("Chỉ số", "Index");

    public static Text Rank { get; } = new("Hạng", "Rank");

    public static Text Satisfaction { get; } = new("Mức độ hài lòng (%)", "Satisfaction (%)");

    public static Text Points { get; } = new("điểm", "points");

    public static Text Share { get; } = new("% điểm tối đa", "% of the maximum");

    public static Text Title(Text group) => new($"Kết quả chỉ số cải cách hành chính, {group.Vi}", $"Results of the public administration reform index, {group.En}");

    public static Text Unit { get; } = new("Đơn vị", "Unit");

    public static Text Year { get; } = new("Năm", "Year");

    public static Text Item { get; } = new("Nội dung", "Item");
}
