namespace ParIndex.Core.Questionnaires;

/// <summary>What is wrong with a list of choices: Q011 to Q013.</summary>
internal static class ChoiceChecking
{
    public static IEnumerable<Finding> Check(string where, IReadOnlyList<Choice> choices)
    {
        if (choices.Count < 2)
            yield return new("Q011", where, new("Chỉ có dưới hai lựa chọn. Thêm lựa chọn.", "There are fewer than two choices. Add some."));
        foreach (var same in choices.GroupBy(choice => choice.Value).Where(same => same.Count() > 1))
            yield return new("Q012", where, new(
                $"Giá trị {same.Key} dùng hai lần. Đặt giá trị riêng cho từng lựa chọn.", $"The value {same.Key} is used twice. Give each choice its own."));
        foreach (var choice in choices.Where(choice => QuestionnaireChecking.Empty(choice.Label)))
            yield return new("Q013", where, new(
                $"Mức {choice.Value} thiếu lời tiếng Việt hoặc tiếng Anh. Viết đủ cả hai.", $"Level {choice.Value} lacks its Vietnamese or English label. Write both."));
    }
}
