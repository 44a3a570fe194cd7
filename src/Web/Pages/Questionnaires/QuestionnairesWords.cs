using ParIndex.Core;
using ParIndex.Core.Questionnaires;

namespace ParIndex.Web.Pages.Questionnaires;

/// <summary>Words of the pages of questionnaires.</summary>
public static class QuestionnairesWords
{
    public static Text Removed { get; } = new("Đã bỏ bản nháp.", "The draft is removed.");
    public static Text Approved { get; } = new("Đã phê duyệt phiếu.", "The questionnaire is approved.");

    /// <summary>What was taken from an XLSForm, with what was left out.</summary>
    public static Text Taken(IReadOnlyList<Finding> left) => left.Count == 0 ? new("Đã nhập phiếu.", "The questionnaire is taken.")
        : new($"Đã nhập phiếu. Bỏ qua: {string.Join(' ', left.Take(5).Select(one => $"{one.Where}: {one.Message.Vi}"))}", $"The questionnaire is taken. Left out: {string.Join(' ', left.Take(5).Select(one => $"{one.Where}: {one.Message.En}"))}");

    /// <summary>The kind of a question as people call it.</summary>
    public static Text Kind(Question question) => question switch
    {
        ScaleQuestion => new("Thang mức độ", "Scale"),
        SingleQuestion => new("Chọn một", "One choice"),
        MultipleQuestion => new("Chọn nhiều", "Several choices"),
        NumberQuestion => new("Số", "Number"),
        DateQuestion => new("Ngày", "Date"),
        TextQuestion => new("Lời tự viết", "Own words"),
        RankingQuestion => new("Xếp thứ tự", "Ranking"),
        ConsentQuestion => new("Xin đồng ý", "Consent"),
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };
}
