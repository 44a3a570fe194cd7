using ParIndex.Core.Computation;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.OpenData;
using ParIndex.Testing;

namespace ParIndex.Documents.Tests.OpenData;

/// <summary>A package of the sample city, written once: intact it agrees, and a changed digit anywhere is found with its place.</summary>
public sealed class VerificationTests(VerificationTests.SamplePackage package) : IClassFixture<VerificationTests.SamplePackage>
{
    [Fact]
    public void An_untouched_package_agrees_in_every_figure() => Assert.Empty(Verification.Of(package.Folder));

    [Theory]
    [InlineData("results.csv", "95.98", "95.99", "results.csv:2:")]
    [InlineData("areas.csv", ",1,no,", ",2,no,", "areas.csv:")]
    [InlineData("groups.csv", "86.91", "86.92", "groups.csv:")]
    [InlineData("heads.csv", "xuat_sac", "tot", "heads.csv:")]
    [InlineData("units.csv", "Sở Giao thông vận tải", "Sở Giao thông", "units.csv:2:")]
    [InlineData("leaves.csv", "appraisal2", "appraisal1", "leaves.csv:")]
    public void A_changed_cell_is_named_with_file_line_and_column(string file, string from, string to, string where)
    {
        using var copy = package.Copy();
        copy.Replace(file, from, to);
        var first = Verification.Of(copy.Path)[0];
        Assert.Equal("V003", first.Code);
        Assert.StartsWith(where, first.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_count_of_answers_contradicts_its_share()
    {
        using var copy = package.Copy();
        foreach (var file in (string[])["satisfaction.csv", "cycle/satisfaction.csv"])
        {
            var lines = copy.Lines(file);
            var item = Array.FindIndex(lines, line => line.Contains(",item,", StringComparison.Ordinal));
            var cells = lines[item].Split(',');
            cells[8] = (int.Parse(cells[8], System.Globalization.CultureInfo.InvariantCulture) - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            lines[item] = string.Join(',', cells);
            copy.Write(file, lines);
        }

        Assert.Contains(Verification.Of(copy.Path), finding => finding.Code == "V004");
    }

    [Fact]
    public void A_changed_input_changes_the_figures_that_follow_from_it()
    {
        using var copy = package.Copy();
        copy.Replace("cycle/inputs.csv", "SGTVT,1.1.2,met,yes", "SGTVT,1.1.2,met,no");
        Assert.Contains(Verification.Of(copy.Path), finding => finding.Where.StartsWith("leaves.csv:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_and_an_added_file_are_named()
    {
        using var copy = package.Copy();
        File.Delete(Path.Combine(copy.Path, "areas.csv"));
        File.WriteAllText(Path.Combine(copy.Path, "extra.txt"), "x");
        var findings = Verification.Of(copy.Path);
        Assert.Contains(findings, finding => finding is { Code: "V002", Where: "areas.csv" });
        Assert.Contains(findings, finding => finding is { Code: "V009", Where: "extra.txt" });
    }

    [Fact]
    public void A_folder_of_something_else_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("parindex-");
        Assert.Equal("V001", Assert.Single(Verification.Of(folder.FullName)).Code);
        folder.Delete(recursive: true);
    }

    public sealed class SamplePackage : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("parindex-");

        public SamplePackage()
        {
            var reading = CycleFolder.Read(Repository.Path("cycles", "hai-phong-2021"));
            Package.Write(folder.FullName, Computing.Compute(reading.Input!, "test"), reading.Files);
        }

        public string Folder => folder.FullName;

        public PackageCopy Copy()
        {
            var copy = Directory.CreateTempSubdirectory("parindex-");
            foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(copy.FullName, Path.GetRelativePath(Folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }

            return new(copy.FullName);
        }

        public void Dispose() => folder.Delete(recursive: true);
    }

    public sealed record PackageCopy(string Path) : IDisposable
    {
        public void Replace(string file, string from, string to)
        {
            var path = System.IO.Path.Combine(Path, file);
            var text = File.ReadAllText(path);
            var at = text.IndexOf(from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{file} does not hold '{from}'");
            File.WriteAllText(path, text[..at] + to + text[(at + from.Length)..]);
        }

        public string[] Lines(string file) => File.ReadAllLines(System.IO.Path.Combine(Path, file));

        public void Write(string file, string[] lines) => File.WriteAllText(System.IO.Path.Combine(Path, file), string.Join('\n', lines) + "\n");

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
