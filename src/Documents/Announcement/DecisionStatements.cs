using ParIndex.Core;

namespace ParIndex.Documents.Announcement;

/// <summary>Number, date and subject of the Decision, or that it is a draft; what qualifies the figures; where they come from.</summary>
internal static class DecisionStatements
{
    public static IEnumerable<Statement> Of(YearFacts facts)
    {
        var subject = AnnouncementText.Subject(
            facts.Year, facts.Result.Units.Any(unit => unit.PublishedSatisfaction is not null), HeadStatements.Published(facts));
        yield return facts.Result.Final && facts.Cycle.Decision is { } decision
            ? new("decision", AnnouncementText.Decided(decision.Number, decision.Date, facts.Cycle.Place.Issuer, subject), [])
            : new("draft", AnnouncementText.Draft(facts.Cycle.Place.Issuer, subject), []);
        var counted = facts.Result.Groups.Select(facts.Counted).ToList();
        yield return new("units", AnnouncementText.UnitsAssessed(facts.Result.Units.Count, AnnouncementText.List(counted)),
            [new("units", facts.Result.Units.Count)]);
    }

    public static IEnumerable<Text> Marks(YearFacts facts)
    {
        if (!facts.Result.Final) yield return AnnouncementText.Provisional;
        if (facts.Result.TotalsOnly) yield return AnnouncementText.TotalsOnly;
        if (facts.Cycle.Notice is { } notice) yield return notice;
    }

    public static IEnumerable<Text> Footing(YearFacts facts)
    {
        yield return AnnouncementText.Made(facts.Result.Engine, facts.Result.Input.InputsHash);
        foreach (var source in facts.Cycle.Sources) yield return AnnouncementText.Source(source);
    }
}
