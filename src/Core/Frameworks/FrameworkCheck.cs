using ParIndex.Core.Frameworks.Checks;

namespace ParIndex.Core.Frameworks;

/// <summary>
/// Everything wrong or odd in a framework, before anybody is scored by it. Errors block; warnings ask for a look. The numbers and titles:
/// <see cref="FrameworkFindings"/>.
/// </summary>
public static class FrameworkCheck
{
    /// <summary>All findings, in the framework's order, errors and warnings mixed.</summary>
    public static IReadOnlyList<Finding> Findings(Framework framework) =>
        [
            .. SumCheck.Findings(framework),
            .. CodeCheck.Findings(framework),
            .. WordCheck.Findings(framework),
            .. SourceCheck.Findings(framework),
            .. framework.Leaves.SelectMany(leaf => LeafCheck.Findings(leaf, framework.Rounding)),
            .. framework.Leaves.SelectMany(leaf => leaf.Rule.Check(leaf.Code.Value, leaf.Max)),
            .. SettingsCheck.Findings(framework),
            .. BandCheck.Findings(framework.Bands),
            .. AdjustmentCheck.Findings(framework.Adjustments),
        ];
}
