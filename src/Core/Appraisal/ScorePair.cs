namespace ParIndex.Core.Appraisal;

/// <summary>What a unit claimed for a leaf, and what an appraiser gave it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Group">Its ranking group.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Max">Maximum of the leaf, not 0.</param>
/// <param name="Claimed">Claimed points.</param>
/// <param name="Given">Points of the appraisal.</param>
/// <param name="By">Who gave them.</param>
public sealed record ScorePair(UnitCode Unit, string Group, CriterionCode Leaf, Points Max, Points Claimed, Points Given, Guid By)
{
    /// <summary>Points taken off.</summary>
    public Points Off => Claimed - Given;

    /// <summary>Points taken off in per cent of the maximum.</summary>
    internal double OffShare => 100.0 * Off.TenThousandths / Max.TenThousandths;
}
