namespace ParIndex.Core.Frameworks.Checks;

/// <summary>Points add up at every level, and every maximum is sound.</summary>
internal static class SumCheck
{
    /// <summary>Far beyond any framework, and small enough that the products of a score stay inside 128 bits.</summary>
    private static readonly Points Greatest = Points.Of(10_000m);

    public static IEnumerable<Finding> Findings(Framework framework)
    {
        if (Sum("F005", "framework", "Tổng điểm của bộ chỉ số", "The total of the framework", "các lĩnh vực", "areas", framework.Total,
            framework.Areas.Select(area => area.Max)) is { } total) yield return total;
        foreach (var area in framework.Areas)
        {
            if (OutOfRange(area.Code.Value, area.Max) is { } wrong) yield return wrong;
            if (area.Criteria.Count > 0 && Sum("F006", area.Code.Value, $"Điểm tối đa của lĩnh vực {area.Code}", $"The maximum of area {area.Code}", "các tiêu chí", "criteria",
                area.Max, area.Criteria.Select(criterion => criterion.Max)) is { } sum) yield return sum;
            foreach (var finding in area.Criteria.SelectMany(Of)) yield return finding;
        }
    }

    private static IEnumerable<Finding> Of(Criterion criterion)
    {
        if (OutOfRange(criterion.Code.Value, criterion.Max) is { } wrong) yield return wrong;
        foreach (var leaf in criterion.SubCriteria)
            if (OutOfRange(leaf.Code.Value, leaf.Max) is { } wrongLeaf) yield return wrongLeaf;
        if (criterion.SubCriteria.Count > 0 && Sum("F007", criterion.Code.Value, $"Điểm tối đa của tiêu chí {criterion.Code}", $"The maximum of criterion {criterion.Code}",
            "các tiêu chí thành phần", "sub-criteria", criterion.Max, criterion.SubCriteria.Select(leaf => leaf.Max)) is { } sum) yield return sum;
    }

    private static Finding? Sum(string code, string where, string wholeVi, string wholeEn, string partsVi, string partsEn, Points max, IEnumerable<Points> parts)
    {
        var sum = parts.Aggregate(Points.Zero, (total, part) => total + part);
        if (sum == max) return null;
        var (stated, added) = (Words.Number(max.Value), Words.Number(sum.Value));
        return FrameworkFindings.Of(code, where,
            $"{wholeVi} là {stated.Vi} nhưng {partsVi} cộng lại được {added.Vi}. Sửa điểm hoặc bổ sung phần còn thiếu.",
            $"{wholeEn} is {stated.En} but its {partsEn} add up to {added.En}. Change the points or add what is missing.");
    }

    private static Finding? OutOfRange(string where, Points max)
    {
        if (max > Points.Zero && max <= Greatest) return null;
        var points = Words.Number(max.Value);
        return FrameworkFindings.Of("F008", where,
            $"Điểm tối đa của {where} là {points.Vi}; phải lớn hơn 0 và không quá 10.000. Sửa điểm tối đa.",
            $"The maximum of {where} is {points.En}; it must be above 0 and at most 10,000. Change the maximum.");
    }
}
