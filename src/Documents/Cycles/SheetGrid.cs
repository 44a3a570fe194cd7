using System.Text;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>The empty sheets of all units, and where a row of a file goes.</summary>
internal sealed class SheetGrid
{
    private readonly List<string> unitCodes;
    private readonly UnitList list;
    private readonly FrameworkColumns[] columns;

    public SheetGrid(UnitList list, IReadOnlyDictionary<string, Framework> frameworks)
    {
        this.list = list;
        var units = list.Units;
        // By reference: groups may share a framework, and a framework's hash changes when its leaves are first asked for.
        var plans = new Dictionary<Framework, FrameworkColumns>(ReferenceEqualityComparer.Instance);
        foreach (var framework in frameworks.Values) plans.TryAdd(framework, new FrameworkColumns(framework));
        unitCodes = [.. units.Select(unit => unit.Code.Value)];
        columns = [.. units.Select(unit => plans[frameworks[unit.Group]])];
        Sheets =
        [
            .. units.Select((unit, i) => new UnitSheet
            {
                Unit = unit,
                Framework = columns[i].Framework,
                Leaves = [.. columns[i].Leaves.Select(_ => new LeafSheet())],
            }),
        ];
        Stride = plans.Count == 0 ? 0 : plans.Values.Max(plan => plan.Leaves.Length);
    }

    public UnitSheet[] Sheets { get; }

    /// <summary>Most leaves of a framework: unit × stride + leaf numbers every leaf of every unit.</summary>
    public int Stride { get; }

    public FrameworkColumns ColumnsOf(int unit) => columns[unit];

    /// <summary>Finds units and leaves for the rows of one file; a reader of its own for each thread.</summary>
    public Finder Find() => new(this);

    /// <summary>Where the rows of one file go; unknown units and leaves are reported at their cell.</summary>
    public sealed class Finder(SheetGrid grid)
    {
        private readonly CodeTable units = new(grid.unitCodes);
        private readonly Dictionary<FrameworkColumns, CodeTable> leaves =
            grid.columns.Distinct().ToDictionary(plan => plan, plan => new CodeTable(plan.Leaves.Select(leaf => leaf.Code.Value)));

        private FrameworkColumns? lastPlan;
        private CodeTable? lastLeaves;

        /// <summary>The unit in a column, or −1.</summary>
        public int Unit(CsvReader row, int column)
        {
            var unit = units.Find(row[column]);
            if (unit < 0 && row.Raw(column) is var code && !grid.list.MayExist(code)) row.Report(column, "C036", CycleText.UnknownUnit(code));
            return unit;
        }

        /// <summary>The leaf in a column for a unit, or −1.</summary>
        public int Leaf(CsvReader row, int column, int unit)
        {
            var plan = grid.columns[unit];
            if (!ReferenceEquals(plan, lastPlan)) (lastPlan, lastLeaves) = (plan, leaves[plan]);
            var leaf = lastLeaves!.Find(row[column]);
            if (leaf < 0) row.Report(column, "C037", CycleText.UnknownLeaf(Encoding.UTF8.GetString(row[column]), plan.Framework.Code));
            return leaf;
        }
    }
}

/// <summary>A framework's leaves and the names of their inputs, laid flat.</summary>
internal sealed class FrameworkColumns(Framework framework)
{
    public Framework Framework { get; } = framework;
    public Leaf[] Leaves { get; } = [.. framework.Leaves];
    public RuleInput[][] Inputs { get; } = [.. framework.Leaves.Select(leaf => leaf.Rule.Inputs.ToArray())];
    public byte[][][] InputNames { get; } =
        [.. framework.Leaves.Select(leaf => leaf.Rule.Inputs.Select(input => Encoding.UTF8.GetBytes(input.Name)).ToArray())];
}
