using ParIndex.Core;
using ParIndex.Core.Scoring;

namespace ParIndex.App.SelfAssessment;

/// <summary>Words of self-assessment.</summary>
public static class SelfAssessmentText
{
    public static Text NotBegun { get; } = new("Chưa bắt đầu", "Not begun");

    public static Text Open { get; } = new("Chưa nộp", "Not submitted");

    public static Text Appraised { get; } = new("Đã bắt đầu thẩm định", "Appraisal has begun");

    public static Text NoFile { get; } = new("Chưa có tệp đính kèm", "No file attached");

    public static Text Unsigned { get; } = new("Tệp không có chữ ký số", "The file has no digital signature");

    public static Text SignatureBroken { get; } = new("Chữ ký số không khớp nội dung tệp", "The digital signature does not fit the file");

    public static Text LateFile { get; } = new("Tệp nộp muộn, không thuộc bản đã nộp", "The file came late and is no part of what was handed in");

    public static Text AlsoElsewhere { get; } = new("Một đơn vị khác cũng dùng đúng tệp này", "Another unit uses this very file too");

    public static Text OutsidePeriod(int year) => new($"Ngoài thời gian đánh giá (năm {year})", $"Outside the period assessed ({year})");

    public static Text FarInput(RuleInput input, decimal then, decimal now)
    {
        var (was, becomes) = (Words.Number(then), Words.Number(now));
        return new(
            $"Khác nhiều so với kỳ trước: {was.Vi} {input.Label.Vi}, nay {becomes.Vi}. Kiểm tra lại số liệu.",
            $"Far from the cycle before: {was.En} {input.Label.En}, now {becomes.En}. Check the figure.");
    }

    public static Text FarPoints(Points had, Points of, Points now, Points max)
    {
        var (was, whole, becomes, most) = (Words.Number(had.Value), Words.Points(of), Words.Number(now.Value), Words.Points(max));
        return new(
            $"Khác nhiều so với kỳ trước: được {was.Vi} trên {whole.Vi}, nay tự chấm {becomes.Vi} trên {most.Vi}.",
            $"Far from the cycle before: {was.En} of {whole.En}, now {becomes.En} of {most.En} claimed.");
    }

    public static Text Of(EntryState state) => state switch
    {
        EntryState.Entering => new("Đang nhập", "Being entered"),
        EntryState.Ready => new("Sẵn sàng nộp", "Ready to submit"),
        _ => new("Đã nộp", "Submitted"),
    };
}
