using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.Cycles;

/// <summary>A cycle as use cases and pages need it: settings, frameworks, units; parsed once.</summary>
public sealed record CycleAtWork
{
    public required CycleRow Row { get; init; }

    /// <summary>cycle.json.</summary>
    public required Cycle Cycle { get; init; }

    /// <summary>Frameworks by the name cycle.json gives their files.</summary>
    public required IReadOnlyDictionary<string, Framework> Frameworks { get; init; }

    /// <summary>Units in the order of units.csv; only the one asked for when one was.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    public int Id => Row.Id;

    /// <summary>The unit; null: not part of the cycle.</summary>
    public Unit? Unit(string code) => Units.FirstOrDefault(unit => unit.Code.Value == code);

    /// <summary>Name of the framework file of a ranking group; null: none.</summary>
    public string? FileOf(string group) => Cycle.Groups.FirstOrDefault(one => one.Code == group)?.Framework;

    /// <summary>The framework of a ranking group; null: none.</summary>
    public Framework? FrameworkOf(string group) => FileOf(group) is { } file ? Frameworks.GetValueOrDefault(file) : null;

    /// <summary>The framework by which a unit is scored; null: the unit is not part of the cycle.</summary>
    public Framework? FrameworkOfUnit(string unit) => Unit(unit) is { } found ? FrameworkOf(found.Group) : null;

    /// <summary>A leaf of the unit's framework; null: there is none of that code.</summary>
    public Leaf? Leaf(string unit, string leaf) => FrameworkOfUnit(unit)?.Leaves.FirstOrDefault(one => one.Code.Value == leaf);
}
