using ParIndex.Core.Heads;

namespace ParIndex.Documents.Cycles;

/// <summary>heads.csv: posts, dates, the council's ruling, and one column for each input of the rules.</summary>
internal static class HeadsFile
{
    private const int Id = 0, UnitColumn = 1, PostVi = 2, PostEn = 3, From = 4, To = 5, Grade = 6, Reason = 7, Evidence = 8;

    public static List<Head> Read(FolderReading folder, UnitList list)
    {
        var heads = new List<Head>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = list.Units.Select(unit => unit.Code).ToHashSet();
        folder.Table(CycleFiles.Heads, CycleFiles.HeadsColumns, needed: true, others: true, rows: row =>
        {
            var inputs = row.Header.Select((name, place) => (name, place)).Where(column => CycleFiles.HeadsColumns.All(fixedOne => fixedOne.Name != column.name)).ToList();
            while (row.Read())
            {
                var good = row.Date(From, out var from) & row.Date(To, out var to);
                if (from is not null && to is not null && to < from)
                {
                    row.Report(To, "C054", CycleText.DatesReversed);
                    good = false;
                }

                if (row.UnitCode(UnitColumn) is not { } unit) continue;
                var id = row.Text(Id)!;
                if (!known.Contains(unit))
                {
                    if (!list.MayExist(unit.Value)) row.Report(UnitColumn, "C036", CycleText.UnknownUnit(unit.Value));
                }
                else if (!lines.TryAdd(id, row.Line)) row.Report(Id, "C043", CycleText.Twice(lines[id]));
                else if (good)
                    heads.Add(new()
                    {
                        Id = id,
                        Unit = unit,
                        Post = new(row.Text(PostVi)!, row.Text(PostEn) ?? row.Text(PostVi)!),
                        From = from,
                        To = to,
                        Inputs = inputs.Where(column => !row.CellAt(column.place).IsEmpty).ToDictionary(column => column.name, column => row.TextAt(column.place)!),
                        Ruling = row.Text(Grade) is { } grade ? new(grade, row.Text(Reason) ?? "", row.Text(Evidence) ?? "") : null,
                    });
            }
        });
        return heads;
    }
}
