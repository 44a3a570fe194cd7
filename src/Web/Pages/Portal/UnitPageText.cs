using ParIndex.Core;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Words of the page of a unit.</summary>
public static class UnitPageText
{
    public static Text Compare { get; } = new("So sánh với đơn vị khác", "Compare with other units");

    public static Text AllSatisfaction { get; } = new("Mức độ hài lòng của mọi đơn vị", "Satisfaction of all units");

    public static Text Differences { get; } = new("Điểm tự chấm và điểm sau cùng", "Own points and final points");

    public static Text DifferencesFinding(int lower, int higher, int all) => new(
        $"{lower} trong {all} tiêu chí có điểm sau cùng thấp hơn tự chấm, {higher} tiêu chí cao hơn.", $"{lower} of {all} criteria end below the unit's own points, {higher} above.");

    public static Text DifferencesAlt { get; } = new("Biểu đồ tạ của bảng dưới đây: điểm tự chấm, thẩm định và sau cùng của từng tiêu chí.", "Dumbbell plot of the table below: own, appraised and final points of each criterion.");

    public static Text DifferencesDescription(int most) => new(
        $"Tối đa {most} tiêu chí khác nhau nhiều nhất, trên thang 0–100 % điểm tối đa.", $"At most {most} criteria, those that differ most, on a scale of 0–100% of the maximum.");

    public static Text Self { get; } = new("Tự chấm", "Self");

    public static Text Appraised { get; } = new("Thẩm định", "Appraised");

    public static Text Final { get; } = new("Điểm đạt", "Final");

    public static Text FromData { get; } = new("Theo số liệu", "From data");
}
