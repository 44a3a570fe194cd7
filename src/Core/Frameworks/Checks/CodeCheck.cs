namespace ParIndex.Core.Frameworks.Checks;

/// <summary>Every code stands once and under its parent's, and everything in the tree can be scored in exactly one way.</summary>
internal static class CodeCheck
{
    public static IEnumerable<Finding> Findings(Framework framework) =>
        [.. Twice(framework), .. framework.Areas.SelectMany(Of)];

    private static IEnumerable<Finding> Twice(Framework framework)
    {
        var areas = framework.Areas.SelectMany(area => area.Criteria
            .SelectMany(criterion => criterion.SubCriteria.Select(leaf => leaf.Code).Prepend(criterion.Code)).Prepend(area.Code));
        var seen = new HashSet<CriterionCode>();
        foreach (var code in areas.Concat(framework.Adjustments.Items.Select(item => item.Code)))
            if (!seen.Add(code))
                yield return FrameworkFindings.Of("F009", code.Value,
                    $"Mã {code} được dùng hơn một lần. Đặt mã khác cho một trong hai mục.",
                    $"Code {code} is used more than once. Give one of the two another code.");
    }

    private static IEnumerable<Finding> Of(Area area)
    {
        if (area.Criteria.Count == 0)
            yield return FrameworkFindings.Of("F011", area.Code.Value,
                $"Lĩnh vực {area.Code} không có tiêu chí nào. Thêm tiêu chí hoặc bỏ lĩnh vực.",
                $"Area {area.Code} has no criteria. Add some or remove the area.");
        foreach (var criterion in area.Criteria)
        {
            if (Elsewhere(criterion.Code, area.Code) is { } stray) yield return stray;
            foreach (var finding in Of(criterion)) yield return finding;
        }
    }

    private static IEnumerable<Finding> Of(Criterion criterion)
    {
        var code = criterion.Code;
        foreach (var leaf in criterion.SubCriteria)
            if (Elsewhere(leaf.Code, code) is { } stray) yield return stray;
        if (criterion.Scored is null && criterion.SubCriteria.Count == 0)
            yield return FrameworkFindings.Of("F011", code.Value,
                $"Tiêu chí {code} không có tiêu chí thành phần, cũng không có cách chấm. Thêm subCriteria hoặc scored.",
                $"Criterion {code} has neither sub-criteria nor a rule of its own. Add subCriteria or scored.");
        if (criterion.Scored is null) yield break;
        if (criterion.SubCriteria.Count > 0)
            yield return FrameworkFindings.Of("F012", code.Value,
                $"Tiêu chí {code} vừa được chấm trực tiếp (scored), vừa có tiêu chí thành phần; điểm sẽ bị tính hai lần. Bỏ một trong hai.",
                $"Criterion {code} is scored itself and has sub-criteria too; points would count twice. Remove one of them.");
        if (criterion.Scored.Code != code || criterion.Scored.Max != criterion.Max)
            yield return FrameworkFindings.Of("F013", code.Value,
                $"Tiêu chí {code} và phần chấm trực tiếp (scored) của nó khác nhau về mã hoặc điểm tối đa. Ghi giống nhau.",
                $"Criterion {code} and its own score (scored) differ in code or maximum. Make them the same.");
    }

    private static Finding? Elsewhere(CriterionCode child, CriterionCode parent) =>
        child.Value.StartsWith(parent.Value + ".", StringComparison.Ordinal)
            ? null
            : FrameworkFindings.Of("F010", child.Value,
                $"Mã {child} nằm trong {parent} nhưng không bắt đầu bằng “{parent}.”. Sửa mã hoặc chuyển mục về đúng chỗ.",
                $"Code {child} lies under {parent} but does not begin with “{parent}.”. Correct the code or move the item.");
}
