using System.Diagnostics;
using System.Security.Cryptography;
using ParIndex.Testing;

namespace ParIndex.Cli.Tests.Verbs;

/// <summary>The package of the sample city, recomputed by the program and by docs/verify.py, which share no code.</summary>
public sealed class SecondVerifierTests : IDisposable
{
    private const int CellsOfEachTable = 3;

    private static readonly (string Table, string[] Columns)[] Recomputed =
    [
        ("results.csv", ["rank", "points", "applicable", "index", "change", "previous_index", "index_exact", "satisfaction", "year"]),
        ("areas.csv", ["points", "applicable", "index", "rank", "index_exact"]),
        ("criteria.csv", ["points", "applicable", "index", "index_exact"]),
        ("leaves.csv", ["points", "maximum", "applicable", "self", "by_rule"]),
        ("groups.csv", ["units", "ranked", "mean", "best", "worst", "satisfaction_mean", "satisfaction_above", "satisfaction_below"]),
        ("satisfaction.csv", ["share"]),
        ("heads.csv", ["grade"]),
    ];

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("hai-phong-2020")]
    [InlineData("hai-phong-2021")]
    public void Both_verifiers_find_the_packages_of_the_sample_city_right(string cycle)
    {
        var package = scratch.At("package");
        Assert.Equal(0, Call.Of("compute", Repository.Path("cycles", cycle), "--out", package).ExitCode);
        Assert.Equal(0, Call.Of("verify", package).ExitCode);
        var (code, error) = Second(package);
        Assert.True(code == 0, error);
    }

    [Fact]
    public void Both_find_a_changed_cell_of_any_table_although_its_hash_was_forged_too()
    {
        var package = scratch.At("package");
        Assert.Equal(0, Call.Of("compute", Repository.Path("cycles", "hai-phong-2021"), "--out", package).ExitCode);
        var sums = File.ReadAllText(Path.Combine(package, "SHA256SUMS"));
        var random = new Random(2021);
        foreach (var (table, columns) in Recomputed)
        {
            var path = Path.Combine(package, table);
            var intact = File.ReadAllText(path);
            for (var i = 0; i < CellsOfEachTable; i++)
            {
                var (text, where) = Changed(intact, columns, random);
                File.WriteAllText(path, text);
                File.WriteAllText(Path.Combine(package, "SHA256SUMS"), sums.Replace(Hash(intact), Hash(text), StringComparison.Ordinal));
                Assert.True(Call.Of("verify", package).ExitCode == 1, $"the program missed {table}, {where}");
                var (code, error) = Second(package);
                Assert.True(code == 1, $"docs/verify.py missed {table}, {where}: {code} {error}");
                Assert.StartsWith($"{table}:{where}", error, StringComparison.Ordinal);
            }

            File.WriteAllText(path, intact);
            File.WriteAllText(Path.Combine(package, "SHA256SUMS"), sums);
        }

        Assert.Equal(0, Second(package).Code);
    }

    [Fact]
    public void Both_find_a_changed_input()
    {
        var package = scratch.At("package");
        Assert.Equal(0, Call.Of("compute", Repository.Path("cycles", "hai-phong-2021"), "--out", package).ExitCode);
        var path = Path.Combine(package, "cycle", "adjustments.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace("SGTVT,B1,1,", "SGTVT,B1,2,", StringComparison.Ordinal));
        Assert.Equal(1, Call.Of("verify", package).ExitCode);
        var (code, error) = Second(package);
        Assert.Equal(1, code);
        Assert.Contains("SGTVT", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"surveyHeld\": true", "\"surveyHeld\": false")]
    [InlineData("\"profile\": \"city_2021_like\"", "\"profile\": \"decree_335_2026\"")]
    [InlineData("\"profile\": \"city_2021_like\"", "\"profile\": \"decree_335_2026_tot_and_above\"")]
    public void Both_agree_on_a_year_without_a_survey_and_under_each_quota(string setting, string other)
    {
        var (root, package) = (scratch.At("place"), scratch.At("package"));
        foreach (var file in new[] { "frameworks", "cycles/hai-phong-2021", "cycles/hai-phong-2020" }.SelectMany(folder => Directory.GetFiles(Repository.Path(folder.Split('/')))))
        {
            var copy = Path.Combine(root, Path.GetRelativePath(Repository.Path(), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var cycle = Path.Combine(root, "cycles", "hai-phong-2021");
        var settings = File.ReadAllText(Path.Combine(cycle, "cycle.json"));
        Assert.Contains(setting, settings, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(cycle, "cycle.json"), settings.Replace(setting, other, StringComparison.Ordinal));
        var computed = Call.Of("compute", cycle, "--out", package);
        Assert.True(computed.ExitCode == 0, computed.Error);
        Assert.Equal(0, Call.Of("verify", package).ExitCode);
        var (code, error) = Second(package);
        Assert.True(code == 0, error);
    }

    /// <summary>The table with one digit (of a grade: the word) of one cell changed, and that cell's line and column.</summary>
    private static (string Text, string Where) Changed(string intact, string[] columns, Random random)
    {
        var lines = intact.Split('\n');
        var header = lines[0].Split(',');
        while (true)
        {
            var line = random.Next(1, lines.Length - 1);
            var column = columns[random.Next(columns.Length)];
            var cells = lines[line].Split(',');
            var at = Array.IndexOf(header, column);
            if (lines[line].Contains('"', StringComparison.Ordinal) && at > Array.IndexOf(header, "name_vi") && header.Contains("name_vi")) continue;
            if (column != "grade" && !cells[at].Any(char.IsAsciiDigit)) continue;
            var digit = cells[at].LastIndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
            cells[at] = column == "grade"
                ? cells[at] == "tot" ? "hoan_thanh" : "tot"
                : $"{cells[at][..digit]}{(cells[at][digit] - '0' + random.Next(1, 10)) % 10}{cells[at][(digit + 1)..]}";
            return (string.Join('\n', lines.Select((text, i) => i == line ? string.Join(',', cells) : text)), $"{line + 1}: {column}");
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    private static (int Code, string Error) Second(string package)
    {
        var start = new ProcessStartInfo("/usr/bin/env", ["python3", "-B", Repository.Path("docs", "verify.py"), package]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }
}
