using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ParIndex.Core.Computation;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.OpenData;
using ParIndex.Testing;

namespace ParIndex.Documents.Tests.OpenData;

/// <summary>The other forms of the tables say what the tables say, the same way every time.</summary>
public sealed class PackageFormsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("forms-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Twice_the_same_folder_gives_the_same_bytes_in_every_form()
    {
        var (one, other) = (Made("one"), Made("other"));
        var names = Files(one);
        Assert.Equal(names, Files(other));
        foreach (var form in new[] { "csv-metadata.json", "dcat.jsonld", "excel/results.csv", "parquet/leaves.parquet" }) Assert.Contains(form, names);
        Assert.Equal(2, names.Count(name => name.StartsWith("json-stat/", StringComparison.Ordinal)));
        foreach (var name in names) Assert.True(File.ReadAllBytes(Path.Combine(one, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(other, name))), name);
    }

    [Fact]
    public void A_changed_figure_in_any_form_is_found()
    {
        var made = Made("one");
        Assert.Empty(Verification.Of(made));
        // The hash list is made to agree, so that the form itself must be looked into.
        Change("excel/results.csv", text => text.Replace("95,98", "95,99", StringComparison.Ordinal));
        Assert.Equal(("V003", true), Finding("excel/results.csv"));
        Change("excel/results.csv", text => text.Replace("95,99", "95,98", StringComparison.Ordinal));
        var parquet = Path.Combine(made, "parquet", "results.parquet");
        File.Copy(Path.Combine(made, "parquet", "areas.parquet"), parquet, overwrite: true);
        Seal();
        Assert.Equal(("V010", true), Finding("parquet/results.parquet"));

        void Change(string name, Func<string, string> change)
        {
            var path = Path.Combine(made, name);
            var before = File.ReadAllText(path);
            var bytes = Encoding.UTF8.GetBytes("\uFEFF" + change(before));
            File.WriteAllBytes(path, bytes);
            Seal();
        }

        void Seal() => File.WriteAllText(Path.Combine(made, Package.Sums), string.Concat(Files(made).Where(name => name != Package.Sums)
            .Select(name => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(made, name))))}  {name}\n")));

        (string Code, bool Named) Finding(string name)
        {
            var found = Assert.Single(Verification.Of(made));
            return (found.Code, found.Where.StartsWith(name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_spreadsheet_form_has_a_mark_semicolons_decimal_commas_and_no_code_that_reads_as_a_date()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Made("one"), "excel", "leaves.csv"));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.StartsWith("group;unit;leaf;points;maximum;", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("so;SGTVT;\"=\"\"1.1.1\"\"\";1;1;", lines[1], StringComparison.Ordinal);
        Assert.Contains("95,98", File.ReadAllText(Path.Combine(folder, "one", "excel", "results.csv")), StringComparison.Ordinal);
        Assert.DoesNotContain("index_exact", File.ReadAllText(Path.Combine(folder, "one", "excel", "results.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_cube_gives_the_share_that_the_table_of_areas_gives()
    {
        var made = Made("one");
        var checkedCells = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(made, "json-stat")))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var cube = json.RootElement;
            Assert.Equal(("2.0", "dataset"), (cube.GetProperty("version").GetString(), cube.GetProperty("class").GetString()));
            int[] sizes = [.. cube.GetProperty("size").EnumerateArray().Select(size => size.GetInt32())];
            Assert.Equal(sizes.Aggregate(1, (product, size) => product * size), cube.GetProperty("value").GetArrayLength());
            List<string> Index(string dimension) => [.. cube.GetProperty("dimension").GetProperty(dimension).GetProperty("category").GetProperty("index").EnumerateArray().Select(code => code.GetString()!)];
            var (units, items) = (Index("unit"), Index("item"));
            foreach (var line in File.ReadLines(Path.Combine(made, "areas.csv")).Skip(1).Select(line => line.Split(',')).Where(line => units.Contains(line[1])))
            {
                // The names have no commas in the sample; group, unit, area, two names, points, applicable, index.
                if (line.Length != 11) continue;
                var place = ((units.IndexOf(line[1]) * items.Count) + items.IndexOf(line[2])) * 3;
                Assert.Equal(decimal.Parse(line[5], CultureInfo.InvariantCulture), cube.GetProperty("value")[place].GetDecimal());
                Assert.Equal(decimal.Parse(line[7], CultureInfo.InvariantCulture), cube.GetProperty("value")[place + 2].GetDecimal());
                checkedCells++;
            }
        }

        Assert.True(checkedCells > 100, $"{checkedCells}");
    }

    [Fact]
    public void The_catalogue_and_the_descriptions_name_every_table_with_its_hash()
    {
        var made = Made("one");
        using var dcat = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(made, "dcat.jsonld")));
        var distributions = dcat.RootElement.GetProperty("dcat:distribution").EnumerateArray().ToDictionary(
            one => one.GetProperty("dcat:downloadURL").GetProperty("@id").GetString()!, one => one.GetProperty("spdx:checksum").GetProperty("spdx:checksumValue").GetProperty("@value").GetString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(made, "results.csv")))), distributions["results.csv"]);
        Assert.Equal(Files(made).Except(["dcat.jsonld", "datapackage.json", "SHA256SUMS"]), distributions.Keys.Order(StringComparer.Ordinal));

        using var csvw = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(made, "csv-metadata.json")));
        foreach (var table in csvw.RootElement.GetProperty("tables").EnumerateArray())
        {
            var header = File.ReadLines(Path.Combine(made, table.GetProperty("url").GetString()!)).First().Split(',');
            Assert.Equal(header, table.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("titles").GetString()));
        }

        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(made, "datapackage.json")));
        Assert.Equal(Files(made).Except(["datapackage.json", "SHA256SUMS"]), package.RootElement.GetProperty("resources").EnumerateArray().Select(one => one.GetProperty("path").GetString()!));
    }

    private static List<string> Files(string of) => [.. Directory.EnumerateFiles(of, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(of, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private string Made(string name)
    {
        var reading = CycleFolder.Read(Repository.Path("cycles", "hai-phong-2021"));
        var made = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        Package.Write(made, Computing.Compute(reading.Input!, "test"), reading.Files);
        return made;
    }
}
