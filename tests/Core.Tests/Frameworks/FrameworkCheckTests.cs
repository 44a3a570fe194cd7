using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Tests.Frameworks;

public class FrameworkCheckTests
{
    public static TheoryData<string> Spoilt => [.. SpoiltFrameworks.All.Select(spoilt => spoilt.Finding)];

    [Fact]
    public void A_valid_framework_has_no_finding() => Assert.Empty(FrameworkCheck.Findings(Frameworks.Valid));

    [Theory, MemberData(nameof(Spoilt))]
    public void One_thing_spoilt_gives_exactly_its_finding_at_its_place(string code)
    {
        var (_, where, framework) = SpoiltFrameworks.All.Single(spoilt => spoilt.Finding == code);

        var finding = Assert.Single(FrameworkCheck.Findings(framework));

        Assert.Equal((code, where), (finding.Code, finding.Where));
        Assert.Equal(FrameworkFindings.All.Single(kind => kind.Code == code).Severity, finding.Severity);
        Assert.NotEqual(finding.Message.Vi, finding.Message.En);
    }

    [Fact]
    public void Every_number_of_the_list_has_its_test() =>
        Assert.Equal(
            FrameworkFindings.All.Select(kind => kind.Code),
            FrameworkJsonTests.Refused.Select(row => row.Data.Item1).Concat(SpoiltFrameworks.All.Select(spoilt => spoilt.Finding)).Distinct());

    [Fact]
    public void Numbers_run_on_and_each_stands_once() =>
        Assert.Equal(Enumerable.Range(1, 65).Select(number => $"F{number:000}"), FrameworkFindings.All.Select(kind => kind.Code));

    [Theory]
    [InlineData("hai-phong-so-2021.json")]
    [InlineData("hai-phong-quan-huyen-2021.json")]
    public void The_shipped_frameworks_have_no_finding(string file) =>
        Assert.Empty(FrameworkCheck.Findings(ShippedFrameworkTests.Read(file)));

    [Fact]
    public void A_message_says_what_is_wrong_and_what_to_do()
    {
        var finding = Assert.Single(FrameworkCheck.Findings(Frameworks.Valid with { Total = Points.Of(7.5m) }));

        Assert.Equal(new Text(
            "Tổng điểm của bộ chỉ số là 7,5 nhưng các lĩnh vực cộng lại được 6. Sửa điểm hoặc bổ sung phần còn thiếu.",
            "The total of the framework is 7.5 but its areas add up to 6. Change the points or add what is missing."), finding.Message);
    }
}
