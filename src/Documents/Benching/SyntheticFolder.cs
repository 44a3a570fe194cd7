using System.Globalization;
using System.Text.Json;
using ParIndex.Core;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.OpenData;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Benching;

/// <summary>The invented country as a cycle folder, so that the whole way from files to files can be timed.</summary>
public static class SyntheticFolder
{
    /// <summary>Writes the folder; its figures mean nothing.</summary>
    public static void Write(string folder, int units)
    {
        var input = SyntheticCountry.Input(units);
        Directory.CreateDirectory(folder);
        var framework = input.Frameworks.Values.First();
        File.WriteAllBytes(Path.Combine(folder, "framework.json"), FrameworkJson.Write(framework));
        var cycle = input.Cycle with { Groups = [.. input.Cycle.Groups.Select(group => group with { Framework = "framework.json" })] };
        File.WriteAllBytes(Path.Combine(folder, CycleFiles.Cycle), JsonSerializer.SerializeToUtf8Bytes(cycle, StrictJson.Options));
        Table(folder, CycleFiles.Units, DataTables.Units.Columns.Select(column => column.Name), input.Units, (csv, unit) =>
            csv.Text(unit.Code.Value).Words(unit.Name).Words(unit.ShortName).Text(unit.Group).Text(unit.Slug).Date(null).Text(null)
                .YesNo(unit.SatisfactionMeasured).Text(unit.Source).End());
        Table(folder, CycleFiles.Inputs, Names(CycleFiles.InputsColumns), input.Sheets, (csv, sheet) => Leaves(sheet, (leaf, entered) =>
        {
            for (var i = 0; i < entered.Inputs.Length; i++)
                if (entered.Inputs[i] is { } value)
                    csv.Text(sheet.Unit.Code.Value).Text(leaf.Code.Value).Text(leaf.Rule.Inputs[i].Name).Text(Written(leaf.Rule.Inputs[i], value))
                        .Text("Báo cáo của đơn vị").Text("2026-01-10").End();
        }));
        Table(folder, CycleFiles.Acts, Names(CycleFiles.ActsColumns.Where(column => column.Name != "level")), input.Sheets, (csv, sheet) => Leaves(sheet, (leaf, entered) =>
        {
            foreach (var act in entered.Acts)
                csv.Text(sheet.Unit.Code.Value).Text(leaf.Code.Value).Text(cycle.Stages[act.Stage].Code).Points(act.Points).Text(act.Reason).Text(act.Actor)
                    .Text(act.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)).End();
        }));
        Table(folder, CycleFiles.Evidence, Names(CycleFiles.EvidenceColumns), input.Sheets, (csv, sheet) => Leaves(sheet, (leaf, _) =>
            csv.Text(sheet.Unit.Code.Value).Text(leaf.Code.Value).Text("Báo cáo số 1/BC").Text("2026-01-05").End()));
    }

    private static void Leaves(UnitSheet sheet, Action<Leaf, LeafSheet> each)
    {
        for (var i = 0; i < sheet.Leaves.Length; i++) each(sheet.Framework.Leaves[i], sheet.Leaves[i]);
    }

    private static string Written(RuleInput input, Quantity value) => input.Kind == InputKind.YesNo ? value.TenThousandths != 0 ? "yes" : "no" : value.ToString();

    private static IEnumerable<string> Names(IEnumerable<Column> columns) => columns.Select(column => column.Name);

    private static void Table<T>(string folder, string name, IEnumerable<string> columns, IReadOnlyList<T> rows, Action<CsvWriter, T> write)
    {
        using var file = File.Create(Path.Combine(folder, name));
        var csv = new CsvWriter().Header(columns);
        foreach (var row in rows)
        {
            write(csv, row);
            file.Write(csv.Written);
            csv.Clear();
        }

        file.Write(csv.Written);
    }
}
