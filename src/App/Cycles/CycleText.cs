using ParIndex.Core;

namespace ParIndex.App.Cycles;

/// <summary>Words of the room.</summary>
public static class CycleText
{
    public static Text Of(Phase phase) => phase switch
    {
        Phase.SelfAssessment => new("Tự đánh giá", "Self-assessment"),
        Phase.FirstAppraisal => new("Thẩm định lần 1", "First appraisal"),
        Phase.Explanation => new("Giải trình", "Explanation"),
        Phase.SecondAppraisal => new("Thẩm định lần 2", "Second appraisal"),
        _ => new("Hội đồng thẩm định", "Council"),
    };

    public static Text Of(CycleState state) => state switch
    {
        CycleState.Draft => new("Đang chuẩn bị", "Being prepared"),
        CycleState.Open => new("Đang thực hiện", "Open"),
        CycleState.Frozen => new("Đã chốt kết quả", "Frozen"),
        _ => new("Đã công bố", "Published"),
    };
}
