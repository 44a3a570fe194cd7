using System.Globalization;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Documents.OpenData;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>published.csv: a previous year by its published figures alone, as a package carries it.</summary>
internal static class PublishedFile
{
    public const string Name = "published.csv";

    public static IReadOnlyList<DataColumn> DataColumns { get; } =
    [
        new("unit", "string", "mã đơn vị", "code of the unit"), new("group", "string", "khối khi đó", "group at that time"),
        new("index_exact", "string", "chỉ số chưa làm tròn, dạng phân số", "index unrounded, as a fraction"), new("index", "number", "chỉ số đã công bố", "published index"),
        new("rank", "integer", "thứ hạng", "rank"), new("satisfaction", "number", "mức độ hài lòng", "satisfaction"),
        new("above_threshold", "boolean", "trên ngưỡng hài lòng", "above the line of satisfaction"), new("framework", "string", "mã bộ chỉ số", "code of the framework"),
        new("method_version", "string", "phiên bản phương pháp hài lòng", "version of the method of satisfaction"),
    ];

    private static readonly Column[] Columns =
    [
        new("unit"), new("group"), Column.MayBeEmpty("index_exact"), Column.MayBeEmpty("index"), Column.MayBeEmpty("rank"), Column.MayBeEmpty("satisfaction"),
        Column.MayBeEmpty("above_threshold"), Column.MayBeEmpty("framework"), Column.MayBeEmpty("method_version"),
    ];

    public static void Write(CsvWriter csv, PreviousYear year)
    {
        foreach (var unit in year.Units)
            csv.Text(unit.Unit.Value).Text(unit.Group).Text(unit.Index?.ToFraction()).Decimal(unit.PublishedIndex).Number(unit.Rank).Decimal(unit.Satisfaction)
                .YesNo(unit.AboveThreshold).Text(unit.FrameworkCode).Text(year.MethodVersion).End();
    }

    public static PreviousYear Read(FolderReading folder, Cycle cycle)
    {
        var units = new List<PreviousUnit>();
        string? version = null;
        folder.Table(Name, Columns, needed: true, row =>
        {
            while (row.Read())
            {
                Percent? exact = null;
                if (row.Raw(2) is { Length: > 0 } text)
                {
                    if (Percent.TryParseFraction(text, out var fraction)) exact = fraction;
                    else row.Report(2, "C014", TableText.NotANumber(text));
                }

                var good = row.Number(3, out var index) & row.Number(4, out var rank) & row.Number(5, out var satisfaction) & row.YesNo(6, false, out var above);
                if (row.UnitCode(0) is not { } unit || !good) continue;
                version = row.Text(8) ?? version;
                units.Add(new(unit, row.Raw(1), exact, Places(row.Raw(3)), rank is null ? null : (int)(rank.Value / 10_000), Places(row.Raw(5)),
                    row[6].IsEmpty ? null : above, row.Text(7)));
            }
        });
        return new() { Cycle = cycle, Units = units, MethodVersion = version };
    }

    /// <summary>The figure with the decimals it was printed with.</summary>
    private static decimal? Places(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
