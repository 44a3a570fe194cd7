using System.Text;
using CsCheck;
using ParIndex.Core.Questionnaires;

namespace ParIndex.Core.Tests.Questionnaires;

public class FormReadingTests
{
    private static readonly Questionnaire Form = ShippedQuestionnairesTests.Read("citizen-service.json");

    private static string Body(string? item = "5", string more = "") => "{\"answers\":{\"C1\":true," + more
        + string.Join(',', Form.Questions.OfType<ScaleQuestion>().Where(one => one.Required)
            .Select(one => one.Code == "S1.1" ? item is null ? null : $"\"S1.1\":{item}" : $"\"{one.Code}\":4").OfType<string>()) + "}}";

    [Fact]
    public void A_right_form_is_read_and_comes_back_from_its_bytes()
    {
        var (given, refused) = Read(Body(more: "\"B7.a\":9,\"T3\":2,\"O1\":\"  Cần thêm ghế  \","));
        Assert.Empty(refused);
        Assert.Equal(Describe(given!), Describe(Packed.Read(Form, Packed.Write(Form, given!))));
        Assert.Equal("Cần thêm ghế", given![Index("O1")].Words);
        Assert.Equal(5, given[Index("S1.1")].Value);
        Assert.False(given[Index("A1")].Answered);
        Assert.True(given[Index("A1")].Asked);
    }

    /// <summary>H-04: ratings that are not ratings are each refused, naming the item.</summary>
    [Theory]
    [InlineData("0"), InlineData("6"), InlineData("-1"), InlineData("4.5"), InlineData("1e2"), InlineData("99999999999999999999"), InlineData("\"5\"")]
    [InlineData("\" 5\""), InlineData("true"), InlineData("null"), InlineData("[5]"), InlineData("{\"v\":5}"), InlineData(null), InlineData("5.0"), InlineData("97")]
    public void What_is_no_rating_is_refused_by_name(string? sent)
    {
        var (given, refused) = Read(Body(sent));
        Assert.Null(given);
        Assert.Equal("S1.1", Assert.Single(refused).Question);
    }

    [Theory]
    [InlineData("{\"answers\":{\"S1.1\":1,\"S1.1\":5}}", "S1.1")]
    [InlineData("{\"answers\":{},\"weight\":10}", "weight")]
    [InlineData("{\"answers\":{\"unitId\":7}}", "unitId")]
    [InlineData("{\"answers\":{\"S1.1\":NaN}}", "body")]
    [InlineData("[]", "answers")]
    [InlineData("", "body")]
    public void Foreign_and_repeated_fields_are_named(string body, string field)
    {
        var (given, refused) = Read(body);
        Assert.Null(given);
        Assert.Contains(refused, one => one.Question == field);
    }

    [Fact]
    public void An_answer_to_a_question_that_routing_passed_over_is_refused()
    {
        var household = ShippedQuestionnairesTests.Read("citizen-household.json");
        var (_, refused) = FormReading.Read(household, Encoding.UTF8.GetBytes("{\"answers\":{\"B2\":[1],\"B3.1\":2,\"B3.2\":2}}"));
        Assert.Contains(refused, one => one.Question == "B3.2");
        Assert.DoesNotContain(refused, one => one.Question == "B3.1");
    }

    [Fact]
    public void Any_form_comes_back_from_its_bytes() =>
        Gen.Select(Gen.Int[0, 3].Array[Form.Questions.Count], Gen.String[Gen.Char.AlphaNumeric, 0, 40]).Sample((kinds, words) =>
        {
            var given = Form.Questions.Select((question, i) => kinds[i] switch
            {
                0 => Given.NotAsked,
                1 => Given.Blank,
                _ => question.Shape switch
                {
                    AnswerShape.One => Given.Of(kinds[i]),
                    AnswerShape.Many => Given.Of([.. Enumerable.Range(1, kinds[i])]),
                    AnswerShape.Whole => Given.Of(kinds[i] * 100_000),
                    _ => words.Length > 0 ? Given.Said(words) : Given.Blank,
                },
            }).ToArray();
            Assert.Equal(Describe(given), Describe(Packed.Read(Form, Packed.Write(Form, given))));
        });

    [Fact]
    public void Cut_bytes_are_no_form()
    {
        var packed = Packed.Write(Form, Read(Body()).Given!);
        Assert.Throws<InvalidDataException>(() => Packed.Read(Form, packed.AsSpan(0, packed.Length - 1)));
        Assert.Throws<InvalidDataException>(() => Packed.Read(Form, [.. packed, 1]));
    }

    private static int Index(string code) => Form.Questions.ToList().FindIndex(one => one.Code == code);

    private static (Given[]? Given, IReadOnlyList<AnswerRefusal> Refused) Read(string body) => FormReading.Read(Form, Encoding.UTF8.GetBytes(body));

    private static string Describe(IEnumerable<Given> given) => string.Join('|', given.Select(one => $"{one.Asked}:{string.Join(',', one.Values)}:{one.Words}"));
}
