using ParIndex.Core;

namespace ParIndex.App.SelfAssessment;

/// <summary>Words of self-assessment.</summary>
public static class SelfAssessmentText
{
    public static Text NotBegun { get; } = new("Chưa bắt đầu", "Not begun");

    public static Text Open { get; } = new("Chưa nộp", "Not submitted");

    public static Text Appraised { get; } = new("Đã bắt đầu thẩm định", "Appraisal has begun");

    public static Text Of(EntryState state) => state switch
    {
        EntryState.Entering => new("Đang nhập", "Being entered"),
        EntryState.Ready => new("Sẵn sàng nộp", "Ready to submit"),
        _ => new("Đã nộp", "Submitted"),
    };
}
