namespace ParIndex.Cli.Tests;

public class TerminalTests
{
    [Theory]
    [InlineData("", "Chưa có lệnh.", "No verb is given.")]
    [InlineData("rnak", "Không có lệnh \"rnak\". Các lệnh: ", "There is no verb \"rnak\". The verbs are: ")]
    [InlineData("rank", "Thiếu TABLE.csv.", "TABLE.csv is missing.")]
    [InlineData("rank t.csv --unit unit", "Thiếu tùy chọn --score.", "The option --score is missing.")]
    [InlineData("rank t.csv --unit unit --score", "Tùy chọn --score chưa có giá trị.", "The option --score has no value.")]
    [InlineData("rank t.csv --unit unit --score s --scroe s", "Lệnh rank không dùng \"--scroe\".", "The verb rank does not take \"--scroe\".")]
    [InlineData("rank t.csv --unit unit --score s --ties even", "--ties không nhận \"even\". Chọn một trong: ordered, shared.", "--ties does not take \"even\". Choose one of: ordered, shared.")]
    [InlineData("rank t.csv --unit unit --score s --places two", "--places phải là số nguyên nhưng có \"two\".", "--places must be a whole number but is \"two\".")]
    [InlineData("rank t.csv --unit unit --score s --places 10", "--places phải từ 0 đến 9.", "--places must be 0 to 9.")]
    [InlineData("demo --port web", "--port phải là số nguyên nhưng có \"web\".", "--port must be a whole number but is \"web\".")]
    [InlineData("check t.csv --parts a,b", "--parts và --total phải đi cùng nhau.", "--parts and --total belong together.")]
    [InlineData("compute cycle", "Thiếu tùy chọn --out.", "The option --out is missing.")]
    [InlineData("compute --out a", "Thiếu CYCLE_DIR.", "CYCLE_DIR is missing.")]
    public void A_wrong_call_says_so_in_both_languages_and_exits_with_2(string arguments, string vietnamese, string english)
    {
        var call = Call.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, call.ExitCode);
        Assert.Equal("", call.Output);
        var line = Assert.Single(call.Error.Split('\n'), line => line.StartsWith(vietnamese, StringComparison.Ordinal));
        Assert.Contains(english, line, StringComparison.Ordinal);
        Assert.Contains("Xem cách dùng: ./parindex ", call.Error, StringComparison.Ordinal);
        Assert.Contains("--help", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rank", "--unit", "a", "--score", "b")]
    [InlineData("check")]
    [InlineData("compute", "--out", "never")]
    public void A_file_that_is_not_there_is_a_wrong_call(string verb, params string[] options)
    {
        var call = Call.Of([verb, "nowhere/at-all.csv", .. options]);

        Assert.Equal(2, call.ExitCode);
        Assert.Equal("", call.Output);
        Assert.Equal(
            "nowhere/at-all.csv: C001 Không có tệp hoặc thư mục này. Kiểm tra đường dẫn. / There is no such file or folder. Check the path.\n", call.Error);
        Assert.False(Directory.Exists("never"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("compute")]
    [InlineData("check")]
    [InlineData("rank")]
    [InlineData("verify")]
    [InlineData("bench")]
    [InlineData("bench compute")]
    [InlineData("demo")]
    [InlineData("serve")]
    [InlineData("import")]
    [InlineData("export")]
    public void Help_of_every_verb_speaks_both_languages(string verb)
    {
        var call = Call.Of([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        Assert.Contains("Mô tả / Description:", call.Lines);
        Assert.Contains("Cách dùng / Usage:", call.Lines);
        Assert.Contains("Tùy chọn / Options:", call.Lines);
        // Every argument, option and verb has its words twice.
        var described = call.Lines.Where(line => line.StartsWith("  -", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(described);
        Assert.All(described, line => Assert.Contains(" / ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_begins_with_an_at_sign_is_a_file_like_any_other()
    {
        var call = Call.Of("check", "@nowhere.json");
        Assert.Equal(2, call.ExitCode);
        Assert.StartsWith("@nowhere.json: C001 ", call.Error, StringComparison.Ordinal);
    }
}
