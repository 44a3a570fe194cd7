using ParIndex.Reference;
using ParIndex.Testing;

namespace ParIndex.Statistics.Tests;

public class ReferenceTests
{
    public static TheoryData<string> Cases() =>
        new(Directory.GetDirectories(Repository.Path("tests", "Reference", "cases")).Where(d => File.Exists(Path.Combine(d, "case.json")))
            .Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_row_of_the_reference_case_is_met(string name)
    {
        var folder = Repository.Path("tests", "Reference", "cases", name);

        var failures = Expectation.Failures(folder, Runner.Run(Case.Read(folder)));

        Assert.True(failures.Count == 0, $"{failures.Count} of {Expectation.Rows(folder)} rows fail:\n{string.Join('\n', failures.Take(10))}");
    }
}
