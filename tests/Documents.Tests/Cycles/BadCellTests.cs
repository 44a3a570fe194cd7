using System.Text;
using ParIndex.Core;
using ParIndex.Documents.Cycles;
using ParIndex.Testing;

namespace ParIndex.Documents.Tests.Cycles;

/// <summary>Forms and heads as they come from other programs: every bad cell is a finding with its place, and nothing is read from it.</summary>
public sealed class BadCellTests : IDisposable
{
    private const string Form = "SGTVT-001,SGTVT,snb5musa3n,yes,4,";
    private const string Head = "H001,SGTVT,Giám đốc Sở Giao thông vận tải,Director of the Department of Transport,,,100.00,";
    private readonly string root = Directory.CreateTempSubdirectory("parindex-cells-").FullName;
    private readonly string folder;

    public BadCellTests()
    {
        folder = Path.Combine(root, "cycles", "hai-phong-2021");
        foreach (var part in (string[])["frameworks", "cycles/hai-phong-2020", "cycles/hai-phong-2021"])
        {
            Directory.CreateDirectory(Path.Combine(root, part));
            foreach (var file in Directory.GetFiles(Repository.Path(part))) File.Copy(file, Path.Combine(root, part, Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("answers.csv", Form, "SGTVT-001,SGTVT,snb5musa3n,yes,NaN,", "C052 answers.csv:2:S1.1")]
    [InlineData("answers.csv", Form, "SGTVT-001,SGTVT,snb5musa3n,yes,Infinity,", "C052 answers.csv:2:S1.1")]
    [InlineData("answers.csv", Form, "SGTVT-001,SGTVT,snb5musa3n,yes,\"4,5\",", "C052 answers.csv:2:S1.1")]
    [InlineData("answers.csv", Form, "SGTVT-001,SGTVT,snb5musa3n,yes,4.0,", "C052 answers.csv:2:S1.1")]
    [InlineData("answers.csv", Form, "SGTVT-001,SGTVT,snb5musa3n,yes,4,5,", "C007 answers.csv:2")]
    [InlineData("answers.csv", Form, "SGTVT-001,KHONGCO,snb5musa3n,yes,4,", "C036 answers.csv:2:unit")]
    [InlineData("answers.csv", Form, "SGTVT-001,SGTVT,snb5musa3n,maybe,4,", "C018 answers.csv:2:consent")]
    [InlineData("answers.csv", "SGTVT-002,", "SGTVT-001,", "C043 answers.csv:3:form")]
    [InlineData("heads.csv", "H001,SGTVT,", "H001,KHONGCO,", "C036 heads.csv:2:unit")]
    [InlineData("heads.csv", "H002,TTR,", "H001,TTR,", "C043 heads.csv:3:head")]
    [InlineData("heads.csv", Head, "H001,SGTVT,,Director,,,100.00,", "C011 heads.csv:2:post_vi")]
    [InlineData("heads.csv", Head, "H001,SGTVT,Giám đốc,Director,31/12/2021,,100.00,", "C016 heads.csv:2:from")]
    [InlineData("units.csv", "Thanh tra thành phố,", "Thanh tra \u202Ethành phố,", "C060 units.csv:3:name_vi")]
    [InlineData("cycle.json", "\"Hải Phòng City\"", "\"Hải \u2066Phòng\"", "C060 cycle.json:7:13")]
    public void A_bad_cell_is_named_with_its_line_and_column(string file, string from, string to, string expected)
    {
        Change(file, from, to);
        Assert.Equal(expected, First());
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("\"99,5\"")]
    public void A_fact_of_a_head_that_is_no_number_refuses_the_folder(string value)
    {
        Change("heads.csv", Head, Head[..^"100.00,".Length] + value + ",");
        var reading = CycleFolder.Read(folder);
        var result = reading.Input is { } input ? Core.Computation.Computing.Compute(input, "test") : null;
        var findings = reading.Findings.Concat(result?.Findings ?? []);
        Assert.Contains(findings, finding => finding.Severity == Severity.Error && $"{finding.Where} {finding.Message.Vi}".Contains("H001", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("answers.csv", Form, "C010 answers.csv:2:S1.1")]
    [InlineData("heads.csv", "H001,SGTVT,Giám đốc", "C010 heads.csv:2:post_vi")]
    public void Ten_megabytes_in_a_cell_are_refused_by_their_size(string file, string from, string expected)
    {
        Change(file, from, from[..(from.LastIndexOf(',', from.Length - 2) + 1)] + new string('9', 10 * 1024 * 1024) + (from.EndsWith(',') ? "," : ""));
        Assert.Equal(expected, First());
    }

    [Theory]
    [InlineData("answers.csv")]
    [InlineData("heads.csv")]
    public void Another_encoding_is_refused_and_named(string file)
    {
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text, Encoding.Unicode);
        var utf16 = First();
        File.WriteAllText(path, text, Encoding.Latin1);
        // What Latin-1 cannot write became "?"; what it can, such as "á", is no UTF-8.
        var latin = First();
        Assert.Contains($" {file}", utf16, StringComparison.Ordinal);
        Assert.Contains($" {file}", latin, StringComparison.Ordinal);
    }

    private void Change(string file, string from, string to)
    {
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{from}' is not in {file}");
        File.WriteAllText(path, text[..at] + to + text[(at + from.Length)..]);
    }

    private string First()
    {
        var reading = CycleFolder.Read(folder);
        Assert.Null(reading.Input);
        var first = reading.Findings.First(finding => finding.Severity == Severity.Error);
        return $"{first.Code} {first.Where}";
    }
}
