using System.Globalization;
using ParIndex.App.Publication;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Documents.OpenData;
using ParIndex.Documents.Tables;
using ParIndex.Documents.Workbooks;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Portal;

namespace ParIndex.Web;

/// <summary>A built table as a file: CSV, a workbook with figures as figures, a JSON-stat cube.</summary>
internal static class TableDownloads
{
    public static void Map(WebApplication site)
    {
        site.MapGet("/lap-bang.csv", (HttpContext context, IndexDb db, CancellationToken cancel) => AnswerAsync(context, db, "text/csv; charset=utf-8", "csv", Csv, cancel));
        site.MapGet("/lap-bang.xlsx", (HttpContext context, IndexDb db, CancellationToken cancel) =>
            AnswerAsync(context, db, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", table => Workbook(table, context.Language()), cancel));
        site.MapGet("/lap-bang.json", (HttpContext context, IndexDb db, CancellationToken cancel) => AnswerAsync(context, db, "application/json; charset=utf-8", "json", Cube, cancel));
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, IndexDb db, string type, string ending, Func<BuiltTable, byte[]> write, CancellationToken cancel)
    {
        var built = await new BuildTable(db).RunAsync(TableQuery.Read(context.Request.Query), cancel);
        return built is null ? Results.NotFound() : Results.File(write(built), type, $"{string.Join('-', built.Choice.Releases)}-{built.Choice.Group}-{TableQuery.LevelName(built.Choice.Level)}.{ending}");
    }

    private static string Year(BuiltRow row) => row.Release.Year.ToString(CultureInfo.InvariantCulture);

    private static byte[] Csv(BuiltTable table)
    {
        var csv = new CsvWriter().Header(["release", "year", "unit_code", "unit_vi", "unit_en", .. table.Columns.Select(column => column.Code)]);
        foreach (var row in table.Rows)
        {
            csv.Text(row.Release.Slug).Text(Year(row)).Text(row.Unit).Words(row.Name);
            foreach (var value in row.Values) csv.Decimal(value);
            csv.End();
        }

        return csv.Written.ToArray();
    }

    private static byte[] Workbook(BuiltTable table, Language language)
    {
        string In(Text words) => words.In(language);
        using var bytes = new MemoryStream();
        PlainWorkbook.Write(
        [
            new("1", [(In(BuiltText.Year), 8), (In(BuiltText.Unit), 44), .. table.Columns.Select(column => (char.IsAsciiDigit(column.Code[0]) ? column.Code : In(column.Name), 12))],
                [.. table.Rows.Select(row => (IReadOnlyList<string>)[Year(row), In(row.Name), .. row.Values.Select(value => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "")])])
            { Figures = [0, .. Enumerable.Range(2, table.Columns.Count)] },
            new("2", [(In(BuiltText.Item), 16), ("", 90)],
            [
                .. table.Columns.Select(column => (IReadOnlyList<string>)[column.Code, In(column.Name)]),
                .. table.Releases.SelectMany(release => release.Notice is { } notice ? new[] { (IReadOnlyList<string>)[release.Slug, In(PictureText.Source(release))], [release.Slug, In(notice)] } : [[release.Slug, In(PictureText.Source(release))]]),
            ]),
        ], bytes);
        return bytes.ToArray();
    }

    private static byte[] Cube(BuiltTable table)
    {
        var units = table.Rows.DistinctBy(row => row.Unit).ToList();
        var rows = table.Rows.ToDictionary(row => (row.Unit, row.Release.Slug));
        List<decimal?> values = [.. table.Releases.SelectMany(release => units.SelectMany(unit => rows.TryGetValue((unit.Unit, release.Slug), out var row) ? row.Values : Enumerable.Repeat((decimal?)null, table.Columns.Count)))];
        using var bytes = new MemoryStream();
        JsonStat.Write(bytes, new(
            BuiltText.Title(table.Group), PictureText.Source(table.Releases[0]), table.Releases[0].DecisionDate, [.. table.Releases.Select(release => release.Notice).OfType<Text>().Distinct()],
            [
                new("release", BuiltText.Year, "time", [.. table.Releases.Select(release => (release.Slug, Text.Same(release.Year.ToString(CultureInfo.InvariantCulture))))]),
                new("unit", BuiltText.Unit, "geo", [.. units.Select(unit => (unit.Unit, unit.Name))]),
                new("item", BuiltText.Item, "metric", [.. table.Columns.Select(column => (column.Code, column.Name))]),
            ],
            values));
        return bytes.ToArray();
    }
}
