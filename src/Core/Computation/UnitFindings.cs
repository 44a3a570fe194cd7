using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Computation;

/// <summary>What can be wrong with one unit: findings R001 to R012 (docs/method.md, "Findings of results").</summary>
internal static class UnitFindings
{
    public static Finding NotSubmitted(Unit unit) => new("R001", unit.Code.Value, new(
        $"{unit.Name.Vi} chưa nộp tự đánh giá, nên không có chỉ số và không xếp hạng. Đề nghị đơn vị nộp, hoặc ghi nhận là chưa nộp khi công bố.",
        $"{unit.Name.En} has not submitted its self-assessment: no index, no rank. Ask for it, or publish the unit as not submitted."), Severity.Warning);

    public static Finding Incomplete(Unit unit, int leaves, Leaf first) => new("R002", unit.Code.Value, new(
        $"{unit.Name.Vi} còn {leaves} tiêu chí chưa có điểm (trước hết là {first.Code}), nên chưa có chỉ số. Nhập số liệu hoặc chấm điểm.",
        $"{unit.Name.En} has {leaves} criteria without a score (first {first.Code}), so there is no index. Enter the inputs or give points."), Severity.Warning);

    public static Finding NotAppraised(Unit unit, int leaves, Leaf first) => new("R003", unit.Code.Value, new(
        $"{unit.Name.Vi} còn {leaves} tiêu chí mới có điểm tự chấm (trước hết là {first.Code}); chỉ số là tạm tính. Thẩm định các tiêu chí này.",
        $"{unit.Name.En} has {leaves} criteria with its own score alone (first {first.Code}); the index is provisional. Appraise them."), Severity.Warning);

    public static Finding NoIndex(Unit unit) => new("R004", unit.Code.Value, new(
        $"{unit.Name.Vi} không có tiêu chí nào áp dụng (mẫu số bằng 0), nên không có chỉ số. Kiểm tra lại các quyết định không áp dụng.",
        $"No criterion applies to {unit.Name.En} (denominator 0), so there is no index. Check the decisions on applicability."), Severity.Warning);

    public static Finding NoSatisfaction(Unit unit) => new("R005", unit.Code.Value, new(
        $"{unit.Name.Vi} không có kết quả hài lòng (không đủ phiếu hợp lệ); điểm SIPAS ra khỏi mẫu số. Kiểm tra số phiếu, hoặc ghi lý do miễn khảo sát.",
        $"{unit.Name.En} has no satisfaction figure (too few valid forms); the SIPAS points leave the denominator. Check the forms, or state why it is exempt."),
        Severity.Warning);

    public static Finding NoBand(Unit unit, decimal published, int places) => new("R006", unit.Code.Value, new(
        $"Chỉ số {Words.Fixed(published, places).Vi} của {unit.Name.Vi} không thuộc mức xếp loại nào. Bổ sung khoảng còn thiếu trong bộ chỉ số.",
        $"The index {Words.Fixed(published, places).En} of {unit.Name.En} falls into no band. Add the missing range to the framework."), Severity.Warning);

    public static Finding UnknownAdjustment(UnitCode unit, CriterionCode code) => new("R007", unit.Value, new(
        $"Điểm thưởng, điểm trừ “{code}” không có trong bộ chỉ số, nên không được tính. Sửa mã trong adjustments.csv.",
        $"The bonus or penalty “{code}” is not in the framework and does not count. Correct the code in adjustments.csv."));

    public static Finding NegativeAdjustment(UnitCode unit, AdjustmentClaim claim) => new("R008", unit.Value, new(
        $"Số trường hợp {Words.Number(claim.Cases.Value).Vi} của “{claim.Code}” nhỏ hơn 0, nên không được tính. Sửa số trường hợp.",
        $"The number of cases {Words.Number(claim.Cases.Value).En} of “{claim.Code}” is below 0 and does not count. Correct it."));

    public static Finding NoSheet(Unit unit) => new("R009", unit.Code.Value, new(
        $"{unit.Name.Vi} không có phiếu chấm điểm. Kiểm tra bộ chỉ số của khối “{unit.Group}”.",
        $"{unit.Name.En} has no score sheet. Check the framework of the group “{unit.Group}”."));

    public static Finding SheetDoesNotFit(Unit unit, int leaves, int expected) => new("R010", unit.Code.Value, new(
        $"Phiếu chấm điểm của {unit.Name.Vi} có {leaves} tiêu chí trong khi bộ chỉ số có {expected}. Lập lại phiếu theo đúng bộ chỉ số.",
        $"The sheet of {unit.Name.En} has {leaves} criteria where the framework has {expected}. Make it from the framework again."));

    public static Finding NotPublished(Unit unit) => new("R011", unit.Code.Value, new(
        $"Không có chỉ số đã công bố của {unit.Name.Vi}. Bổ sung vào totals.csv nếu tìm được nguồn.",
        $"No published index of {unit.Name.En} is known. Add it to totals.csv if a source is found."), Severity.Warning);

    public static Finding WithoutEvidence(Unit unit, int leaves, Leaf first) => new("R012", unit.Code.Value, new(
        $"{unit.Name.Vi} có {leaves} tiêu chí tính 0 điểm vì không có tài liệu kiểm chứng và không giải trình (trước hết là {first.Code}).",
        $"{leaves} criteria of {unit.Name.En} count 0 for want of evidence and explanation (first {first.Code})."), Severity.Warning);
}
