using ParIndex.Core.Cycles;

namespace ParIndex.Core.Computation;

/// <summary>
/// What of the previous year a unit may be compared with: the score where it is the same body under the same framework,
/// the rank where the group is the same too; else the reason. Source: docs/method.md, "Changes".
/// </summary>
internal sealed class Comparing
{
    private readonly CycleInput input;
    private readonly PreviousYear? previous;
    private readonly Dictionary<UnitCode, PreviousUnit> before = [];
    private readonly HashSet<UnitCode> now;
    private readonly Dictionary<UnitCode, int> heirs = [];
    private readonly Dictionary<string, Text?> groups = [];

    public Comparing(CycleInput input)
    {
        this.input = input;
        previous = input.Previous;
        now = input.Units.Select(unit => unit.Code).ToHashSet();
        foreach (var unit in previous?.Units ?? []) before.TryAdd(unit.Unit, unit);
        foreach (var predecessor in input.Units.SelectMany(unit => unit.Predecessors.Distinct()))
            heirs[predecessor] = heirs.GetValueOrDefault(predecessor) + 1;
        foreach (var group in input.Cycle.Groups) groups[group.Code] = WhyNewGroup(group);
    }

    public bool HasPrevious => previous is not null;

    /// <summary>Satisfaction is compared only within one version of its method.</summary>
    public bool SameMethod => previous?.MethodVersion is { } version && version == input.Survey?.MethodVersion;

    /// <summary>Why the group's ranks cannot be compared: it is new, or was cut out of another; null: they can.</summary>
    public Text? WhyNoRanks(string group) => groups.GetValueOrDefault(group);

    /// <summary>The unit a year before, under its own code, or under its former one where it was only renamed; null: there was none.</summary>
    public PreviousUnit? Before(Unit unit)
    {
        if (before.TryGetValue(unit.Code, out var same)) return Absorbed(unit) ? null : same;
        return unit.Predecessors is [var only] && heirs[only] == 1 && !now.Contains(only) ? before.GetValueOrDefault(only) : null;
    }

    public Change? Of(UnitDraft draft)
    {
        if (previous is null) return null;
        var unit = draft.Unit;
        var year = previous.Cycle.Year;
        if (Before(unit) is not { } earlier)
        {
            var why = unit.Predecessors.Count > 0 ? ChangeText.Formed(unit, year) : ChangeText.NotThere(year);
            return new Change { WhyNoScore = why, WhyNoRank = why };
        }

        var noScore = WhyNoScore(draft, earlier, year);
        var noRank = noScore ?? WhyNoRank(draft, earlier, year);
        return new Change
        {
            Points = noScore is null ? draft.Published - earlier.PublishedIndex : null,
            PreviousPublished = earlier.PublishedIndex,
            PreviousRank = noRank is null ? earlier.Rank : null,
            WhyNoScore = noScore,
            WhyNoRank = noRank,
        };
    }

    /// <summary>Above the line a year before; null where it is not known or the method changed.</summary>
    public bool? AboveBefore(Unit unit) => SameMethod ? Before(unit)?.AboveThreshold : null;

    private static Text? WhyNoScore(UnitDraft draft, PreviousUnit earlier, int year)
    {
        if (draft.Published is null) return ChangeText.NoIndexNow;
        if (earlier.PublishedIndex is null) return ChangeText.NotPublishedThen(year);
        var code = draft.Plan?.Framework.Code;
        return code is not null && earlier.FrameworkCode is { } then && then != code ? ChangeText.OtherFramework(then, code) : null;
    }

    private Text? WhyNoRank(UnitDraft draft, PreviousUnit earlier, int year)
    {
        if (groups.GetValueOrDefault(draft.Unit.Group) is { } why) return why;
        if (earlier.Group != GroupBefore(draft.Unit.Group)) return ChangeText.OtherGroup(GroupName(earlier.Group), year);
        if (draft.Standing is null) return ChangeText.NotRankedNow;
        return earlier.Rank is null ? ChangeText.NotRankedThen(year) : null;
    }

    private string GroupBefore(string group) => input.Cycle.Groups.FirstOrDefault(one => one.Code == group)?.PreviousGroup ?? group;

    private Text GroupName(string code) =>
        previous?.Cycle.Groups.FirstOrDefault(group => group.Code == code)?.Name ?? Text.Same(code);

    // A group is new when nobody was ranked under its former code, or when several groups of this year came out of one.
    private Text? WhyNewGroup(RankingGroup group)
    {
        if (previous is null) return null;
        var code = group.PreviousGroup ?? group.Code;
        if (previous.Units.All(unit => unit.Group != code)) return ChangeText.NewGroup(group.Name, previous.Cycle.Year);
        var sharers = input.Cycle.Groups.Count(other => (other.PreviousGroup ?? other.Code) == code);
        return sharers > 1 ? ChangeText.SplitGroup(group.Name, GroupName(code), previous.Cycle.Year) : null;
    }

    // The code lives on, but others were merged into it after the previous year.
    private bool Absorbed(Unit unit) =>
        unit.Predecessors.Any(code => code != unit.Code)
        && (unit.ValidFrom is not { } from || from > new DateOnly(previous!.Cycle.Year, 12, 31));
}
