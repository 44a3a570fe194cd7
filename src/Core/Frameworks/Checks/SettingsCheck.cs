using ParIndex.Core.Ranking;

namespace ParIndex.Core.Frameworks.Checks;

/// <summary>Rounding, ties, kinds of unit.</summary>
internal static class SettingsCheck
{
    public static IEnumerable<Finding> Findings(Framework framework)
    {
        var rounding = framework.Rounding;
        if (rounding.LeafPlaces is < 0 or > 4 || rounding.PublishedPlaces is < 0 or > 6 || framework.Ties.Places is < 0 or > 6)
            yield return FrameworkFindings.Of("F055", "rounding",
                "Số chữ số thập phân ngoài khoảng: điểm tiêu chí từ 0 đến 4, chỉ số và đồng hạng từ 0 đến 6. Sửa rounding hoặc ties.",
                "Decimal places out of range: 0 to 4 for a leaf, 0 to 6 for the index and for ties. Correct rounding or ties.");
        foreach (var key in framework.Ties.Keys.Where(key => !IsKnown(key, framework)))
            yield return FrameworkFindings.Of("F056", "ties",
                $"Khóa phân định “{key}” không rõ. Dùng unrounded, satisfaction hoặc area:MÃ với mã lĩnh vực có thật.",
                $"Tie key “{key}” is unknown. Use unrounded, satisfaction or area:CODE with the code of an area.");
        if ((framework.Ties.Kind == TieKind.Ordered) != (framework.Ties.Keys.Count > 0))
            yield return FrameworkFindings.Of("F057", "ties",
                "Xếp thứ tự khi bằng điểm (ordered) cần ít nhất một khóa; đồng hạng (shared) không dùng khóa. Sửa kind hoặc keys.",
                "Ordered ties need at least one key; shared ties use none. Correct kind or keys.");
        if (framework.UnitKinds.Count == 0)
            yield return FrameworkFindings.Of("F058", "unitKinds",
                "Chưa nêu bộ chỉ số áp dụng cho loại đơn vị nào. Ghi vào unitKinds.",
                "No kind of unit is named for this framework. Name them in unitKinds.");
    }

    private static bool IsKnown(string key, Framework framework) => key is "unrounded" or "satisfaction"
        || (key.StartsWith("area:", StringComparison.Ordinal)
            && framework.Areas.Any(area => string.Equals(area.Code.Value, key[5..], StringComparison.Ordinal)));
}
