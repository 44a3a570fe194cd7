using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;

namespace ParIndex.Documents.Announcement;

/// <summary>The year's results, arranged as an announcement asks for them. Computes nothing anew.</summary>
internal sealed class YearFacts(CycleResult result)
{
    private readonly Dictionary<UnitCode, UnitResult> units = result.Units.ToDictionary(unit => unit.Unit.Code);
    private readonly Dictionary<string, RankingGroup> groups = result.Input.Cycle.Groups.ToDictionary(group => group.Code);

    public CycleResult Result => result;

    public Cycle Cycle => result.Input.Cycle;

    public int Year => Cycle.Year;

    public int? YearBefore => result.Input.Previous?.Cycle.Year;

    /// <summary>The named blocks, without the one of all units.</summary>
    public IEnumerable<GroupResult> Blocks => result.Blocks.Where(block => block.Code != AllUnits);

    public GroupResult? All => result.Blocks.FirstOrDefault(block => block.Code == AllUnits);

    /// <summary>Subjects of counts: groups outside any block, then the blocks; each unit stands in one of them.</summary>
    public IEnumerable<GroupResult> Subjects =>
        result.Groups.Where(group => !Blocks.Any(block => block.Groups.Contains(group.Code))).Concat(Blocks);

    public UnitResult Unit(UnitCode code) => units[code];

    public RankingGroup Group(string code) => groups[code];

    public IEnumerable<UnitResult> UnitsOf(GroupResult group) => result.Units.Where(unit => group.Groups.Contains(unit.Unit.Group));

    /// <summary>"20 sở, ban, ngành"; for a block its own name.</summary>
    public Text Counted(GroupResult group)
    {
        if (group.Groups.Count > 1 || !groups.TryGetValue(group.Code, out var one)) return group.Name;
        return new($"{group.Units} {one.Noun.Vi}", $"{group.Units} {Plural(one.Noun.En, group.Units)}");
    }

    /// <summary>Plural of an English noun of the data: "department" → "departments"; Vietnamese has none.</summary>
    public static string Plural(string noun, int count) => count == 1 || noun.EndsWith('s') ? noun : noun + "s";

    private const string AllUnits = "all";
}
