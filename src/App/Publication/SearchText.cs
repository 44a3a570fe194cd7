using ParIndex.Core;
using ParIndex.Core.Computation;

namespace ParIndex.App.Publication;

/// <summary>What a found figure says, and the everyday words it is found by besides its names.</summary>
internal static class SearchText
{
    /// <summary>People ask for the index by these.</summary>
    public const string Index = "điểm chỉ số CCHC cải cách hành chính xếp hạng thứ hạng năm index score rank PAR reform year";

    /// <summary>For satisfaction.</summary>
    public const string Satisfaction = "mức độ hài lòng SIPAS khảo sát tỷ lệ năm satisfaction survey year";

    /// <summary>For an area of one unit.</summary>
    public const string Area = "điểm lĩnh vực năm points area year";

    /// <summary>For a line of a framework.</summary>
    public const string Criterion = "tiêu chí cách tính điểm tối đa năm criterion rule year";

    /// <summary>For a release.</summary>
    public const string Decision = "quyết định công bố kết quả chỉ số cải cách hành chính CCHC năm decision release results year";

    public static Text InYear(Text name, int year) => new($"{name.Vi}, năm {year}", $"{name.En}, {year}");

    public static Text SatisfactionOf(Text name, int year) => new($"Mức độ hài lòng: {name.Vi}, năm {year}", $"Satisfaction: {name.En}, {year}");

    public static Text AreaOf(Text area, Text unit, int year) => new($"{area.Vi}: {unit.Vi}, năm {year}", $"{area.En}: {unit.En}, {year}");

    public static Text CriterionOf(string code, Text name) => new($"{code}. {name.Vi}", $"{code}. {name.En}");

    public static Text NoIndex { get; } = new("Không có chỉ số", "No index");

    public static Text UnitDetail(Core.Ranking.Standing? ranked, GroupResult group) => ranked is not { } standing
        ? new($"Chỉ số CCHC; {group.Name.Vi}", $"PAR index; {group.Name.En}")
        : new(
            $"Chỉ số CCHC; {(standing.Tied ? "đồng hạng" : "hạng")} {standing.Rank}/{group.RankedUnits}, {group.Name.Vi}",
            $"PAR index; {(standing.Tied ? "joint rank" : "rank")} {standing.Rank} of {group.RankedUnits}, {group.Name.En}");

    public static Text GroupDetail(GroupResult group) => group.Best is { } best
        ? new($"Trung bình {group.RankedUnits} đơn vị; cao nhất {Words.Fixed(best, 2).Vi}", $"Mean of {group.RankedUnits} units; best {Words.Fixed(best, 2).En}")
        : new($"{group.Units} đơn vị", $"{group.Units} units");

    public static Text Margin(double low, double high) => new(
        $"Khoảng tin cậy 95 %: {Words.Fixed((decimal)low, 2).Vi} – {Words.Fixed((decimal)high, 2).Vi}", $"95% interval: {Words.Fixed((decimal)low, 2).En} – {Words.Fixed((decimal)high, 2).En}");

    public static Text Share(Points achieved, Points applicable) => new(
        $"{Words.Points(achieved).Vi} trên {Words.Number(applicable.Value, 0, 4).Vi}", $"{Words.Points(achieved).En} of {Words.Number(applicable.Value, 0, 4).En}");

    public static Text Maximum(Points max) => new($"tối đa {Words.Points(max).Vi}", $"maximum {Words.Points(max).En}");

    public static Text ResultsOf(int year) => new($"Kết quả năm {year}", $"Results of {year}");

    public static Text DecisionOf(string number) => new($"Quyết định số {number}", $"Decision {number}");
}
