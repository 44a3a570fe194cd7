using ParIndex.Statistics.Estimation;
using ParIndex.Testing;

namespace ParIndex.Statistics.Tests.Estimation;

public class ShareIntervalTests
{
    public static TheoryData<string> Rows =>
        [.. File.ReadAllLines(Repository.Path("tests/Statistics.Tests/Estimation/threshold_90_intervals.csv")).Skip(1)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Intervals_against_the_line_of_90_per_cent_are_those_of_the_table(string row)
    {
        var cell = row.Split(',');
        double Number(int column) => double.Parse(cell[column], System.Globalization.CultureInfo.InvariantCulture);
        var (n, x) = (Number(0), Number(1));
        var plain = ShareInterval.Wilson(x / n, n);
        var clustered = ShareInterval.Wilson(x / n, n, designEffect: 1.5);
        Assert.Equal(
            [cell[3], cell[4], cell[6], cell[7], cell[8]],
            [Show(plain.Low), Show(plain.High), Show(clustered.Low), Show(clustered.High),
                plain.Low > 0.9 ? "above" : plain.High < 0.9 ? "below" : "not distinguishable"]);
    }

    // Clopper and Pearson 1934: 18 of 20 at 95 %: 68.30 to 98.77 (R binom.test).
    [Fact]
    public void Clopper_Pearson_for_18_of_20_is_the_published_pair()
    {
        var interval = ShareInterval.ClopperPearson(0.9, 20);
        Assert.Equal("68.30", Show(interval.Low));
        Assert.Equal("98.77", Show(interval.High));
    }

    private static string Show(double share) => (share * 100).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
