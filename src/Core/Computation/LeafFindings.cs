using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Computation;

/// <summary>What can be wrong with one leaf of one unit: findings R101 to R115 (docs/method.md, "Findings of results").</summary>
internal static class LeafFindings
{
    public static Finding TypedOverWithoutReason(UnitCode unit, Leaf leaf, Points typed, Points? byRule) => new("R101", At(unit, leaf), new(
        $"Điểm nhập tay {Vi(typed)} thay cho điểm do hệ thống tính ({Vi(byRule)}) mà không có lý do, nên không được tính. Ghi lý do hoặc bỏ điểm nhập tay.",
        $"{En(typed)} points were typed over the computed score ({En(byRule)}) without a reason, so they do not count. Give the reason or remove the typed points."));

    public static Finding DiffersFromRule(UnitCode unit, Leaf leaf, Points given, Points byRule) => new("R102", At(unit, leaf), new(
        $"Điểm chấm {Vi(given)} khác điểm theo cách tính ({Vi(byRule)}) mà không có lý do. Ghi lý do hoặc sửa điểm.",
        $"The {En(given)} points given differ from what the rule gives ({En(byRule)}) without a reason. Give the reason or correct the points."));

    public static Finding AboveMax(UnitCode unit, Leaf leaf, Stage stage, Points given) => new("R103", At(unit, leaf), new(
        $"Điểm {Vi(given)} ở bước “{stage.Name.Vi}” lớn hơn điểm tối đa {Vi(leaf.Max)}. Sửa điểm cho không quá {Vi(leaf.Max)}.",
        $"{En(given)} points at the stage “{stage.Name.En}” are above the maximum of {En(leaf.Max)}. Give at most {En(leaf.Max)}."));

    public static Finding Negative(UnitCode unit, Leaf leaf, Stage stage, Points given) => new("R104", At(unit, leaf), new(
        $"Điểm {Vi(given)} ở bước “{stage.Name.Vi}” nhỏ hơn 0. Sửa điểm trong khoảng từ 0 đến {Vi(leaf.Max)}.",
        $"{En(given)} points at the stage “{stage.Name.En}” are below 0. Give between 0 and {En(leaf.Max)}."));

    public static Finding OffStep(UnitCode unit, Leaf leaf, Stage stage, Points given) => new("R105", At(unit, leaf), new(
        $"Điểm {Vi(given)} ở bước “{stage.Name.Vi}” không phải là bội số của {Vi(leaf.Step!.Value)}. Sửa điểm theo bước chấm {Vi(leaf.Step.Value)}.",
        $"{En(given)} points at the stage “{stage.Name.En}” are not a multiple of {En(leaf.Step.Value)}. Give points in steps of {En(leaf.Step.Value)}."));

    public static Finding ExplanationWithPoints(UnitCode unit, Leaf leaf, Stage stage) => new("R106", At(unit, leaf), new(
        $"Lượt giải trình ở bước “{stage.Name.Vi}” không được mang điểm. Bỏ điểm, chỉ giữ nội dung giải trình.",
        $"An explanation at the stage “{stage.Name.En}” carries no points. Remove the points and keep the words."));

    public static Finding UnknownStage(UnitCode unit, Leaf leaf, int stage) => new("R107", At(unit, leaf), new(
        $"Lượt chấm thuộc bước số {stage} không có trong kỳ đánh giá. Sửa bước chấm theo cycle.json.",
        $"An act belongs to stage number {stage}, which the cycle does not have. Use a stage of cycle.json."));

    public static Finding AlwaysApplies(UnitCode unit, Leaf leaf) => new("R108", At(unit, leaf), new(
        "Tiêu chí này luôn áp dụng, không được quyết định là không áp dụng. Bỏ quyết định, hoặc sửa chính sách trong bộ chỉ số.",
        "This criterion always applies and cannot be decided away. Remove the decision, or change the policy in the framework."));

    public static Finding DecisionWithoutReason(UnitCode unit, Leaf leaf) => new("R109", At(unit, leaf), new(
        "Quyết định không áp dụng tiêu chí không có lý do. Ghi lý do.",
        "The decision that the criterion does not apply has no reason. Give the reason."));

    public static Finding NothingAroseButAlwaysApplies(UnitCode unit, Leaf leaf) => new("R110", At(unit, leaf), new(
        "Mẫu số bằng 0 (không phát sinh) trong khi tiêu chí luôn áp dụng, nên chưa có điểm. Kiểm tra số liệu, hoặc chấm điểm kèm lý do.",
        "The denominator is 0 (nothing arose) although the criterion always applies, so there is no score. Check the inputs, or give points with a reason."));

    public static Finding TypedByUnit(UnitCode unit, Leaf leaf, Points typed, Points? byRule) => new("R111", At(unit, leaf), new(
        $"Đơn vị tự nhập {Vi(typed)} điểm cho tiêu chí do hệ thống tính ({Vi(byRule)}); điểm này không được tính. Không cần làm gì thêm nếu số liệu đầu vào đúng.",
        $"The unit typed {En(typed)} points into a criterion that is computed ({En(byRule)}); they do not count. Nothing is to be done if the inputs are right."),
        Severity.Warning);

    public static Finding DecisionUnlikePolicy(UnitCode unit, Leaf leaf) => new("R112", At(unit, leaf), new(
        "Quyết định không áp dụng khác với chính sách của tiêu chí trong bộ chỉ số. Kiểm tra lại căn cứ của quyết định.",
        "The decision differs from the criterion's own policy in the framework. Check what it rests on."), Severity.Warning);

    public static Finding ManualWithoutReason(UnitCode unit, Leaf leaf) => new("R113", At(unit, leaf), new(
        "Điểm chấm trực tiếp không có lý do. Ghi nhận xét của người thẩm định.",
        "Points given by judgement have no reason. Add the appraiser's remark."), Severity.Warning);

    public static Finding InputsDoNotFit(UnitCode unit, Leaf leaf, int given, int expected) => new("R114", At(unit, leaf), new(
        $"Có {given} số liệu trong khi cách tính cần {expected}. Kiểm tra lại inputs.csv theo bộ chỉ số.",
        $"There are {given} inputs where the rule takes {expected}. Check inputs.csv against the framework."));

    public static Finding EnteredBesideSurvey(UnitCode unit, Leaf leaf) => new("R115", At(unit, leaf), new(
        "Tiêu chí lấy kết quả từ khảo sát của kỳ này; số liệu nhập tay không được dùng. Bỏ số liệu nhập tay.",
        "The criterion takes its value from this cycle's survey; the entered input is not used. Remove it."), Severity.Warning);

    public static string At(UnitCode unit, Leaf leaf) => $"{unit} {leaf.Code}";

    private static string Vi(Points? points) => points is { } some ? Words.Number(some.Value).Vi : "chưa có";

    private static string En(Points? points) => points is { } some ? Words.Number(some.Value).En : "none yet";
}
