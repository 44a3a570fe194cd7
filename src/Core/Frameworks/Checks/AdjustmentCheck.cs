namespace ParIndex.Core.Frameworks.Checks;

/// <summary>Bonus and penalty: positive points within their caps.</summary>
internal static class AdjustmentCheck
{
    public static IEnumerable<Finding> Findings(AdjustmentRules rules)
    {
        if (rules.BonusCap <= Points.Zero || rules.PenaltyCap <= Points.Zero)
            yield return FrameworkFindings.Of("F065", "adjustments",
                "Mức trần điểm thưởng hoặc điểm trừ phải lớn hơn 0. Sửa, hoặc bỏ mức trần.",
                "The cap of bonuses or penalties must be above 0. Correct it, or leave it out.");
        foreach (var item in rules.Items)
        {
            var where = item.Code.Value;
            var cap = item.Kind == AdjustmentKind.Bonus ? rules.BonusCap : rules.PenaltyCap;
            if (item.Each <= Points.Zero || item.Max <= Points.Zero)
                yield return FrameworkFindings.Of("F065", where,
                    $"{where}: điểm mỗi lần và mức trần phải lớn hơn 0, cả với điểm trừ. Ghi số dương.",
                    $"{where}: points each and cap must be above 0, for penalties too. Write positive numbers.");
            else if (item.Each > item.Max)
                yield return FrameworkFindings.Of("F064", where,
                    $"{where}: mỗi lần {Words.Number(item.Each.Value).Vi} điểm, vượt mức trần {Words.Number(item.Max.Value).Vi} của mục. Sửa một trong hai.",
                    $"{where}: {Words.Number(item.Each.Value).En} points each exceed the item's cap of {Words.Number(item.Max.Value).En}. Change one of them.");
            if (cap is { } all && all > Points.Zero && item.Max > all)
                yield return FrameworkFindings.Of("F063", where,
                    $"{where}: mức trần của mục là {Words.Number(item.Max.Value).Vi}, vượt mức trần chung {Words.Number(all.Value).Vi}. Hạ mức trần của mục.",
                    $"{where}: the item's cap of {Words.Number(item.Max.Value).En} exceeds the common cap of {Words.Number(all.Value).En}. Lower the item's cap.");
        }
    }
}
