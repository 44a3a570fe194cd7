using System.Text.Json;
using ParIndex.Core;
using ParIndex.Documents.OpenData;
using ParIndex.Documents.Tables;
using ParIndex.Statistics;
using ParIndex.Statistics.Estimation;
using ParIndex.Statistics.Quality;

namespace ParIndex.Documents.SurveyReports;

/// <summary>A row of estimates.csv: one figure of a domain.</summary>
internal sealed record SurveyRow(int Domain, string Column, string Value, string Item, Text Name, SurveyShare Found, bool Hidden);

/// <summary>
/// <c>survey</c>: a file of forms of any size to estimates with intervals and design effects, lists of signs for people to look at, and a
/// report in Vietnamese and English with pictures 9 and 10 over their tables.
/// </summary>
public sealed class SurveyReport
{
    private readonly SurveyFile file;
    private readonly SurveyShares shares;

    private SurveyReport(SurveyDesign design, SurveyFile file, string name)
    {
        (Design, this.file, Name) = (design, file, name);
        shares = new(file.Sums, design.Lonely);
        Rows = [.. Enumerable.Range(0, file.Domains.Count).SelectMany(RowsOf)];
    }

    public SurveyDesign Design { get; }

    /// <summary>Name of the file of forms.</summary>
    public string Name { get; }

    public long Forms => file.Sums.Forms;

    public double Weight => file.Sums.Weight;

    internal IReadOnlyList<SurveyRow> Rows { get; }

    internal QualitySigns Signs => file.Signs;

    internal IReadOnlyList<long> NotAnswers => file.NotAnswers;

    internal int Strata => Math.Max(1, file.Strata.Count);

    internal int Clusters => file.Clusters.Count;

    /// <summary>Items that everybody answered alike.</summary>
    internal IEnumerable<SurveyItem> Constant => Rows.Where(row => row.Domain == 0 && row.Item.Length > 0 && row.Found.Levels.Any(level => level > 1 - 1e-12))
        .Select(row => Design.Items.First(item => item.Code == row.Item));

    /// <summary>Reads a file; null with findings when it cannot be used.</summary>
    /// <param name="path">CSV or Parquet.</param>
    /// <param name="design">The design.</param>
    /// <param name="scratch">Folder for a temporary copy of a Parquet file.</param>
    /// <param name="findings">What is wrong, file:line:column.</param>
    public static SurveyReport? Read(string path, SurveyDesign design, string scratch, out IReadOnlyList<Finding> findings)
    {
        var parquet = ParquetAsCsv.Is(path);
        var source = path;
        if (parquet)
        {
            source = Path.Combine(scratch, ".answers.csv");
            try
            {
                ParquetAsCsv.Write(path, source);
            }
            catch (DuckDB.NET.Data.DuckDBException unreadable)
            {
                findings = [new("V013", path, SurveyText.Unreadable(unreadable.Message.ReplaceLineEndings(" ")))];
                return null;
            }
        }

        try
        {
            var file = new SurveyFile(design, path, lines: !parquet);
            using (var stream = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan)) file.Read(stream);
            findings = file.Findings;
            return findings.Count > 0 ? null : new(design, file, Path.GetFileName(path));
        }
        finally
        {
            if (parquet) File.Delete(source);
        }
    }

    /// <summary>Writes estimates.csv, signs.csv, bao-cao.html, report.html and datapackage.json into an empty folder.</summary>
    public void Write(string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, "estimates.csv"), Estimates());
        File.WriteAllBytes(Path.Combine(folder, "signs.csv"), SignsTable());
        File.WriteAllText(Path.Combine(folder, "bao-cao.html"), SurveyPage.Of(this, Language.Vietnamese));
        File.WriteAllText(Path.Combine(folder, "report.html"), SurveyPage.Of(this, Language.English));
        File.WriteAllText(Path.Combine(folder, OutputFolder.Mark), JsonSerializer.Serialize(new
        {
            name = "survey-report",
            title = Design.Title.Vi,
            resources = new[] { new { name = "estimates", path = "estimates.csv" }, new { name = "signs", path = "signs.csv" } },
        }) + "\n");
    }

    /// <summary>Every list of signs, in one order.</summary>
    internal IEnumerable<QualitySign> AllSigns() =>
        [.. Signs.StraightList, .. Signs.FastList, .. Signs.EqualList, .. Signs.Interviewers().List, .. Signs.AlwaysSatisfied(), .. OutsideFunnel()];

    /// <summary>Places outside the 99.8 % limits around the mean of all.</summary>
    internal IEnumerable<QualitySign> OutsideFunnel()
    {
        var points = Signs.Points.Where(point => point.Forms >= Design.MinimumBase).ToArray();
        if (points.Length < 2) yield break;
        var funnel = new FunnelPlot([.. points.Select(p => p.Forms)], [.. points.Select(p => p.Satisfied)]);
        for (var i = 0; i < points.Length; i++)
        {
            var limits = funnel.Limits(i, 0.001);
            var share = points[i].Satisfied / points[i].Forms;
            if (share < limits.Low || share > limits.High) yield return new("outside_funnel", points[i].Point, 0, share, funnel.Z[i]);
        }
    }

    private IEnumerable<SurveyRow> RowsOf(int domain)
    {
        var (column, value) = file.Domains[domain];
        yield return Row("", new("Tất cả các mục", "All items"), shares.Whole(domain));
        for (var item = 0; item < Design.Items.Count; item++) yield return Row(Design.Items[item].Code, Design.Items[item].Name, shares.Item(domain, item));

        SurveyRow Row(string item, Text name, SurveyShare found) => new(domain, column, value, item, name, found, found.Forms < Design.MinimumBase);
    }

    private byte[] Estimates()
    {
        var csv = new CsvWriter().Header("domain", "value", "item", "name_vi", "name_en", "share", "error", "low", "high", "design_effect", "effective_forms", "forms",
            "answers", "degrees_of_freedom", "suppressed", "undefined");
        foreach (var row in Rows)
        {
            var (found, shown) = (row.Found, !row.Hidden);
            csv.Text(row.Column.Length == 0 ? "all" : row.Column).Text(row.Value).Text(row.Item.Length == 0 ? "all" : row.Item).Words(row.Name)
                .Text(Figure(found.Share.Value, 100, shown)).Text(Figure(found.Error.Value, 100, shown)).Text(Figure(found.Limits.Low, 100, shown))
                .Text(Figure(found.Limits.High, 100, shown)).Text(Figure(found.DesignEffect.Value, 1, shown)).Text(Figure(found.EffectiveForms.Value, 1, shown))
                .Number(found.Forms).Number(shown ? found.Answers : null).Number(shown ? found.Freedom : null).YesNo(row.Hidden)
                .Text(shown ? Why(found) : null).End();
        }

        return csv.Written.ToArray();
    }

    private byte[] SignsTable()
    {
        var csv = new CsvWriter().Header("sign", "what", "line", "value", "beside", "other_line");
        foreach (var sign in AllSigns())
            csv.Text(sign.Sign).Text(sign.What).Number(sign.Line > 0 ? sign.Line : null).Text(Figure(sign.Value, 1, true)).Text(Figure(sign.Beside, 1, true))
                .Number(sign.Other > 0 ? sign.Other : null).End();
        return csv.Written.ToArray();
    }

    private static string? Why(SurveyShare found) =>
        found.Share.IsDefined ? found.Error.IsDefined ? found.DesignEffect.IsDefined ? null : Code(found.DesignEffect.Reason) : Code(found.Error.Reason) : Code(found.Share.Reason);

    private static string Code(Undefined reason) => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString());

    private static string? Figure(double value, double times, bool shown) =>
        !shown || double.IsNaN(value) ? null : (value * times).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
