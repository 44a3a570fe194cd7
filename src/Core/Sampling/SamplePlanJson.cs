namespace ParIndex.Core.Sampling;

/// <summary>A plan as a file, for whoever draws again.</summary>
public static class SamplePlanJson
{
    /// <summary>The same plan gives the same bytes.</summary>
    public static byte[] Write(SamplePlan plan) => StrictJson.Write(plan);
}
