using System.Security.Cryptography;
using ParIndex.App.Appraisal;
using ParIndex.App.SelfAssessment;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Documents.Cycles;

namespace ParIndex.App.Cycles;

/// <summary>A year's folder, read without errors, as rows of a cycle.</summary>
internal sealed class CycleFolderRows(CycleInput input, IReadOnlyList<ReadFile> read, string folder, int cycle, Guid by, DateTimeOffset at)
{
    /// <summary>Files that are approved elsewhere and kept whole.</summary>
    private static readonly string[] Whole = ["adjustments.csv", "survey.json", "answers.csv", "satisfaction.csv", CycleFileRow.Heads, "totals.csv"];

    /// <summary>Settings with the names under which the cycle keeps its files.</summary>
    public static Cycle Settings(CycleInput input)
    {
        var names = FrameworkNames(input.Cycle);
        return input.Cycle with
        {
            Groups = [.. input.Cycle.Groups.Select(group => group with { Framework = group.Framework is { } file ? names[file] : null })],
            Previous = input.Previous is null ? null : "previous",
            Heads = input.Cycle.Heads is { } heads ? heads with { Rules = CycleFileRow.HeadRules } : null,
        };
    }

    public IEnumerable<object> All() => [.. Frameworks(), .. Units(), .. Applicability(), .. Assignments(), .. Entries(), .. Acts(), .. Evidence(), .. Files()];

    private IEnumerable<object> Frameworks() => FrameworkNames(input.Cycle).Select(name =>
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, name.Key));
        return new CycleFrameworkRow { Cycle = cycle, File = name.Value, Json = bytes, Sha256 = Hash(bytes) };
    });

    private IEnumerable<object> Units() => input.Units.Select((unit, order) => new CycleUnitRow
    {
        Cycle = cycle,
        Unit = unit.Code.Value,
        Group = unit.Group,
        Name = unit.Name,
        ShortName = unit.ShortName,
        Slug = unit.Slug,
        Order = order,
        SatisfactionMeasured = unit.SatisfactionMeasured,
        ValidFrom = unit.ValidFrom,
        Predecessors = [.. unit.Predecessors.Select(code => code.Value)],
        Source = unit.Source,
    });

    private IEnumerable<object> Applicability() => Leaves(one => one.Sheet.Applicability is not null).Select(one => new ApplicabilityRow
    {
        Cycle = cycle,
        Unit = one.Unit,
        Leaf = one.Leaf.Code.Value,
        Policy = one.Sheet.Applicability!.Policy,
        Reason = one.Sheet.Applicability.Reason,
        By = by,
        At = at,
    });

    private IEnumerable<object> Assignments()
    {
        var names = FrameworkNames(input.Cycle);
        return input.Cycle.Groups.Where(group => group.Framework is not null).DistinctBy(group => group.Framework)
            .SelectMany(group => DefaultAssignments(cycle, names[group.Framework!], input.Frameworks[group.Code]));
    }

    /// <summary>Each leaf that is appraised, with the department that its framework names.</summary>
    public static IEnumerable<AssignmentRow> DefaultAssignments(int cycle, string file, Framework framework) => framework.Leaves
        .Where(leaf => leaf.ScoredBy != ScoreSource.Survey)
        .Select(leaf => new AssignmentRow { Cycle = cycle, File = file, Leaf = leaf.Code.Value, Department = leaf.Lead });

    private IEnumerable<object> Entries()
    {
        var lines = CycleTables.Inputs(folder).ToLookup(line => (line.Unit, line.Leaf));
        var self = SelfStages();
        foreach (var (unit, leaf, sheet) in Leaves(one => one.Sheet.Inputs.Length > 0 || one.Sheet.Acts.Any(act => self[act.Stage])))
        {
            var own = sheet.Acts.LastOrDefault(act => self[act.Stage] && act.Points is not null);
            yield return new EntryRow
            {
                Cycle = cycle,
                Unit = unit,
                Leaf = leaf.Code.Value,
                State = EntryState.Submitted,
                Inputs =
                [
                    .. lines[(unit, leaf.Code.Value)].Select(line => new EnteredInput(
                        line.Input, leaf.Rule.Read(leaf.Rule.Inputs.Single(known => known.Name == line.Input), line.Value)?.Value, line.Source, line.Date)),
                ],
                Claimed = own.Points,
                Reason = own.Reason,
                By = by,
                At = own.Points is null ? at : own.At,
                Version = 1,
            };
        }
    }

    private IEnumerable<object> Acts() => Leaves(one => one.Sheet.Acts.Length > 0).SelectMany(one => one.Sheet.Acts.Select((act, place) => new ActRow
    {
        Cycle = cycle,
        Unit = one.Unit,
        Leaf = one.Leaf.Code.Value,
        Seq = place + 1,
        Stage = input.Cycle.Stages[act.Stage].Code,
        Points = act.Points,
        Reason = act.Reason,
        By = by,
        Actor = act.Actor ?? "",
        At = act.At,
    }));

    /// <summary>One document for all leaves it proves; a second one only where a leaf has the same twice.</summary>
    private IEnumerable<object> Evidence()
    {
        foreach (var document in CycleTables.Evidence(folder).GroupBy(line => (line.Unit, line.Document, line.Date)))
            for (var copy = 0; document.GroupBy(line => line.Leaf).Where(leaf => leaf.Count() > copy).Select(leaf => leaf.Key).ToList() is { Count: > 0 } leaves; copy++)
            {
                var (number, title) = EvidenceName.Split(document.Key.Document);
                var row = new EvidenceRow
                {
                    Cycle = cycle,
                    Unit = document.Key.Unit,
                    Id = Guid.CreateVersion7(at),
                    Number = number,
                    Title = title,
                    Date = document.Key.Date,
                    By = by,
                    At = at,
                };
                yield return row;
                foreach (var leaf in leaves)
                    yield return new EvidenceUseRow { Cycle = cycle, Unit = row.Unit, Leaf = leaf, Evidence = row.Id, By = by, At = at };
            }
    }

    private IEnumerable<object> Files()
    {
        foreach (var file in read.Where(file => Whole.Contains(file.Name))) yield return Kept(file.Name, File.ReadAllBytes(file.FullPath));
        if (input.Cycle.Heads is { } heads) yield return Kept(CycleFileRow.HeadRules, File.ReadAllBytes(Path.Combine(folder, heads.Rules)));
        if (input.Previous is { } previous)
            foreach (var (name, content) in CycleTables.WritePrevious(previous)) yield return Kept(name, content);
    }

    private CycleFileRow Kept(string name, byte[] content) => new() { Cycle = cycle, Name = name, Content = content, Sha256 = Hash(content), By = by, At = at };

    private IEnumerable<(string Unit, Leaf Leaf, LeafSheet Sheet)> Leaves(Func<(string Unit, Leaf Leaf, LeafSheet Sheet), bool> where) => input.Sheets
        .SelectMany(sheet => sheet.Framework.Leaves.Zip(sheet.Leaves, (leaf, entered) => (Unit: sheet.Unit.Code.Value, Leaf: leaf, Sheet: entered))).Where(where);

    private bool[] SelfStages() => [.. input.Cycle.Stages.Select(stage => stage.Kind == StageKind.SelfAssessment)];

    /// <summary>Names in the cycle of the framework files, by the path cycle.json gives.</summary>
    private static Dictionary<string, string> FrameworkNames(Cycle cycle)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in cycle.Groups.Select(group => group.Framework).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var name = $"frameworks/{Path.GetFileName(file)}";
            for (var number = 2; names.ContainsValue(name); number++) name = $"frameworks/{number}-{Path.GetFileName(file)}";
            names[file] = name;
        }

        return names;
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
