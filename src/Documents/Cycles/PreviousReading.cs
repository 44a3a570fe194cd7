using ParIndex.Core.Computation;

namespace ParIndex.Documents.Cycles;

/// <summary>The previous year, computed from its own folder by the same engine.</summary>
internal static class PreviousReading
{
    public static PreviousYear Of(CycleInput input)
    {
        var result = Computing.Compute(input, "");
        return new()
        {
            Cycle = input.Cycle,
            MethodVersion = input.Survey?.MethodVersion,
            Units =
            [
                .. result.Units.Select(unit => new PreviousUnit(
                    unit.Unit.Code, unit.Unit.Group, unit.Index, unit.Published, unit.Standing?.Rank, unit.PublishedSatisfaction, unit.SatisfactionAbove,
                    input.Frameworks.GetValueOrDefault(unit.Unit.Group)?.Code)),
            ],
        };
    }
}
