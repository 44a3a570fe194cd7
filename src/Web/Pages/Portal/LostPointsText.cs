using ParIndex.Core;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Words of the page of lost points.</summary>
public static class LostPointsText
{
    public static Text Title(Text group, int year) => new($"Điểm mất của {group.Vi} năm {year}", $"Points lost by {group.En}, {year}");

    public static Text Link { get; } = new("Mất điểm ở đâu", "Where points are lost");

    public static Text Lead(string lost, string area, string points) => new(
        $"Trung bình mỗi đơn vị mất {lost} điểm, nhiều nhất ở “{area}”: {points} điểm.", $"A unit loses {lost} points on average, most of them in “{area}”: {points}.");

    public static Text Picture { get; } = new("Từ điểm tối đa xuống điểm đạt, trung bình của khối", "From the maximum down to the points achieved, mean of the group");

    public static Text Finding(string max, string achieved) => new($"Từ {max} điểm tối đa áp dụng xuống {achieved} điểm đạt được.", $"From {max} applicable points down to {achieved} achieved.");

    public static Text Alt { get; } = new("Biểu đồ thác nước của bảng dưới đây: mỗi thanh là điểm mất ở một lĩnh vực.", "Waterfall of the table below: each bar is what an area lost.");

    public static Text Description { get; } = new("Mỗi thanh là điểm mất trung bình ở một lĩnh vực, lớn nhất ở trên. Trục ngang không bắt đầu từ 0.", "Each bar is what one area lost on average, the greatest first. The axis does not start at 0.");

    public static Text Start { get; } = new("Điểm tối đa áp dụng", "Applicable maximum");

    public static Text End { get; } = new("Điểm đạt", "Points achieved");

    public static Text Criterion { get; } = new("Tiêu chí", "Criterion");

    public static Text Max { get; } = new("Tối đa", "Maximum");

    public static Text Achieved { get; } = new("Đạt", "Achieved");

    public static Text Losing { get; } = new("Đơn vị mất điểm", "Units that lose");

    public static Text Of(int losing, int units) => new($"{losing}/{units}", $"{losing}/{units}");

    public static Text ByCriterion { get; } = new("Theo tiêu chí, mất nhiều nhất ở trên", "By criterion, the greatest loss first");

    public static Text Mean { get; } = new("Trung bình của các đơn vị có áp dụng tiêu chí.", "Means over the units the criterion applies to.");
}
