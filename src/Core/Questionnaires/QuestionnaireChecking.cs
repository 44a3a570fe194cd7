namespace ParIndex.Core.Questionnaires;

/// <summary>What is wrong with the design of a questionnaire: findings Q001 to Q031, each with its place and mend.</summary>
public static class QuestionnaireChecking
{
    /// <summary>Checks a questionnaire; with an error nobody may be asked by it.</summary>
    public static IReadOnlyList<Finding> Check(Questionnaire questionnaire) =>
        [.. Structure(questionnaire), .. questionnaire.Questions.SelectMany(question => question.Design(questionnaire)),
            .. Sizes(questionnaire), .. Conditions(questionnaire), .. Mappings(questionnaire)];

    internal static bool Empty(Text words) => string.IsNullOrWhiteSpace(words.Vi) || string.IsNullOrWhiteSpace(words.En);

    private static IEnumerable<Finding> Structure(Questionnaire form)
    {
        if (!form.Questions.Any())
            yield return new("Q001", "sections", new("Phiếu không có câu hỏi nào. Thêm câu hỏi.", "The questionnaire asks nothing. Add questions."));
        foreach (var section in form.Sections.Where(section => section.Questions.Count == 0))
            yield return new("Q002", section.Code, new("Trang này không có câu hỏi. Thêm câu hỏi hoặc bỏ trang.", "This page has no question. Add one or remove the page."));
        foreach (var same in Codes(form).GroupBy(code => code, StringComparer.Ordinal).Where(same => same.Count() > 1))
            yield return new("Q003", same.Key, new($"Mã \"{same.Key}\" dùng hai lần. Đặt mã riêng.", $"The code \"{same.Key}\" is used twice. Give each its own."));
        foreach (var code in Codes(form).Prepend(form.Code).Where(code => !UnitCode.TryParse(code, out _)))
            yield return new("Q004", code, new(
                $"\"{code}\" không dùng làm mã được: chỉ chữ cái không dấu, số, '-', '_', '.'.", $"\"{code}\" cannot be a code: only plain letters, digits, '-', '_', '.'."));
        foreach (var (code, words) in Words(form).Where(one => Empty(one.Words)))
            yield return new("Q005", code, new("Thiếu lời tiếng Việt hoặc tiếng Anh. Viết đủ cả hai.", "The Vietnamese or the English words are missing. Write both."));
        if (form.Version < 1)
            yield return new("Q006", "version", new("Phiên bản phiếu phải từ 1. Sửa \"version\".", "The version must be 1 or more. Correct \"version\"."));
        foreach (var question in form.Questions.Where(question => question.ItemVersion < 1))
            yield return new("Q007", question.Code, new("Phiên bản câu hỏi phải từ 1. Sửa \"itemVersion\".", "The version of the item must be 1 or more. Correct \"itemVersion\"."));
        foreach (var scale in form.Scales)
        {
            foreach (var finding in ChoiceChecking.Check(scale.Code, scale.Levels)) yield return finding;
            if (scale.Levels.Zip(scale.Levels.Skip(1)).Any(pair => pair.First.Value > pair.Second.Value))
                yield return new("Q008", scale.Code, new("Các mức không tăng dần. Xếp lại từ thấp đến cao.", "The levels do not ascend. Order them from low to high."));
        }

        var items = form.Questions.OfType<ScaleQuestion>().ToList();
        foreach (var scale in form.Scales.Where(scale => items.All(item => item.Scale != scale.Code)))
            yield return new("Q009", scale.Code, new("Không câu hỏi nào dùng thang này. Bỏ thang.", "No question uses this scale. Remove it."), Severity.Warning);
        foreach (var factor in form.Factors.Where(factor => items.All(item => item.Factor != factor.Code)))
            yield return new("Q010", factor.Code, new("Yếu tố không có câu hỏi nào. Thêm câu hỏi hoặc bỏ yếu tố.", "The factor has no item. Add items or remove it."));
    }

    private static IEnumerable<Finding> Sizes(Questionnaire form)
    {
        var values = form.Questions.SelectMany(question => question.Shape is AnswerShape.One or AnswerShape.Many
            ? question.Values(form).Select(value => (question.Code, Value: value)) : []);
        foreach (var (code, value) in values.Where(one => one.Value is < 0 or > Packed.MostValue))
            yield return new("Q030", code, new(
                $"Giá trị {value} phải từ 0 đến {Packed.MostValue}. Đổi số của lựa chọn.", $"The value {value} must be from 0 to {Packed.MostValue}. Renumber the choice."));
        if (form.OverallItem is { } overall && form.Questions.OfType<ScaleQuestion>().All(one => one.Code != overall))
            yield return new("Q031", overall, new("Câu hỏi chung không phải là một câu theo thang. Sửa \"overallItem\".", "The general question is no question on a scale. Correct \"overallItem\"."));
    }

    private static IEnumerable<Finding> Conditions(Questionnaire form)
    {
        var earlier = new Dictionary<string, Question>(StringComparer.Ordinal);
        foreach (var question in form.Questions)
        {
            if (question.When is { } when)
            {
                if (!earlier.TryGetValue(when.Question, out var asked))
                    yield return new("Q024", question.Code, new(
                        $"Điều kiện dựa vào \"{when.Question}\", câu không có hoặc đứng sau. Dựa vào câu đứng trước.",
                        $"The condition rests on \"{when.Question}\", which does not exist or comes later. Rest it on an earlier question."));
                else if (!when.AnyOf.Any(asked.Values(form).Contains))
                    yield return new("Q025", question.Code, new(
                        $"Câu này không bao giờ được hỏi: \"{when.Question}\" không có câu trả lời nào trong điều kiện. Sửa \"anyOf\".",
                        $"This question can never be reached: \"{when.Question}\" has none of the answers of the condition. Correct \"anyOf\"."));
            }

            earlier.TryAdd(question.Code, question);
        }
    }

    private static IEnumerable<Finding> Mappings(Questionnaire form)
    {
        foreach (var mapping in form.Mappings)
        {
            if (form.Scales.FirstOrDefault(scale => scale.Code == mapping.Scale) is not { } scale)
            {
                yield return new("Q026", mapping.Scale, new("Quy đổi điểm cho một thang không có. Sửa tên thang.", "Points are given for a scale that does not exist. Correct its name."));
                continue;
            }

            if (!scale.Levels.Select(level => level.Value).Order().SequenceEqual(mapping.Points.Select(points => points.Level).Order()))
                yield return new("Q027", mapping.Scale, new(
                    "Mỗi mức phải có đúng một dòng quy đổi điểm. Bổ sung hoặc bỏ dòng thừa.", "Each level needs exactly one line of points. Add what is missing, remove what is too many."));
            if (mapping.Points.Any(points => points.Percent is < 0 or > 100))
                yield return new("Q028", mapping.Scale, new("Tỷ lệ điểm phải từ 0 đến 100. Sửa \"percent\".", "The share of the points must be from 0 to 100. Correct \"percent\"."));
        }
    }

    private static IEnumerable<string> Codes(Questionnaire form) =>
        [.. form.Scales.Select(scale => scale.Code), .. form.Contents.Select(content => content.Code), .. form.Factors.Select(factor => factor.Code),
            .. form.Sections.Select(section => section.Code), .. form.Questions.Select(question => question.Code)];

    private static IEnumerable<(string Code, Text Words)> Words(Questionnaire form) =>
        [("title", form.Title), ("introduction", form.Introduction), .. form.Contents.Select(content => (content.Code, content.Name)), .. form.Factors.Select(factor => (factor.Code, factor.Name)),
            .. form.Sections.Select(section => (section.Code, section.Title)), .. form.Questions.Select(question => (question.Code, question.Words))];
}
