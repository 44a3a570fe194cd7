using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Computation;

/// <summary>What scoring asks of the year again and again.</summary>
internal sealed class YearPlan
{
    private readonly Dictionary<string, FrameworkPlan> plans = [];

    public YearPlan(CycleInput input)
    {
        Input = input;
        Kinds = [.. input.Cycle.Stages.Select(stage => stage.Kind)];
        HasSelfStage = Kinds.Contains(StageKind.SelfAssessment);
        SurveyHeld = input.Cycle.SurveyHeld;
        SurveyComputed = input.Survey is not null && (input.Forms.Count > 0 || input.PublishedSatisfaction is not null);
        foreach (var (group, framework) in input.Frameworks.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            plans[group] = plans.Values.FirstOrDefault(plan => ReferenceEquals(plan.Framework, framework))
                ?? FrameworkPlan.Of(framework, SurveyComputed ? input.Survey : null);
    }

    public CycleInput Input { get; }

    /// <summary>Kind of each stage, in the cycle's order.</summary>
    public StageKind[] Kinds { get; }
    public bool HasSelfStage { get; }
    public bool SurveyHeld { get; }

    /// <summary>True when forms were counted, here or by the publisher; false: satisfaction, where there is any, was entered.</summary>
    public bool SurveyComputed { get; }

    public FrameworkPlan? PlanOf(string group) => plans.GetValueOrDefault(group);

    public FrameworkPlan PlanOf(Framework framework) =>
        plans.Values.FirstOrDefault(plan => ReferenceEquals(plan.Framework, framework))
        ?? FrameworkPlan.Of(framework, SurveyComputed ? Input.Survey : null);
}
