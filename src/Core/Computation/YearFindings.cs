namespace ParIndex.Core.Computation;

/// <summary>What can be wrong with the year as a whole: findings R201 to R211 (docs/method.md, "Findings of results").</summary>
internal static class YearFindings
{
    public static Finding SurveyNotHeldProvisional(string framework) => new("R201", framework, new(
        "Năm nay không tổ chức khảo sát; theo bộ chỉ số, kết quả là tạm tính. Tổ chức khảo sát, hoặc quy định tính lại trên phần còn lại (rescaled).",
        "The survey of the year was not held; by the framework the results stay provisional. Hold the survey, or set the framework to rescale."),
        Severity.Warning);

    public static Finding SurveyNotHeldRescaled(string framework) => new("R202", framework, new(
        "Năm nay không tổ chức khảo sát; theo bộ chỉ số, điểm khảo sát ra khỏi mẫu số.",
        "The survey of the year was not held; by the framework its points leave the denominator."), Severity.Warning);

    public static Finding UnknownGroup(UnitCode unit, string group) => new("R203", unit.Value, new(
        $"Khối “{group}” của đơn vị {unit} không có trong cycle.json. Sửa mã khối trong units.csv.",
        $"The group “{group}” of unit {unit} is not in cycle.json. Correct the group in units.csv."));

    public static Finding NoFramework(string group) => new("R204", group, new(
        $"Khối “{group}” không có bộ chỉ số mà cũng không có totals.csv. Khai báo bộ chỉ số trong cycle.json.",
        $"The group “{group}” has neither a framework nor totals.csv. Name its framework in cycle.json."));

    public static Finding UnknownGroupInBlock(string block, string group) => new("R205", block, new(
        $"Khối gộp “{block}” gồm khối “{group}” không có trong cycle.json. Sửa danh sách khối.",
        $"The block “{block}” names the group “{group}”, which is not in cycle.json. Correct its list."));

    public static Finding DuplicateUnit(UnitCode unit) => new("R206", unit.Value, new(
        $"Đơn vị {unit} có mặt nhiều lần; chỉ lần đầu được tính. Bỏ dòng trùng.",
        $"Unit {unit} appears more than once; only the first counts. Remove the repetition."));

    public static Finding StrangeSheet(UnitCode unit) => new("R207", unit.Value, new(
        $"Có phiếu hoặc tổng điểm của đơn vị {unit} không có trong units.csv. Thêm đơn vị hoặc bỏ dữ liệu này.",
        $"There is a sheet or total of unit {unit}, which is not in units.csv. Add the unit or remove the data."));

    public static Finding SumDiffers(string framework, string where, Text what, Points sum, Points max) => new("R208", $"{framework} {where}", new(
        $"{what.Vi}: các phần cộng lại là {Words.Number(sum.Value).Vi} nhưng tối đa là {Words.Number(max.Value).Vi}. Sửa điểm hoặc bổ sung tiêu chí.",
        $"{what.En}: the parts add up to {Words.Number(sum.Value).En} but the maximum is {Words.Number(max.Value).En}. Change the points or add a criterion."));

    public static Finding UnknownTieKey(string framework, string key) => new("R209", framework, new(
        $"Khóa phân định đồng hạng “{key}” không hợp lệ. Dùng unrounded, satisfaction hoặc area:MÃ.",
        $"The tie-break key “{key}” is not known. Use unrounded, satisfaction or area:CODE."));

    public static Finding NothingScored() => new("R210", "cycle", new(
        "Không có đơn vị nào để tính. Bổ sung units.csv.",
        "There is no unit to compute. Fill units.csv."));

    public static Finding HeadsProvisional() => new("R211", "heads", new(
        "Kết quả còn tạm tính, nên việc phân loại người đứng đầu cũng là tạm tính.",
        "The results are provisional, so the classification of heads is provisional too."), Severity.Warning);
}
