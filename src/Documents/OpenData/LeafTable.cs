using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Core.Scoring;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.OpenData;

/// <summary>leaves.csv: the long table. Its workings are most of the work of writing a year, so blocks of units are rendered side by side.</summary>
internal static class LeafTable
{
    private const int BlockUnits = 32;
    private const int Together = 8;

    public static void Write(CycleResult result, Stream stream)
    {
        var writers = Enumerable.Range(0, Together).Select(_ => new CsvWriter()).ToArray();
        var blocks = (result.Units.Count + BlockUnits - 1) / BlockUnits;
        stream.Write(writers[0].Header(DataTables.Leaves.Columns.Select(column => column.Name)).Written);
        for (var first = 0; first < blocks; first += Together)
        {
            var count = Math.Min(Together, blocks - first);
            var from = first;
            Parallel.For(0, count, block => Render(result, (from + block) * BlockUnits, writers[block]));
            for (var block = 0; block < count; block++) stream.Write(writers[block].Written);
        }
    }

    private static void Render(CycleResult result, int from, CsvWriter csv)
    {
        csv.Clear();
        var stages = result.Input.Cycle.Stages;
        for (var place = from; place < Math.Min(from + BlockUnits, result.Units.Count); place++)
        {
            var unit = result.Units[place];
            if (unit.Sheet is not { } sheet) continue;
            for (var i = 0; i < unit.Leaves.Length; i++)
            {
                var (leaf, scored) = (sheet.Framework.Leaves[i], unit.Leaves[i]);
                var has = scored.State is not (LeafState.NotScored or LeafState.Excluded or LeafState.SurveyNotHeld or LeafState.NoSurveyResult);
                csv.Text(unit.Unit.Group).Text(unit.Unit.Code.Value).Text(leaf.Code.Value).Points(has ? scored.Points : null).Points(leaf.Max).Points(scored.Applicable)
                    .Text(scored.Stage >= 0 ? stages[scored.Stage].Code : null).Text(State(scored.State)).Points(Self(sheet.Leaves[i].Acts, stages))
                    .Points(scored.ByRule.Outcome == Outcome.Scored && leaf.Rule.Inputs.Count > 0 ? scored.ByRule.Points : null)
                    .Words(LeafWorking.Sentence(result, unit, i)).End();
            }
        }
    }

    private static Points? Self(Act[] acts, IReadOnlyList<Stage> stages)
    {
        for (var i = acts.Length - 1; i >= 0; i--)
            if (acts[i].Points is { } points && stages[acts[i].Stage].Kind == StageKind.SelfAssessment) return points;
        return null;
    }

    private static string State(LeafState state) => state switch
    {
        LeafState.Scored => "scored",
        LeafState.NotAppraised => "not_appraised",
        LeafState.NotScored => "not_scored",
        LeafState.Excluded => "excluded",
        LeafState.FullPoints => "full_points",
        LeafState.NoEvidence => "no_evidence",
        LeafState.SurveyNotHeld => "survey_not_held",
        _ => "no_survey_result",
    };
}
