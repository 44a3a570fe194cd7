using System.Globalization;
using ParIndex.Documents.Benching;
using ParIndex.Statistics.Benching;

namespace ParIndex.Cli.Tests.Verbs;

public class BenchTests
{
    [Fact]
    public void The_reader_that_is_measured_and_the_survey_verb_find_the_same_shares_and_errors()
    {
        using var scratch = new Scratch();
        var bytes = SyntheticForms.Write(scratch.At("forms.csv"), 20_000);
        Assert.Equal(new FileInfo(scratch.At("forms.csv")).Length, bytes);
        scratch.File("design.json", SyntheticForms.Design());
        var call = Call.Of("survey", scratch.At("forms.csv"), "--design", scratch.At("design.json"), "--out", scratch.At("out"));
        Assert.Equal(0, call.ExitCode);
        var rows = File.ReadAllLines(scratch.At("out/estimates.csv")).Select(line => line.Split(',')).Where(row => row[0] == "province")
            .ToDictionary(row => (row[1], row[2]), row => row);

        using var stream = File.OpenRead(scratch.At("forms.csv"));
        var shares = CodedAnswers.Read(stream, SyntheticForms.Items).Shares(_ => double.PositiveInfinity);

        Assert.Equal(SyntheticForms.Provinces * SyntheticForms.Items, shares.Length);
        foreach (var share in shares)
        {
            var row = rows[(share.Stratum.ToString(CultureInfo.InvariantCulture), $"q{share.Item + 1}")];
            Assert.Equal(share.Value.Value * 100, double.Parse(row[5], CultureInfo.InvariantCulture), 1e-5);
            Assert.Equal(share.Error.Value * 100, double.Parse(row[6], CultureInfo.InvariantCulture), 1e-5);
        }
    }

    [Theory]
    [InlineData("ranks|20|200")]
    [InlineData("weights|20|2000")]
    public void A_run_says_its_processor_time_and_its_peak(string run)
    {
        var call = Call.Of("bench", "statistics", "--run", run);

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        var figures = call.Lines[^1].Split(',').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(2, figures.Length);
        Assert.All(figures, figure => Assert.True(figure > 0));
    }

    [Fact]
    public void What_cannot_be_measured_is_a_wrong_call() =>
        Assert.Equal(2, Call.Of("bench", "statistics", "--only", "everything").ExitCode);
}
