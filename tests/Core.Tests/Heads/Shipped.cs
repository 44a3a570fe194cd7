using ParIndex.Core.Heads;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Heads;

/// <summary>The rules of frameworks/heads-2021.json, a head without blemish and the facts of a good unit.</summary>
internal static class Shipped
{
    public static HeadRules Rules { get; } = Read();

    public static HeadRules WithoutQuota { get; } =
        Rules with { Profiles = [.. Rules.Profiles.Select(profile => profile with { TopQuota = null })] };

    public static HeadFacts Facts(UnitCode unit) => new()
    {
        Unit = unit,
        Group = "g",
        PublishedIndex = 92m,
        PublishedSatisfaction = 92m,
        LowestArea = 75m,
        IndexVersion = "v1",
        SatisfactionVersion = "v1",
    };

    public static Head Head(string id, UnitCode unit) => new()
    {
        Id = id,
        Unit = unit,
        Post = new("Giám đốc Sở", "Director"),
        Inputs = new Dictionary<string, string> { ["plan_task_rate"] = "100", ["overdue_rate"] = "2", ["self_report_submitted"] = "true" },
    };

    private static HeadRules Read()
    {
        var reading = HeadsJson.Read(File.ReadAllBytes(Repository.Path("frameworks/heads-2021.json")), "heads-2021.json");
        Assert.Empty(reading.Findings);
        return reading.Value!;
    }
}
