using ParIndex.App.SelfAssessment;
using ParIndex.Core;

namespace ParIndex.Web.Pages.SelfAssessment;

/// <summary>Words of the pages of self-assessment.</summary>
public static class SelfAssessmentWords
{
    public static Text Work { get; } = new("Tự đánh giá", "Self-assessment");

    public static Text Check { get; } = new("Kiểm tra và nộp", "Check and submit");

    public static Text Saved { get; } = new("Đã lưu", "Saved");

    public static Text SavedReady { get; } = new("Đã lưu và đánh dấu sẵn sàng nộp", "Saved and marked ready to submit");

    public static Text Withdrawn { get; } = new("Đã rút bản tự đánh giá để sửa", "The submission was withdrawn for correction");

    public static Text YesNo(bool yes) => yes ? new("Có", "Yes") : new("Không", "No");

    /// <summary>The state of a leaf; null: nobody began.</summary>
    public static Text Of(EntryState? state) => state is { } known ? SelfAssessmentText.Of(known) : SelfAssessmentText.NotBegun;

    /// <summary>One line under a leaf: points and evidence.</summary>
    public static Text Hint(TasksModel.Shown shown)
    {
        var (max, points) = (Words.Points(shown.Leaf.Max), shown.Claimed is { } claimed ? Words.Points(claimed) : null);
        var evidence = shown.Leaf.Evidence is null ? new("", "")
            : shown.Proved ? new("; có tài liệu", "; evidence attached")
            : shown.Explained ? new("; có giải trình, chưa có tài liệu", "; explained, no evidence")
            : new Text("; chưa có tài liệu", "; no evidence yet");
        return new(
            $"{(points is null ? "Chưa có điểm" : $"Tự chấm {points.Vi}")}, tối đa {max.Vi}{evidence.Vi}",
            $"{(points is null ? "No points yet" : $"Claimed {points.En}")}, maximum {max.En}{evidence.En}");
    }

    public static Text Of(int done, int all) => new($"{done} trên {all} tiêu chí", $"{done} of {all} criteria");
}
