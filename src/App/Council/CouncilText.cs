using ParIndex.Core;

namespace ParIndex.App.Council;

/// <summary>Words of the council's room.</summary>
public static class CouncilText
{
    public static Text Of(MeetingState state) => state switch
    {
        MeetingState.Called => new("Đã mời", "Called"),
        MeetingState.Sitting => new("Đang họp", "Sitting"),
        _ => new("Đã kết thúc", "Closed"),
    };

    public static Text Of(VoteChoice choice) => choice switch
    {
        VoteChoice.For => new("Tán thành", "For"),
        VoteChoice.Against => new("Không tán thành", "Against"),
        _ => new("Không có ý kiến", "Abstains"),
    };
}
