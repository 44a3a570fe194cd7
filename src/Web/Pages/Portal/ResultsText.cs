using ParIndex.Core;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Words of the pages of results.</summary>
public static class ResultsText
{
    public static Text OfYear(int year) => new($"Kết quả năm {year}", $"Results of {year}");

    public static Text Year(int year) => new($"Năm {year}", $"Year {year}");

    public static Text RankingOf(Text group, int year) => new($"Xếp hạng {group.Vi} năm {year}", $"Ranking of {group.En}, {year}");

    public static Text Unit { get; } = new("Đơn vị", "Unit");

    public static Text Group { get; } = new("Khối", "Group");

    public static Text Area { get; } = new("Lĩnh vực", "Area");

    public static Text Index { get; } = new("Chỉ số", "Index");

    public static Text Rank { get; } = new("Hạng", "Rank");

    public static Text NotApplicable { get; } = new("Không áp dụng", "Not applicable");

    public static Text NotPublished { get; } = new("Không công bố", "Not published");

    public static Text NothingYet { get; } = new("Chưa có kết quả nào được công bố", "Nothing has been published yet");

    public static Text Lost { get; } = new("Mất", "Lost");
}
