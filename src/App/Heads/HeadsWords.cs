using ParIndex.Core;

namespace ParIndex.App.Heads;

/// <summary>Words of the room: states, why a classification is stale, what blocks a Decision.</summary>
public static class HeadsWords
{
    public static Text Of(ClassificationState state) => state switch
    {
        ClassificationState.Proposed => new("Dự kiến", "Proposed"),
        ClassificationState.Noticed => new("Đã thông báo", "Notices sent"),
        _ => new("Đã phê duyệt", "Approved"),
    };

    /// <summary>A step of the rules, in their fixed order.</summary>
    public static Text Step(string step) => step switch
    {
        "eligibility" => new("Điều kiện xếp loại", "Eligibility"),
        "failing_conditions" => new("Điều kiện loại trừ", "Failing conditions"),
        "base_band" => new("Mức theo Chỉ số", "Grade by the index"),
        "ceilings" => new("Mức trần", "Ceilings"),
        "downgrades" => new("Hạ mức", "Downgrades"),
        "top_quota" => new("Hạn ngạch", "Quota"),
        _ => new("Hội đồng", "Council"),
    };

    public static Text IndexComputedAgain(int run, int later) => new(
        $"Chỉ số đã được tính lại (lần {later}) sau lần {run} là căn cứ phân loại.", $"the index was computed again (run {later}) after run {run}, on which it rests.");

    public static Text PhaseReopened { get; } = new("một bước của kỳ đánh giá đã được mở lại sau khi chốt.", "a phase of the cycle was opened again after the freeze.");

    public static Text FactsChanged { get; } = new(
        "chức vụ hoặc thông tin về người đứng đầu đã thay đổi sau khi phân loại.", "a post or a fact about a head changed after it was computed.");

    public static Finding NoClassification { get; } = new("H201", "heads", new(
        "Chưa phân loại người đứng đầu. Phân loại từ kết quả đã chốt rồi lập Quyết định.", "The heads are not classified. Classify from the frozen run, then make the Decision."));

    public static Finding NotApproved(int number) => new("H202", "heads", new(
        $"Bản phân loại {number} chưa được chủ tịch hội đồng phê duyệt. Phê duyệt rồi lập Quyết định.", $"Classification {number} is not approved by the chair. Approve it, then make the Decision."));

    public static Finding Stale(int number, Text why) => new("H203", "heads", new(
        $"Bản phân loại {number} đã cũ: {why.Vi} Phân loại lại.", $"Classification {number} is stale: {why.En} Classify again."));
}
