using System.Text.RegularExpressions;
using ParIndex.Testing;

namespace ParIndex.Web.Tests;

/// <summary>docs/hostile.md names tests that exist, says truly on which databases they run, and has a line for each of the forty cases.</summary>
public sealed partial class HostileTableTests
{
    [Fact]
    public void Every_case_has_its_line_and_every_named_test_exists_and_runs_where_the_line_says()
    {
        var page = File.ReadAllText(Repository.Path("docs", "hostile.md"));
        var rows = page.Split('\n').Where(line => line.StartsWith("| H-", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        Assert.Equal(Enumerable.Range(1, 40).Select(number => $"H-{number:00}"), rows.Select(row => row[1]));

        var tests = Directory.GetDirectories(Repository.Path("tests"), "*.Tests").SelectMany(folder => Directory.GetFiles(folder, "*Tests.cs", SearchOption.AllDirectories))
            .Select(file => (Class: Path.GetFileNameWithoutExtension(file), Text: File.ReadAllText(file))).ToList();
        string? Body(string name)
        {
            var parts = name.Split('.');
            foreach (var (_, text) in tests.Where(test => test.Class == parts[0]))
            {
                var at = text.IndexOf($" {parts[1]}(", StringComparison.Ordinal);
                if (at >= 0) return text[text.LastIndexOf("\n\n", at, StringComparison.Ordinal)..(text.IndexOf("\n    }", at, StringComparison.Ordinal) is > 0 and var end ? end : text.Length)];
            }

            return null;
        }

        var wrong = new List<string>();
        foreach (var name in Name().Matches(page).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal))
            if (Body(name) is not { } body || !(body.Contains("[Fact]", StringComparison.Ordinal) || body.Contains("[Theory", StringComparison.Ordinal))) wrong.Add($"{name}: there is no such test");
        foreach (var row in rows)
        {
            var named = Name().Matches(row[3]).Select(match => match.Groups[1].Value).ToList();
            if (named.Count == 0 && row[3] != "to be named") wrong.Add($"{row[1]}: no test");
            foreach (var name in named.Where(_ => row[4] == "both"))
                if (Body(name) is { } body && !body.Contains("BothEngines", StringComparison.Ordinal) && !body.Contains("Engine.Postgres", StringComparison.Ordinal)) wrong.Add($"{row[1]}: {name} does not run on both databases");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [GeneratedRegex("`([A-Z][A-Za-z]+Tests\\.[A-Za-z0-9_]+)`")]
    private static partial Regex Name();
}
