using System.Buffers.Binary;
using System.Text;

namespace ParIndex.Core.Questionnaires;

/// <summary>
/// A form as one run of bytes, question by question in the questionnaire's order, so that a response is one row whatever is asked:
/// one byte a level or choice (255 not asked, 254 left empty); a list its length, then one byte each; a whole number one byte and four;
/// words one byte, their length in two, then UTF-8. docs/formats.md.
/// </summary>
public static class Packed
{
    /// <summary>The largest value of a choice.</summary>
    public const int MostValue = 250;

    private const byte NotAsked = 255;
    private const byte Blank = 254;
    private const byte Some = 1;

    /// <summary>Packs what was given.</summary>
    /// <param name="questionnaire">What was asked.</param>
    /// <param name="given">One for each of its questions, in order.</param>
    public static byte[] Write(Questionnaire questionnaire, IReadOnlyList<Given> given)
    {
        if (given.Count != questionnaire.Questions.Count) throw new ArgumentException("One answer a question.", nameof(given));
        var target = new MemoryStream(questionnaire.Questions.Count + 32);
        Span<byte> number = stackalloc byte[4];
        for (var i = 0; i < given.Count; i++)
        {
            var (one, shape) = (given[i], questionnaire.Questions[i].Shape);
            if (!one.Answered)
            {
                target.WriteByte(one.Asked ? Blank : NotAsked);
                continue;
            }

            switch (shape)
            {
                case AnswerShape.One:
                    target.WriteByte(checked((byte)one.Values[0]));
                    break;
                case AnswerShape.Many:
                    target.WriteByte(checked((byte)one.Values.Length));
                    foreach (var value in one.Values) target.WriteByte(checked((byte)value));
                    break;
                case AnswerShape.Whole:
                    target.WriteByte(Some);
                    BinaryPrimitives.WriteInt32BigEndian(number, one.Values[0]);
                    target.Write(number);
                    break;
                default:
                    target.WriteByte(Some);
                    var words = Encoding.UTF8.GetBytes(one.Words!);
                    BinaryPrimitives.WriteUInt16BigEndian(number, checked((ushort)words.Length));
                    target.Write(number[..2]);
                    target.Write(words);
                    break;
            }
        }

        return target.ToArray();
    }

    /// <summary>What was given, one for each question of the questionnaire.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a form of this questionnaire.</exception>
    public static Given[] Read(Questionnaire questionnaire, ReadOnlySpan<byte> packed)
    {
        var given = new Given[questionnaire.Questions.Count];
        var at = 0;
        for (var i = 0; i < given.Length; i++)
        {
            var first = Take(packed, ref at, 1)[0];
            if (first is NotAsked or Blank)
            {
                given[i] = first == Blank ? Given.Blank : Given.NotAsked;
                continue;
            }

            switch (questionnaire.Questions[i].Shape)
            {
                case AnswerShape.One:
                    given[i] = Given.Of(first);
                    break;
                case AnswerShape.Many:
                    var values = new int[first];
                    var list = Take(packed, ref at, first);
                    for (var k = 0; k < first; k++) values[k] = list[k];
                    given[i] = Given.Of(values);
                    break;
                case AnswerShape.Whole:
                    given[i] = Given.Of(BinaryPrimitives.ReadInt32BigEndian(Take(packed, ref at, 4)));
                    break;
                default:
                    var length = BinaryPrimitives.ReadUInt16BigEndian(Take(packed, ref at, 2));
                    given[i] = Given.Said(Encoding.UTF8.GetString(Take(packed, ref at, length)));
                    break;
            }
        }

        if (at != packed.Length) throw new InvalidDataException("More bytes than questions.");
        return given;
    }

    private static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> packed, ref int at, int count)
    {
        if (at + count > packed.Length) throw new InvalidDataException("Fewer bytes than questions.");
        var taken = packed.Slice(at, count);
        at += count;
        return taken;
    }
}
