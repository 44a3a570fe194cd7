using System.Text;
using ParIndex.Core.Cycles;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.OpenData;

/// <summary>
/// acts.csv for the public: who acted is left out, since the stage says in which role, and a unit's own words are replaced by the fact that there were some.
/// Reasons of appraisers and council stay: they are the grounds of a published score. Nothing that a figure follows from is lost.
/// </summary>
internal static class PublicActs
{
    public static void Copy(string path, IReadOnlyList<Stage> stages, Stream to)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        using var scanner = new CsvScanner(file, null);
        if (scanner.Next() != RowState.Row) return;
        var header = Enumerable.Range(0, scanner.Count).Select(place => Encoding.UTF8.GetString(scanner.Cell(place))).ToList();
        if (!header.Contains("actor") && !header.Contains("reason"))
        {
            SafeCopy.Of(path, to);
            return;
        }

        var (stage, reason) = (header.IndexOf("stage"), header.IndexOf("reason"));
        int[] kept = [.. Enumerable.Range(0, header.Count).Where(place => header[place] != "actor")];
        var own = new CodeTable(stages.Where(one => one.Kind is StageKind.SelfAssessment or StageKind.Explanation).Select(one => one.Code));
        var csv = new CsvWriter().Header(kept.Select(place => header[place]));
        while (scanner.Next() == RowState.Row)
        {
            var unitsOwn = own.Find(scanner.Cell(stage)) >= 0;
            foreach (var place in kept)
            {
                var cell = scanner.Cell(place);
                if (place == reason && unitsOwn && Reasons.Given(Encoding.UTF8.GetString(cell))) csv.Text(OpenDataText.Withheld);
                else csv.Copied(cell);
            }

            csv.End();
            if (csv.Written.Length < 1024 * 1024) continue;
            to.Write(csv.Written);
            csv.Clear();
        }

        to.Write(csv.Written);
    }
}
