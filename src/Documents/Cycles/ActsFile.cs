using System.Text;
using ParIndex.Core;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>acts.csv: by far the longest file of a year, so nothing is made twice.</summary>
internal sealed class ActsFile
{
    private const int UnitColumn = 0, LeafColumn = 1, StageColumn = 2, PointsColumn = 3, LevelColumn = 4, ReasonColumn = 5, ActorColumn = 6, TimeColumn = 7;
    private const int ChunkSize = 16 * 1024;

    private readonly SheetGrid grid;
    private readonly Cycle cycle;
    private readonly List<Entry[]> chunks = [];
    private readonly int[] lasts;
    private readonly CodeTable stages;
    private int count;

    private ActsFile(SheetGrid grid, Cycle cycle)
    {
        this.grid = grid;
        this.cycle = cycle;
        lasts = new int[grid.Sheets.Length * grid.Stride];
        Array.Fill(lasts, -1);
        stages = new(cycle.Stages.Select(stage => stage.Code));
    }

    public static void Read(FolderReading folder, Cycle cycle, SheetGrid grid)
    {
        var file = new ActsFile(grid, cycle);
        folder.Table(CycleFiles.Acts, CycleFiles.ActsColumns, needed: true, rows =>
        {
            file.Rows(rows);
            file.Settle(rows.Findings);
        });
    }

    private void Rows(CsvReader row)
    {
        var find = grid.Find();
        var pool = new TextPool();
        while (row.Read())
        {
            var unit = find.Unit(row, UnitColumn);
            var leaf = unit < 0 ? -1 : find.Leaf(row, LeafColumn, unit);
            var stage = stages.Find(row[StageColumn]);
            if (stage < 0) row.Report(StageColumn, "C038", CycleText.UnknownStage(row.Raw(StageColumn), cycle.Stages.Select(known => known.Code)));
            var timed = CellNumbers.Time(row[TimeColumn], out var at);
            if (!timed) row.Report(TimeColumn, "C017", TableText.NotATime(row.Raw(TimeColumn)));
            if (!Points(row, unit, leaf, stage, out var points) || leaf < 0 || stage < 0 || !timed) continue;
            var reason = pool.Of(row, ReasonColumn);
            if (points is null && reason is null)
            {
                row.Report(PointsColumn, "C042", CycleText.ActWithoutWords);
                continue;
            }

            Add((unit * grid.Stride) + leaf, new(stage, points, reason, pool.Of(row, ActorColumn), at), row.Line);
        }
    }

    private bool Points(CsvReader row, int unit, int leaf, int stage, out Points? points)
    {
        points = null;
        if (!row.Number(PointsColumn, out var typed)) return false;
        var level = row[LevelColumn];
        if (typed is null && level.IsEmpty) return true;
        var column = typed is null ? LevelColumn : PointsColumn;
        if (typed is not null && !level.IsEmpty) return Refuse(LevelColumn, "C041", CycleText.PointsAndLevel);
        if (stage >= 0 && cycle.Stages[stage].Kind == StageKind.Explanation) return Refuse(column, "C041", CycleText.ExplanationWithPoints);
        if (leaf < 0) return true;
        var columns = grid.ColumnsOf(unit);
        var scored = columns.Leaves[leaf];
        if (typed is null)
        {
            if (LevelOf(columns.Framework, scored, Encoding.UTF8.GetString(level)) is not { } given)
                return Refuse(LevelColumn, "C040", CycleText.NoSuchLevel(row.Raw(LevelColumn)));
            points = given;
            return true;
        }

        var value = new Points(typed.Value);
        if (value.TenThousandths < 0 || value > scored.Max) return Refuse(PointsColumn, "C039", CycleText.PointsOut(value, scored.Max));
        // Where a rule proposes points, its proposal is on no step: the computation, which knows the inputs, judges those.
        if (scored.Rule.Inputs.Count == 0 && scored.Step is { TenThousandths: > 0 } step && value.TenThousandths % step.TenThousandths != 0 && value != scored.Max)
            return Refuse(PointsColumn, "C040", CycleText.OffStep(value, step));
        points = value;
        return true;

        bool Refuse(int where, string code, Text message)
        {
            row.Report(where, code, message);
            return false;
        }
    }

    /// <summary>Points of an option: what the leaf's own rule gives for it; null: the rule has no such option.</summary>
    private static Points? LevelOf(Framework framework, Leaf leaf, string option)
    {
        if (leaf.Rule.Inputs is not [{ Kind: InputKind.Choice or InputKind.YesNo } input] || leaf.Rule.Read(input, option) is not { } chosen) return null;
        var score = leaf.Rule.Score([chosen], leaf.Max, framework.Rounding);
        return score.Outcome == Outcome.Scored ? score.Points : null;
    }

    private void Add(int cell, Act act, int line)
    {
        if (count % ChunkSize == 0) chunks.Add(new Entry[ChunkSize]);
        chunks[^1][count % ChunkSize] = new(act, line, lasts[cell]);
        lasts[cell] = count++;
    }

    /// <summary>Gives each leaf its acts in the order of their time, then of the file, and reports doubles.</summary>
    private void Settle(FileFindings findings)
    {
        var places = new List<int>();
        for (var unit = 0; unit < grid.Sheets.Length; unit++)
        {
            var leaves = grid.Sheets[unit].Leaves;
            for (var leaf = 0; leaf < leaves.Length; leaf++)
            {
                var last = lasts[(unit * grid.Stride) + leaf];
                if (last < 0) continue;
                places.Clear();
                for (var place = last; place >= 0; place = EntryAt(place).Before) places.Add(place);
                places.Reverse();
                if (!InOrder(places)) places.Sort((a, b) => EntryAt(a).Act.At.CompareTo(EntryAt(b).Act.At) is not 0 and var order ? order : a.CompareTo(b));
                ReportDoubles(places, findings);
                var acts = new Act[places.Count];
                for (var i = 0; i < acts.Length; i++) acts[i] = EntryAt(places[i]).Act;
                leaves[leaf].Acts = acts;
            }
        }

        chunks.Clear();
    }

    private bool InOrder(List<int> places)
    {
        for (var i = 1; i < places.Count; i++)
            if (EntryAt(places[i - 1]).Act.At > EntryAt(places[i]).Act.At) return false;
        return true;
    }

    private void ReportDoubles(List<int> places, FileFindings findings)
    {
        for (var i = 1; i < places.Count; i++)
        {
            ref readonly var act = ref EntryAt(places[i]);
            for (var j = i - 1; j >= 0; j--)
            {
                ref readonly var earlier = ref EntryAt(places[j]);
                if (earlier.Act.At != act.Act.At) break;
                if (earlier.Act.Stage != act.Act.Stage) continue;
                findings.Add("C043", act.Line, "time", CycleText.ActTwice(earlier.Line));
                break;
            }
        }
    }

    private ref Entry EntryAt(int place) => ref chunks[place / ChunkSize][place % ChunkSize];

    /// <param name="Act">The act.</param>
    /// <param name="Line">Where it stands.</param>
    /// <param name="Before">The leaf's act before it in the file; −1: none.</param>
    private readonly record struct Entry(Act Act, int Line, int Before);
}
