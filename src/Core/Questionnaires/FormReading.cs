using System.Text.Json;

namespace ParIndex.Core.Questionnaires;

/// <summary>A form as it arrives on any channel, checked question by question: every wrong answer is named, none is guessed at.</summary>
public static class FormReading
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Parses <c>{"answers":{"S1.1":5,…}}</c> and reads the answers.</summary>
    /// <param name="questionnaire">What was asked.</param>
    /// <param name="utf8">The body.</param>
    /// <returns>One answer a question, or why not.</returns>
    public static (Given[]? Given, IReadOnlyList<AnswerRefusal> Refused) Read(Questionnaire questionnaire, ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return Wrong("answers", NotAnObject);
            foreach (var property in root.EnumerateObject())
                if (property.Name != "answers") return Wrong(property.Name, Unknown(property.Name));
            return root.TryGetProperty("answers", out var answers) ? Read(questionnaire, answers) : Wrong("answers", NotAnObject);
        }
        catch (JsonException refused)
        {
            // The parser names a repeated property; other faults have a place only.
            var repeated = questionnaire.Questions.FirstOrDefault(question => refused.Message.Contains($"'{question.Code}'", StringComparison.Ordinal))?.Code;
            return Wrong(repeated ?? "body", repeated is not null
                ? new($"{repeated} được gửi hai lần. Gửi mỗi câu một lần.", $"{repeated} was sent twice. Send each question once.")
                : new($"Nội dung không phải JSON đúng (dòng {refused.LineNumber + 1}, byte {refused.BytePositionInLine + 1}).",
                    $"The body is no valid JSON (line {refused.LineNumber + 1}, byte {refused.BytePositionInLine + 1})."));
        }
        catch (InvalidOperationException)
        {
            return Wrong("body", new("Nội dung có ký tự hỏng.", "The body holds a broken character."));
        }
    }

    /// <summary>Reads answers by question code.</summary>
    /// <param name="questionnaire">What was asked.</param>
    /// <param name="answers">An object; a question left out was left empty.</param>
    public static (Given[]? Given, IReadOnlyList<AnswerRefusal> Refused) Read(Questionnaire questionnaire, JsonElement answers)
    {
        if (answers.ValueKind != JsonValueKind.Object) return Wrong("answers", NotAnObject);
        var refused = new List<AnswerRefusal>();
        var questions = questionnaire.Questions;
        var given = new Given[questions.Count];
        var known = 0;
        for (var i = 0; i < questions.Count; i++)
        {
            var question = questions[i];
            var sent = answers.TryGetProperty(question.Code, out var answer);
            if (sent) known++;
            if (!Routing.Asked(questionnaire, given, i))
            {
                given[i] = Given.NotAsked;
                if (sent) refused.Add(new(question.Code, NotAsked(question.Code)));
            }
            else if (!sent)
            {
                given[i] = Given.Blank;
                if (question.Required) refused.Add(new(question.Code, Missing(question.Code)));
            }
            else if (question.Refuse(questionnaire, answer) is { } why)
            {
                given[i] = Given.Blank;
                refused.Add(new(question.Code, why));
            }
            else
            {
                given[i] = Take(question, answer);
                if (question.Required && !given[i].Answered) refused.Add(new(question.Code, Missing(question.Code)));
            }
        }

        if (known < answers.GetPropertyCount())
        {
            foreach (var property in answers.EnumerateObject().Where(property => questions.All(question => question.Code != property.Name)))
                refused.Add(new(property.Name, Unknown(property.Name)));
        }

        return refused.Count == 0 ? (given, []) : (null, refused);
    }

    /// <summary>An answer that was not refused, as it is stored.</summary>
    public static Given Take(Question question, JsonElement answer) => question.Shape switch
    {
        AnswerShape.One when answer.ValueKind is JsonValueKind.True or JsonValueKind.False => Given.Of(answer.GetBoolean() ? 1 : 0),
        AnswerShape.One => Given.Of(answer.GetInt32()),
        AnswerShape.Many => Given.Of([.. answer.EnumerateArray().Select(one => one.GetInt32())]),
        AnswerShape.Whole when answer.ValueKind == JsonValueKind.String =>
            Given.Of(DateOnly.ParseExact(answer.GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).DayNumber),
        AnswerShape.Whole => Given.Of(answer.GetInt32()),
        _ => answer.GetString() is { Length: > 0 } words && !string.IsNullOrWhiteSpace(words) ? Given.Said(words.Trim().Normalize()) : Given.Blank,
    };

    private static (Given[]?, IReadOnlyList<AnswerRefusal>) Wrong(string field, Text why) => (null, [new(field, why)]);

    private static Text NotAnObject => new("Cần {\"answers\":{mã câu: câu trả lời}}.", "Send {\"answers\":{question code: answer}}.");

    private static Text Unknown(string name) => new($"Phiếu này không có \"{name}\". Bỏ trường đó.", $"This form has no \"{name}\". Leave that field out.");

    /// <summary>A required question without an answer, by its words.</summary>
    public static Text Missing(Text question) => new($"Chưa trả lời: {question.Vi}. Chọn một câu trả lời.", $"Not answered: {question.En}. Choose an answer.");

    private static Text Missing(string code) => new($"{code}: chưa trả lời. Chọn một câu trả lời.", $"{code}: not answered. Choose an answer.");

    private static Text NotAsked(string code) => new($"{code}: câu này không được hỏi với các câu trả lời trước. Bỏ câu này.",
        $"{code}: is not asked after the earlier answers. Leave it out.");
}
