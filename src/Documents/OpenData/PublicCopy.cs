using System.Text;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.OpenData;

/// <summary>
/// Copies a table for the public without what is nobody's business: columns left out, and words replaced by the fact that there were some, so that everything
/// that a figure follows from stays. Source: docs/decisions/0030-privacy-of-the-package.md.
/// </summary>
internal sealed class PublicCopy
{
    private readonly HashSet<string> leftOut = [];
    private readonly HashSet<string> withheld = [];
    private string? onlyWhere;
    private CodeTable? only;

    /// <summary>acts.csv: the stage says in which role somebody acted. A unit's own words stay with the office; reasons of appraisers and council are grounds of a score.</summary>
    public static PublicCopy Acts(IReadOnlyList<Stage> stages)
    {
        var copy = new PublicCopy();
        copy.leftOut.Add("actor");
        copy.withheld.Add("reason");
        copy.onlyWhere = "stage";
        copy.only = new(stages.Where(stage => stage.OwnWords).Select(stage => stage.Code));
        return copy;
    }

    /// <summary>heads.csv: the council's grade, not what it says of a person.</summary>
    public static PublicCopy Heads()
    {
        var copy = new PublicCopy();
        copy.withheld.UnionWith(["council_reason", "council_evidence"]);
        return copy;
    }

    public void Write(string path, Stream to)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        using var scanner = new CsvScanner(file, null);
        if (scanner.Next() != RowState.Row) return;
        var header = Enumerable.Range(0, scanner.Count).Select(place => Encoding.UTF8.GetString(scanner.Cell(place))).ToList();
        if (!header.Any(name => leftOut.Contains(name) || withheld.Contains(name)))
        {
            SafeCopy.Of(path, to);
            return;
        }

        (int Place, bool Withheld)[] kept =
            [.. header.Select((name, place) => (name, place)).Where(one => !leftOut.Contains(one.name)).Select(one => (one.place, withheld.Contains(one.name)))];
        var where = onlyWhere is null ? -1 : header.IndexOf(onlyWhere);
        var csv = new CsvWriter().Header(kept.Select(one => header[one.Place]));
        while (scanner.Next() == RowState.Row)
        {
            var closed = only is null || only.Find(scanner.Cell(where)) >= 0;
            foreach (var (place, mayWithhold) in kept)
            {
                var cell = scanner.Cell(place);
                if (mayWithhold && closed && Reasons.Given(Encoding.UTF8.GetString(cell))) csv.Text(OpenDataText.Withheld);
                else csv.Copy(cell);
            }

            csv.End();
            if (csv.Written.Length < 1024 * 1024) continue;
            to.Write(csv.Written);
            csv.Clear();
        }

        to.Write(csv.Written);
    }
}
