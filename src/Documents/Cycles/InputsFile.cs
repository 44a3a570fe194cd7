using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>inputs.csv: each value by its rule's own reading, then each leaf's values together.</summary>
internal static class InputsFile
{
    private const int UnitColumn = 0, LeafColumn = 1, InputColumn = 2, ValueColumn = 3, SourceColumn = 4, DateColumn = 5;

    public static void Read(FolderReading folder, SheetGrid grid)
    {
        var lines = new int[grid.Sheets.Length * grid.Stride];
        folder.Table(CycleFiles.Inputs, CycleFiles.InputsColumns, needed: true, rows =>
        {
            Rows(rows, grid, lines);
            Together(grid, lines, rows.Findings);
        });
    }

    private static void Rows(CsvReader row, SheetGrid grid, int[] lines)
    {
        var find = grid.Find();
        var pool = new TextPool();
        while (row.Read())
        {
            var unit = find.Unit(row, UnitColumn);
            var leaf = unit < 0 ? -1 : find.Leaf(row, LeafColumn, unit);
            var dated = row.Date(DateColumn, out _);
            if (leaf < 0) continue;
            var columns = grid.ColumnsOf(unit);
            var input = IndexOf(columns.InputNames[leaf], row[InputColumn]);
            if (input < 0)
            {
                row.Report(InputColumn, "C045", CycleText.UnknownInput(row.Raw(InputColumn), columns.Inputs[leaf].Select(known => known.Name)));
                continue;
            }

            if (Value(row, columns.Leaves[leaf].Rule, columns.Inputs[leaf][input]) is not { } value || !dated) continue;
            var sheet = grid.Sheets[unit].Leaves[leaf];
            if (sheet.Inputs.Length == 0)
            {
                sheet.Inputs = new Quantity?[columns.Inputs[leaf].Length];
                sheet.InputSource = pool.Of(row, SourceColumn);
                lines[(unit * grid.Stride) + leaf] = row.Line;
            }

            if (sheet.Inputs[input] is not null) row.Report(InputColumn, "C043", CycleText.Twice(lines[(unit * grid.Stride) + leaf]));
            sheet.Inputs[input] = value;
        }
    }

    private static Quantity? Value(CsvReader row, ScoringRule rule, RuleInput input)
    {
        if (input.Kind is InputKind.Count or InputKind.Amount)
        {
            if (!row.Number(ValueColumn, out var number)) return null;
            if (number is >= 0) return new(number.Value);
            row.Report(ValueColumn, "C046", TableText.Negative(row.Raw(ValueColumn)));
            return null;
        }

        var text = row.Raw(ValueColumn);
        if (rule.Read(input, text) is { } value) return value;
        if (input.Kind == InputKind.YesNo) row.Report(ValueColumn, "C018", TableText.NotYesOrNo(text));
        else row.Report(ValueColumn, "C047", CycleText.NotAValue(text, input.Name));
        return null;
    }

    /// <summary>What the values of one leaf say together: no whole, more than the whole, nothing arose where that may not be.</summary>
    private static void Together(SheetGrid grid, int[] lines, FileFindings findings)
    {
        for (var unit = 0; unit < grid.Sheets.Length; unit++)
        {
            var (leaves, columns) = (grid.Sheets[unit].Leaves, grid.ColumnsOf(unit));
            for (var i = 0; i < leaves.Length; i++)
            {
                if (leaves[i].Inputs is not { Length: > 0 } inputs) continue;
                var (leaf, line) = (columns.Leaves[i], lines[(unit * grid.Stride) + i]);
                if (leaf.Rule.CheckInputs("", inputs) is { } odd) findings.Add(odd.Code, line, "value", odd.Message, odd.Severity);
                else if (leaf.NotApplicable == NotApplicablePolicy.Never && leaves[i].Applicability is null
                    && leaf.Rule.Score(inputs, leaf.Max, columns.Framework.Rounding).Outcome == Outcome.NothingArose)
                    findings.Add("C048", line, "value", CycleText.NothingArose(leaf.Code.Value));
            }
        }
    }

    private static int IndexOf(byte[][] names, ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < names.Length; i++)
            if (name.SequenceEqual(names[i])) return i;
        return -1;
    }
}
