using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace ParIndex.Cli.Tests.Verbs;

public class SurveyTests
{
    private const string Design = """
        { "title": { "vi": "Khảo sát thử", "en": "Test survey" }, "form": "id", "stratum": "tang", "strata": ["A", "B"], "cluster": "cum", "weight": "w",
          "domains": ["tang"], "interviewer": "dtv", "seconds": "giay", "minimumBase": 10,
          "items": [{ "code": "q1", "name": { "vi": "Thái độ", "en": "Manner" }, "factor": { "vi": "Công chức", "en": "Officers" } },
                    { "code": "q2", "name": { "vi": "Đúng hẹn", "en": "On time" } }] }
        """;

    [Fact]
    public void A_file_of_forms_becomes_estimates_signs_and_a_report_in_two_languages()
    {
        using var scratch = new Scratch();
        var (code, output, error) = Run(scratch, Forms());

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("40 phiếu", output, StringComparison.Ordinal);
        // Clusters A1 and A2 hold 8 and 4 satisfied of 10, B1 and B2 6 and 6: 24 of 40, √(2 · ((2 ÷ 40)² + (2 ÷ 40)²)) = 0.1.
        Assert.StartsWith("all,,q1,Thái độ,Manner,60,10,", Line(scratch, "estimates.csv", "all,,q1"), StringComparison.Ordinal);
        Assert.Contains(",2,no,", Line(scratch, "estimates.csv", "all,,q1"), StringComparison.Ordinal);
        Assert.Contains("lang=\"vi\"", File.ReadAllText(scratch.At("out/bao-cao.html")), StringComparison.Ordinal);
        Assert.Contains("Picture 10", File.ReadAllText(scratch.At("out/report.html")), StringComparison.Ordinal);
        Assert.Contains("fast,F007,8,20,300,", File.ReadAllText(scratch.At("out/signs.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_marks_of_a_picture_say_what_its_table_says()
    {
        using var scratch = new Scratch();
        Run(scratch, Forms());
        var html = File.ReadAllText(scratch.At("out/report.html"));

        // q1: 16 of 40 at level 2, 24 at level 5; the second row of the picture, after its factor.
        var widths = Regex.Matches(html, "data-row=\"1\" data-level=\"([25])\" x=\"[^\"]*\" y=\"[^\"]*\" width=\"([^\"]*)\"")
            .Select(mark => double.Parse(mark.Groups[2].Value, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(1.5, widths[1] / widths[0], 1e-3);
        Assert.Contains("q1 · Manner</th><td class=\"n\">0.0%</td><td class=\"n\">40.0%</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Parquet_gives_the_same_figures_as_CSV()
    {
        using var scratch = new Scratch();
        Run(scratch, Forms());
        var expected = File.ReadAllText(scratch.At("out/estimates.csv"));
        using (var connection = new DuckDBConnection("DataSource=:memory:"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"COPY (SELECT * FROM read_csv('{scratch.At("forms.csv")}', all_varchar = true)) TO '{scratch.At("forms.parquet")}' (FORMAT parquet)";
            command.ExecuteNonQuery();
        }

        var (code, _, error) = Call.Of("survey", scratch.At("forms.parquet"), "--design", scratch.At("design.json"), "--out", scratch.At("second"));

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(expected, File.ReadAllText(scratch.At("second/estimates.csv")));
    }

    [Theory]
    [InlineData("F003,A,A1,1,", "F003,A,A1,0,", "forms.csv:4:w: V005")]
    [InlineData("F003,A,A1,1,", "F003,A,A1,-2,", "forms.csv:4:w: V005")]
    [InlineData("F003,A,A1,1,", "F003,A,A1,NaN,", "forms.csv:4:w: V005")]
    [InlineData("F003,A,A1,1,", "F003,C,A1,1,", "forms.csv:4:tang: V008")]
    [InlineData("F003,A,A1,1,", "F003,A,,1,", "forms.csv:4:cum: V007")]
    [InlineData("F003,A,A1,1,", "F003,B,A1,1,", "forms.csv:4:cum: V009")]
    [InlineData("F003,A,A1,1,D1,300,5,", "F003,A,A1,1,D1,300,6,", "forms.csv:4:q1: V006")]
    [InlineData("F003,A,A1,1,D1,300,", "F003,A,A1,1,D1,soon,", "forms.csv:4:giay: V011")]
    [InlineData("F003,A,A1,1,D1,", "F003,A,A1,1,D1,9,", "forms.csv:4: V003")]
    [InlineData("id,tang,", "id,stratum,", "forms.csv:1: V004")]
    public void Bad_input_is_refused_with_its_file_line_and_column_in_both_languages(string from, string to, string place)
    {
        using var scratch = new Scratch();
        var (code, _, error) = Run(scratch, Forms().Replace(from, to, StringComparison.Ordinal));

        Assert.Equal(1, code);
        Assert.Contains(place, error, StringComparison.Ordinal);
        Assert.Contains(" / ", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(scratch.At("out")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,tang,cum,w,dtv,giay,q1,q2\n")]
    public void An_empty_file_is_refused(string forms)
    {
        using var scratch = new Scratch();
        var (code, _, error) = Run(scratch, forms);

        Assert.Equal(1, code);
        Assert.Contains("V002", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_column_and_one_cluster_a_stratum_are_said_and_never_of_width_0()
    {
        using var scratch = new Scratch();
        var forms = string.Join('\n', Forms().Split('\n').Where(line => !line.Contains(",A2,", StringComparison.Ordinal)));
        Assert.Equal(0, Run(scratch, forms).ExitCode);

        // q2 is answered 4 by all; stratum A has one cluster, so the error is undefined by the rule "fail".
        Assert.EndsWith(",one_cluster", Line(scratch, "estimates.csv", "all,,q1"), StringComparison.Ordinal);
        Assert.Contains("Everybody answered", File.ReadAllText(scratch.At("out/report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_design_with_a_code_inside_the_scale_or_an_unknown_name_is_refused_with_its_place()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.At("forms.csv"), Forms());
        File.WriteAllText(scratch.At("design.json"), Design.Replace("\"minimumBase\": 10", "\"notAnswers\": [3]", StringComparison.Ordinal));
        Assert.Contains("$.notAnswers: V001", Call.Of("survey", scratch.At("forms.csv"), "--design", scratch.At("design.json"), "--out", scratch.At("out")).Error, StringComparison.Ordinal);

        File.WriteAllText(scratch.At("design.json"), Design.Replace("minimumBase", "minimum", StringComparison.Ordinal));
        Assert.Contains("design.json:2:", Call.Of("survey", scratch.At("forms.csv"), "--design", scratch.At("design.json"), "--out", scratch.At("out")).Error, StringComparison.Ordinal);
    }

    private static string Line(Scratch scratch, string file, string start) =>
        File.ReadAllLines(scratch.At("out/" + file)).Single(line => line.StartsWith(start, StringComparison.Ordinal));

    private static Call Run(Scratch scratch, string forms)
    {
        File.WriteAllText(scratch.At("forms.csv"), forms);
        File.WriteAllText(scratch.At("design.json"), Design);
        return Call.Of("survey", scratch.At("forms.csv"), "--design", scratch.At("design.json"), "--out", scratch.At("out"));
    }

    private static string Forms()
    {
        var lines = new List<string> { "id,tang,cum,w,dtv,giay,q1,q2" };
        foreach (var (cluster, satisfied) in ((string, int)[])[("A1", 8), ("A2", 4), ("B1", 6), ("B2", 6)])
            for (var i = 0; i < 10; i++)
                lines.Add($"F{lines.Count:000},{cluster[0]},{cluster},1,D{i % 2 + 1},{(lines.Count == 7 ? 20 : 300)},{(i < satisfied ? 5 : 2)},4");
        return string.Join('\n', lines) + "\n";
    }
}
