using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Computation;

/// <summary>Chỉ số: the one formula of the index.</summary>
public static class UnitIndex
{
    /// <summary>
    /// achieved ÷ applicable × 100, plus bonus, less penalty; above 100 only stopped where the framework says so.
    /// Source: 1149/QĐ-BNV 2020; "applicable" Thanh Hóa 2023 (68.32 of 84 is 81.33).
    /// </summary>
    /// <param name="framework">Says whether the index stops at 100.</param>
    /// <param name="achieved">Points of the leaves.</param>
    /// <param name="applicable">Maximum of the leaves that apply; above 0.</param>
    /// <param name="bonus">After its caps.</param>
    /// <param name="penalty">After its caps.</param>
    public static Percent Of(Framework framework, Points achieved, Points applicable, Points bonus, Points penalty)
    {
        var index = Percent.Of(achieved, applicable).Plus(bonus - penalty);
        return framework.CapAtHundred ? index.AtMost(Percent.Of(100m)) : index;
    }
}
