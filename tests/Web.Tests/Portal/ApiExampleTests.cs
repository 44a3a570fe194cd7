using System.Diagnostics;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace ParIndex.Web.Tests.Portal;

/// <summary>The examples of the API page, taken from the page and run as a reader would run them.</summary>
public sealed partial class ApiExampleTests(RunningSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_Python_example_prints_who_is_first_and_the_areas_of_a_unit()
    {
        var printed = await RunAsync("python", "python3");
        Assert.Contains("SGTVT Sở Giao thông vận tải 95.98", printed, StringComparison.Ordinal);
        Assert.Matches(@"\n1 [0-9.]+ / [0-9.]+\n", printed);
    }

    [Fact]
    public async Task The_command_line_example_leaves_the_table_of_the_release()
    {
        var printed = await RunAsync("curl", "sh", async folder =>
        {
            var file = await site.Client.GetStringAsync("/cong-bo/903-qd-ubnd/tep/results.csv", Cancel);
            Assert.Equal(file, await File.ReadAllTextAsync(Path.Combine(folder, "results.csv"), Cancel));
            Assert.Equal(file, await File.ReadAllTextAsync(Path.Combine(folder, "results-903-qd-ubnd.csv"), Cancel));
        });
        Assert.Contains("\"table\":\"leaves\"", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_R_example_prints_the_ranking_where_R_is_installed()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "Rscript"))), "R is not installed here");
        Assert.Contains("SGTVT", await RunAsync("r", "Rscript"), StringComparison.Ordinal);
    }

    /// <summary>Excel does not run here: its address has to answer and the columns it picks have to be there.</summary>
    [Fact]
    public async Task The_Excel_example_asks_for_an_address_that_answers_and_columns_that_exist()
    {
        var (code, _) = await ExampleAsync("excel");
        var header = (await site.Client.GetStringAsync(Contents().Match(code).Groups[1].Value, Cancel)).Split('\n')[0].Split(',');
        var columns = Chosen().Match(code).Groups[1].Value.Split(',').Select(name => name.Trim(' ', '"')).ToList();
        Assert.True(columns.Count > 3);
        Assert.All(columns, column => Assert.Contains(column, header));
    }

    [Fact]
    public async Task Each_example_can_be_kept_as_a_file()
    {
        foreach (var key in new[] { "curl", "excel", "r", "python" })
        {
            var (code, file) = await ExampleAsync(key);
            Assert.Equal(code, (await site.Client.GetStringAsync($"/du-lieu/api?handler=File&name={file}", Cancel)).TrimEnd('\n'));
        }
    }

    private async Task<(string Code, string File)> ExampleAsync(string key)
    {
        var page = new HtmlParser().ParseDocument(await site.Client.GetStringAsync("/du-lieu/api", Cancel));
        var code = page.GetElementById($"example-{key}")!;
        return (code.TextContent, code.ParentElement!.PreviousElementSibling!.QuerySelector("a")!.GetAttribute("href")!.Split('=')[^1]);
    }

    private async Task<string> RunAsync(string key, string interpreter, Func<string, Task>? then = null)
    {
        var folder = Directory.CreateTempSubdirectory("example-").FullName;
        try
        {
            var (code, file) = await ExampleAsync(key);
            await File.WriteAllTextAsync(Path.Combine(folder, file), code + "\n", Cancel);
            using var process = Process.Start(new ProcessStartInfo("/usr/bin/env", [interpreter, file]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
            await process.WaitForExitAsync(Cancel);
            Assert.True(process.ExitCode == 0, await error);
            if (then is not null) await then(folder);
            return await output;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("Web.Contents\\(\"([^\"]+)\"\\)")]
    private static partial Regex Contents();

    [GeneratedRegex("SelectColumns\\(Headed, \\{([^}]+)\\}")]
    private static partial Regex Chosen();
}
