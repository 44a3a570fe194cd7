using ParIndex.Core;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.Frameworks;

/// <summary>Words for the settings of a leaf.</summary>
internal static class FrameworkText
{
    public static Text Of(NotApplicablePolicy policy) => policy switch
    {
        NotApplicablePolicy.Exclude => new("Không áp dụng thì trừ khỏi điểm tối đa.", "Where it does not apply, its points leave the maximum."),
        NotApplicablePolicy.FullPoints => new("Trong năm không phát sinh thì được điểm tối đa.", "Where nothing arose in the year, full points."),
        _ => new("Áp dụng cho mọi đơn vị.", "Applies to every unit."),
    };

    public static Text Of(ScoreSource source) => source switch
    {
        ScoreSource.Computed => new("Tính từ số liệu hệ thống", "Computed from system data"),
        ScoreSource.Survey => new("Khảo sát", "Survey"),
        ScoreSource.External => new("Điểm do cơ quan khác đánh giá", "Score given by another body"),
        _ => new("Đơn vị tự chấm, sở chủ trì thẩm định", "Self-assessed, appraised by the lead department"),
    };
}
