using ParIndex.Core.Surveys;

namespace ParIndex.Core.Questionnaires;

/// <summary>Reads the answers that count out of packed forms without unpacking the rest: the items in the order of the method, and the general question.</summary>
public sealed class StoredAnswers
{
    private const byte NotAsked = 255;
    private const byte Blank = 254;
    private readonly AnswerShape[] shapes;
    private readonly int[] places;
    private readonly int items;

    /// <param name="questionnaire">What was asked.</param>
    public StoredAnswers(Questionnaire questionnaire)
    {
        var order = MethodOfForm.Items(questionnaire).Select((item, at) => (item.Code, at)).ToDictionary(item => item.Code, item => item.at, StringComparer.Ordinal);
        items = order.Count;
        shapes = [.. questionnaire.Questions.Select(question => question.Shape)];
        places = [.. questionnaire.Questions.Select(question =>
            order.TryGetValue(question.Code, out var at) ? at : question.Code == questionnaire.OverallItem ? items : -1)];
        general = questionnaire.OverallItem is { } overall ? order.GetValueOrDefault(overall, items) : -1;
    }

    private readonly int general;

    /// <summary>Items of the method.</summary>
    public int Items => items;

    /// <summary>The answers of one form: one for each item, and the general question.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a form of this questionnaire.</exception>
    public (Answer[] Answers, Answer Overall) Read(ReadOnlySpan<byte> packed)
    {
        var answers = new Answer[items];
        var (overall, at) = (default(Answer), 0);
        for (var i = 0; i < shapes.Length; i++)
        {
            if (at >= packed.Length) throw new InvalidDataException("Fewer bytes than questions.");
            var first = packed[at++];
            if (first is not (NotAsked or Blank))
            {
                at += shapes[i] switch
                {
                    AnswerShape.One => 0,
                    AnswerShape.Many => first,
                    AnswerShape.Whole => 4,
                    _ => 2 + System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(packed.Slice(at, 2)),
                };
            }

            if (places[i] < 0) continue;
            var answer = first switch
            {
                NotAsked => new Answer(AnswerKind.NotAsked),
                Blank => new Answer(AnswerKind.Blank),
                ScaleQuestion.NotUsed => new Answer(AnswerKind.NotExperienced),
                ScaleQuestion.Declined => new Answer(AnswerKind.Refused),
                _ => Answer.At(first),
            };
            if (places[i] < items) answers[places[i]] = answer;
            else overall = answer;
        }

        if (at != packed.Length) throw new InvalidDataException("More bytes than questions.");
        return (answers, general >= 0 && general < items ? answers[general] : overall);
    }
}
