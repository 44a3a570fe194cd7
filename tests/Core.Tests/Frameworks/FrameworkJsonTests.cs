using System.Text;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Tests.Scoring;

namespace ParIndex.Core.Tests.Frameworks;

public class FrameworkJsonTests
{
    private static readonly string Written = Encoding.UTF8.GetString(FrameworkJson.Write(Frameworks.Valid));

    /// <summary>Number of the finding, place, what is replaced in a good file and by what.</summary>
    public static TheoryData<string, string, string, string> Refused => new()
    {
        { "F001", "f.json:3:15", "\"version\": \"1\"", "\"version\": 1'" },
        { "F002", "f.json:2:11", "\"code\": \"F\"", "\"codes\": \"F\"" },
        { "F002", "f.json:3:14", "\"version\"", "\"code\"" },
        { "F003", "f.json:3:18", "\"version\": \"1\"", "\"version\": null" },
        { "F003", "f.json:9:5", "\"department\"", "null" },
        { "F004", "f.json:11:19", "\"total\": 6", "\"total\": 6.00001" },
        { "F004", "f.json:11:15", "\"total\": 6", "\"total\": \"6\"" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_cannot_be_read_is_a_finding_with_line_and_column(string code, string where, string from, string to)
    {
        var at = Written.IndexOf(from, StringComparison.Ordinal);
        var reading = FrameworkJson.Read(Encoding.UTF8.GetBytes(Written[..at] + to + Written[(at + from.Length)..]), "f.json");

        Assert.Null(reading.Framework);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((code, where), (finding.Code, finding.Where));
    }

    [Theory]
    [InlineData("", "F001")]
    [InlineData("null", "F003")]
    [InlineData("[]", "F004")]
    [InlineData("{}", "F003")]
    [InlineData("{\"code\":\"\uD83D\"", "F001")]
    public void A_file_that_is_no_framework_at_all_is_a_finding_too(string file, string code) =>
        Assert.Equal(code, Assert.Single(FrameworkJson.Read(Encoding.UTF8.GetBytes(file), "f.json").Findings).Code);

    [Fact]
    public void A_byte_order_mark_is_no_mistake() =>
        Assert.Empty(FrameworkJson.Read(Encoding.UTF8.GetBytes("\uFEFF" + Written), "f.json").Findings);

    [Fact]
    public void Bytes_that_are_no_text_are_a_finding() =>
        Assert.Equal("F001", Assert.Single(FrameworkJson.Read([0x7B, 0x22, 0xFF, 0xFE], "f.json").Findings).Code);

    [Fact]
    public void Every_kind_of_rule_comes_back_as_it_was_written()
    {
        foreach (var (kind, rule, _) in Rules.All)
        {
            var bytes = FrameworkJson.Write(Frameworks.WithRule(rule));

            var reading = FrameworkJson.Read(bytes, "f.json");

            Assert.Contains($"\"$type\": \"{kind}\"", Encoding.UTF8.GetString(bytes));
            Assert.Equal(rule.GetType(), reading.Framework!.Leaves[1].Rule.GetType());
            Assert.Equal(bytes, FrameworkJson.Write(reading.Framework));
        }
    }

    [Fact]
    public void Points_are_written_as_plain_numbers() => Assert.Contains("\"points\": 0.5\n", Written);
}
