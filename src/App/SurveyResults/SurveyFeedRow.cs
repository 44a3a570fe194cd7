using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.SurveyResults;

/// <summary>Which survey feeds a leaf, where it was chosen; the framework's own word stands otherwise.</summary>
[PrimaryKey(nameof(Cycle), nameof(File), nameof(Leaf))]
public sealed class SurveyFeedRow
{
    public required int Cycle { get; set; }

    /// <summary>Framework file of the cycle.</summary>
    public required string File { get; set; }
    public required string Leaf { get; set; }
    public required string Campaign { get; set; }

    /// <summary><c>all</c>, or the code of a content, factor or item of the campaign's questionnaire.</summary>
    public required string Measure { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset At { get; set; }
}
