using ParIndex.Core;
using ParIndex.Core.Cycles;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>The units that could be read, and what other files may name without being told that it does not exist.</summary>
/// <param name="Units">Units without an error.</param>
/// <param name="Spoilt">Codes of rows with an error: reported once, in units.csv.</param>
/// <param name="Readable">False: rows could not even be told apart, so that nothing is known to be missing.</param>
internal sealed record UnitList(IReadOnlyList<Unit> Units, IReadOnlySet<string> Spoilt, bool Readable)
{
    public bool MayExist(string code) => !Readable || Spoilt.Contains(code);
}

/// <summary>units.csv.</summary>
internal static class UnitsFile
{
    private const int Code = 0, NameVi = 1, NameEn = 2, ShortVi = 3, ShortEn = 4, Group = 5, SlugColumn = 6, ValidFrom = 7, Predecessors = 8, Measured = 9, Source = 10;

    public static UnitList Read(FolderReading folder, Cycle cycle)
    {
        var units = new List<Unit>();
        var spoilt = new HashSet<string>(StringComparer.Ordinal);
        var readable = false;
        var lines = new Dictionary<UnitCode, int>();
        var slugs = new Dictionary<string, int>(StringComparer.Ordinal);
        var groups = cycle.Groups.Select(group => group.Code).ToList();
        folder.Table(CycleFiles.Units, CycleFiles.UnitsColumns, needed: true, rows =>
        {
            while (rows.Read())
            {
                if (Unit(rows, groups) is not { } unit)
                {
                    spoilt.Add(rows.Raw(Code));
                    continue;
                }

                if (!lines.TryAdd(unit.Code, rows.Line)) rows.Report(Code, "C032", CycleText.Twice(lines[unit.Code]));
                else if (slugs.TryAdd(unit.Slug, rows.Line)) units.Add(unit);
                else
                {
                    spoilt.Add(unit.Code.Value);
                    rows.Report(SlugColumn, "C032", CycleText.Twice(slugs[unit.Slug]));
                }
            }

            if (units.Count == 0 && !rows.Findings.HasErrors) rows.Findings.Add("C034", 1, null, CycleText.NoUnits);
            readable = !rows.Findings.All.Any(finding => string.CompareOrdinal(finding.Code, "C012") < 0);
        });
        return new(units, spoilt, readable);
    }

    private static Unit? Unit(CsvReader row, List<string> groups)
    {
        var code = row.UnitCode(Code);
        var group = row.Raw(Group);
        var good = code is not null;
        if (!groups.Contains(group))
        {
            row.Report(Group, "C033", CycleText.UnknownGroup(group, groups));
            good = false;
        }

        good &= row.Date(ValidFrom, out var from) & row.YesNo(Measured, true, out var measured);
        var predecessors = new List<UnitCode>();
        foreach (var text in row.Raw(Predecessors).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (UnitCode.TryParse(text, out var predecessor)) predecessors.Add(predecessor);
            else
            {
                row.Report(Predecessors, "C012", TableText.NotACode(text));
                good = false;
            }
        }

        var name = new Text(row.Text(NameVi)!, row.Text(NameEn) ?? row.Text(NameVi)!);
        var slug = row.Text(SlugColumn) ?? Slug.Of(name.Vi, code?.Value ?? "");
        if (!Slug.Holds(slug))
        {
            row.Report(SlugColumn, "C035", CycleText.Slug(slug));
            good = false;
        }

        if (!good) return null;
        return new()
        {
            Code = code!.Value,
            Name = name,
            Group = group,
            ShortName = row.Text(ShortVi) is { } brief ? new(brief, row.Text(ShortEn) ?? brief) : name,
            Slug = slug,
            ValidFrom = from,
            Predecessors = predecessors,
            SatisfactionMeasured = measured,
            Source = row.Text(Source),
        };
    }
}
