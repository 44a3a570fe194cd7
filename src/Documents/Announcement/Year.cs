using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;

namespace ParIndex.Documents.Announcement;

/// <summary>What the sentences ask of the year's results again and again.</summary>
internal sealed class Year(CycleResult result)
{
    private readonly Dictionary<UnitCode, Text> names = result.Input.Units.ToDictionary(unit => unit.Code, unit => unit.Name);
    private readonly Dictionary<string, RankingGroup> groups = result.Input.Cycle.Groups.ToDictionary(group => group.Code);

    public CycleResult Result => result;
    public Cycle Cycle => result.Input.Cycle;
    public int Now => Cycle.Year;
    public int? Before => result.Input.Previous?.Cycle.Year;

    /// <summary>All units together; null when the results have no such block.</summary>
    public GroupResult? All => result.Blocks.FirstOrDefault(block => block.Code == "all");

    /// <summary>Blocks of cycle.json, all units together left out.</summary>
    public IReadOnlyList<GroupResult> Blocks => [.. result.Blocks.Where(block => block.Code != "all")];

    /// <summary>The widest parts in which results are told: the blocks, and every group that is in none.</summary>
    public IReadOnlyList<GroupResult> Parts =>
        [.. result.Groups.Where(group => !Blocks.Any(block => block.Groups.Contains(group.Code))), .. Blocks];

    public Text Name(UnitCode code) => names.TryGetValue(code, out var name) ? name : Text.Same(code.Value);

    /// <summary>One unit of a part: "sở, ban, ngành"; of a block of two groups "quận, huyện".</summary>
    public Text Noun(GroupResult part)
    {
        var nouns = part.Groups.Where(groups.ContainsKey).Select(code => groups[code].Noun).ToList();
        return new(string.Join(", ", nouns.Select(noun => noun.Vi)), string.Join(" or ", nouns.Select(noun => noun.En)));
    }

    /// <summary>"3 urban districts", "1 urban district"; Vietnamese nouns do not change.</summary>
    public Text Count(int count, GroupResult part)
    {
        var noun = Noun(part);
        var en = count == 1 ? noun.En : string.Join(" or ", noun.En.Split(" or ").Select(one => one + "s"));
        return new($"{count} {noun.Vi}", $"{count} {en}");
    }

    /// <summary>Names in the order of the results.</summary>
    public Text Names(IEnumerable<UnitCode> codes)
    {
        var wanted = codes.ToHashSet();
        return Lists.And([.. result.Units.Where(unit => wanted.Contains(unit.Unit.Code)).Select(unit => unit.Unit.Name)]);
    }

    public IEnumerable<UnitResult> Units(GroupResult part) => result.Units.Where(unit => part.Groups.Contains(unit.Unit.Group));
}
