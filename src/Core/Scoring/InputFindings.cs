namespace ParIndex.Core.Scoring;

/// <summary>What can be wrong with the figures of one unit for one leaf: S001 to S008. Where: file and line, or unit and leaf.</summary>
public static class InputFindings
{
    /// <summary>Wrong by the kind of the input alone; null: nothing.</summary>
    public static Finding? OfKind(string where, RuleInput input, Quantity value)
    {
        var (name, number) = (input.Label, Words.Number(value));
        if (value.TenThousandths < 0)
            return new("S001", where, new(
                $"“{name.Vi}” là {number.Vi}, không được âm. Kiểm tra lại số liệu nguồn.",
                $"“{name.En}” is {number.En}; it cannot be negative. Check the source."));
        if (input.Kind == InputKind.Count && value.TenThousandths % Points.Scale != 0)
            return new("S002", where, new(
                $"“{name.Vi}” là {number.Vi}, phải là số nguyên. Ghi số đếm, không ghi tỷ lệ.",
                $"“{name.En}” is {number.En}; it must be a whole number. Give the count, not a share."));
        if (input.Kind == InputKind.YesNo && value.TenThousandths is not (0 or Points.Scale))
            return new("S003", where, new(
                $"“{name.Vi}” là {number.Vi}, chỉ nhận có hoặc không. Ghi yes hoặc no.",
                $"“{name.En}” is {number.En}; it is a yes or a no. Write yes or no."));
        return null;
    }

    internal static Finding NoSuchOption(string where, RuleInput input, Quantity value, int options) => new("S004", where, new(
        $"“{input.Label.Vi}” không có mức số {Words.Number(value).Vi}. Chọn một trong {options} mức của tiêu chí.",
        $"“{input.Label.En}” has no level {Words.Number(value).En}. Choose one of the {options} levels of the criterion."));

    internal static Finding WithoutWhole(string where, RuleInput part, RuleInput whole, Quantity value) => new("S005", where, new(
        $"“{whole.Label.Vi}” là 0 nhưng “{part.Label.Vi}” là {Words.Number(value).Vi}. Sửa một trong hai số.",
        $"“{whole.Label.En}” is 0 but “{part.Label.En}” is {Words.Number(value).En}. Correct one of the two."));

    internal static Finding BeyondScale(string where, RuleInput input, Quantity value, Quantity low, Quantity high) => new("S006", where, new(
        $"“{input.Label.Vi}” là {Words.Number(value).Vi}, ngoài thang từ {Words.Number(low).Vi} đến {Words.Number(high).Vi}. Kiểm tra lại số liệu nguồn.",
        $"“{input.Label.En}” is {Words.Number(value).En}, outside its scale from {Words.Number(low).En} to {Words.Number(high).En}. Check the source."));

    internal static Finding AboveWhole(string where, RuleInput part, RuleInput whole, Quantity a, Quantity b) => new("S007", where, new(
        $"“{part.Label.Vi}” ({Words.Number(a).Vi}) lớn hơn “{whole.Label.Vi}” ({Words.Number(b).Vi}): trên 100 %. Kiểm tra lại; điểm không vượt mức tối đa.",
        $"“{part.Label.En}” ({Words.Number(a).En}) is more than “{whole.Label.En}” ({Words.Number(b).En}): over 100%. Check both; the points stay within the maximum."),
        Severity.Warning);

    internal static Finding NeverNought(string where, RuleInput whole) => new("S008", where, new(
        $"“{whole.Label.Vi}” là 0, trong khi nội dung này năm nào cũng có. Kiểm tra lại số liệu.",
        $"“{whole.Label.En}” is 0, but there are always some. Check the figure."));
}
