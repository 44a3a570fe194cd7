using ParIndex.Core;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>applicability.csv.</summary>
internal static class ApplicabilityFile
{
    public static void Read(FolderReading folder, SheetGrid grid)
    {
        var lines = new Dictionary<(int Unit, int Leaf), int>();
        folder.Table(CycleFiles.Applicability, CycleFiles.ApplicabilityColumns, needed: false, row =>
        {
            var find = grid.Find();
            while (row.Read())
            {
                var unit = find.Unit(row, 0);
                var leaf = unit < 0 ? -1 : find.Leaf(row, 1, unit);
                NotApplicablePolicy? policy = row.Raw(2) switch { "exclude" => NotApplicablePolicy.Exclude, "full" => NotApplicablePolicy.FullPoints, _ => null };
                if (policy is null) row.Report(2, "C049", CycleText.UnknownPolicy(row.Raw(2)));
                if (leaf < 0 || policy is null) continue;
                var allowed = grid.ColumnsOf(unit).Leaves[leaf].NotApplicable;
                if (policy != allowed) row.Report(2, "C049", CycleText.PolicyNotAllowed(allowed));
                else if (!lines.TryAdd((unit, leaf), row.Line)) row.Report(1, "C043", CycleText.Twice(lines[(unit, leaf)]));
                else grid.Sheets[unit].Leaves[leaf].Applicability = new(policy.Value, row.Text(3)!);
            }
        });
    }
}

/// <summary>evidence.csv: what is attached; the computation needs to know how much.</summary>
internal static class EvidenceFile
{
    public static void Read(FolderReading folder, SheetGrid grid) =>
        folder.Table(CycleFiles.Evidence, CycleFiles.EvidenceColumns, needed: false, row =>
        {
            var find = grid.Find();
            while (row.Read())
            {
                var unit = find.Unit(row, 0);
                var leaf = unit < 0 ? -1 : find.Leaf(row, 1, unit);
                if (row.Date(3, out _) && leaf >= 0) grid.Sheets[unit].Leaves[leaf].EvidenceCount++;
            }
        });
}

/// <summary>adjustments.csv.</summary>
internal static class AdjustmentsFile
{
    public static void Read(FolderReading folder, SheetGrid grid)
    {
        var claims = new Dictionary<int, List<AdjustmentClaim>>();
        folder.Table(CycleFiles.Adjustments, CycleFiles.AdjustmentsColumns, needed: false, row =>
        {
            var find = grid.Find();
            while (row.Read())
            {
                var unit = find.Unit(row, 0);
                var known = unit >= 0 && grid.ColumnsOf(unit).Framework.Adjustments.Items.Any(item => item.Code.Value == row.Raw(1));
                if (unit >= 0 && !known) row.Report(1, "C050", CycleText.UnknownItem(row.Raw(1)));
                if (!row.Number(2, out var cases) || cases is null) continue;
                if (cases <= 0) row.Report(2, "C046", TableText.Negative(row.Raw(2)));
                else if (known && CriterionCode.TryParse(row.Raw(1), out var code))
                {
                    if (!claims.TryGetValue(unit, out var list)) claims[unit] = list = [];
                    list.Add(new(code, new(cases.Value), row.Text(3)!));
                }
            }
        });
        foreach (var (unit, list) in claims)
        {
            var sheet = grid.Sheets[unit];
            grid.Sheets[unit] = new() { Unit = sheet.Unit, Framework = sheet.Framework, Leaves = sheet.Leaves, Adjustments = list };
        }
    }
}

/// <summary>totals.csv: published totals of a year whose detail is not known.</summary>
internal static class TotalsFile
{
    public static List<UnitTotals> Read(FolderReading folder, UnitList list)
    {
        var totals = new List<UnitTotals>();
        var lines = new Dictionary<UnitCode, int>();
        var known = list.Units.Select(unit => unit.Code).ToHashSet();
        folder.Table(CycleFiles.Totals, CycleFiles.TotalsColumns, needed: true, row =>
        {
            while (row.Read())
            {
                var good = row.Number(1, out var index) & row.Number(2, out var satisfaction);
                if (row.UnitCode(0) is not { } unit) continue;
                if (!known.Contains(unit))
                {
                    if (!list.MayExist(unit.Value)) row.Report(0, "C036", CycleText.UnknownUnit(unit.Value));
                }
                else if (!lines.TryAdd(unit, row.Line)) row.Report(0, "C043", CycleText.Twice(lines[unit]));
                else if (good && Inside(row, 1, index, 200) & Inside(row, 2, satisfaction, 100))
                    totals.Add(new(unit, index / 10_000m, satisfaction / 10_000m));
            }
        });
        return totals;
    }

    private static bool Inside(CsvReader row, int column, long? value, int most)
    {
        if (value is null || (value >= 0 && value <= most * 10_000L)) return true;
        row.Report(column, "C051", CycleText.IndexOut(column == 1 ? "index" : "satisfaction", value.Value / 10_000m));
        return false;
    }
}
