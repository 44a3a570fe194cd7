using System.Globalization;

namespace ParIndex.SampleCity;

/// <summary>The documents a unit attached, numbered as an office numbers them: the same document has the same number under every leaf.</summary>
public sealed class EvidenceList(UnitPlan unit)
{
    private readonly Dictionary<string, (string Document, DateOnly Date)> known = [];

    // Abbreviations in document numbers: SGTVT of a department, UBND of a district.
    private string Office => unit.IsDepartment ? unit.Code : "UBND";

    // Leaves that ask whether a plan or report was issued in time: a late one has a later date.
    private static readonly HashSet<string> InTime = ["1.1.1", "1.3.1", "6.3.1", "6.3.2", "7.1.1"];

    public IEnumerable<(string Document, DateOnly Date)> Of(FittedLeaf fitted)
    {
        var line = fitted.Line;
        var late = InTime.Contains(line.Code) && (line.Kind is "yes" or "choice") && fitted.Final < fitted.Leaf.Max;
        return line.Evidence.Select(evidence => Of(late ? evidence with { Month = Math.Min(evidence.Month + 2, 12) } : evidence));
    }

    private (string Document, DateOnly Date) Of(EvidenceLine evidence)
    {
        var title = evidence.Title.Replace("{dv}", unit.Name.Vi, StringComparison.Ordinal);
        var key = evidence.Type + title;
        if (known.TryGetValue(key, out var before)) return before;
        var draw = new Seeded(Seed.Value, unit.Code, "evidence", key);
        var day = Calendar.In(evidence.Month, draw);
        return known[key] = (Numbered(evidence, title, day, draw), day);
    }

    private string Numbered(EvidenceLine evidence, string title, DateOnly day, Seeded draw)
    {
        // Numbers run through the year.
        var most = evidence.Type switch { "KH" => 140, "BC" => 420, "QĐ" => unit.IsDepartment ? 900 : 4_800, "CV" => 3_900, "TB" => 160, _ => 0 };
        if (most == 0) return title;
        var passed = day.DayOfYear;
        var number = Math.Max(1, (most * passed / 366) + draw.Between(-most / 60, most / 60));
        var written = number.ToString(number < 10 ? "00" : "0", CultureInfo.InvariantCulture);
        var mark = evidence.Type == "CV" ? $"{written}/{Office}" : $"{written}/{evidence.Type}-{Office}";
        return $"{mark} ngày {day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}: {title}";
    }
}
