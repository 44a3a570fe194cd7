using ParIndex.Core;
using ParIndex.Core.Computation;

namespace ParIndex.Documents.Announcement;

/// <summary>
/// Thông cáo: statements made from the year's figures by rules. A fact that is missing makes no statement, so no sentence can say more than the data.
/// </summary>
/// <param name="Title">Headline.</param>
/// <param name="Marks">What stands above everything: provisional, only totals known, illustrative data.</param>
/// <param name="Sections">The statements, by subject.</param>
/// <param name="Footing">Where the figures come from: engine, hash of the inputs, sources.</param>
public sealed record AnnouncementBody(Text Title, IReadOnlyList<Text> Marks, IReadOnlyList<AnnouncementSection> Sections, IReadOnlyList<Text> Footing)
{
    /// <summary>Makes the announcement of a year.</summary>
    public static AnnouncementBody Of(CycleResult result)
    {
        var facts = new YearFacts(result);
        IReadOnlyList<AnnouncementSection> sections =
        [
            new(AnnouncementText.DecisionHeading, [.. DecisionStatements.Of(facts)]),
            new(AnnouncementText.IndexHeading(facts.Year), [.. IndexStatements.Of(facts)]),
            new(AnnouncementText.SatisfactionHeading, [.. SatisfactionStatements.Of(facts)]),
            new(AnnouncementText.HeadsHeading, [.. HeadStatements.Of(facts)]),
            new(AnnouncementText.InitiativesHeading, [.. InitiativeStatements.Of(facts)]),
        ];
        return new(
            AnnouncementText.Title(facts.Year, facts.Cycle.Place.Name),
            [.. DecisionStatements.Marks(facts)],
            [.. sections.Where(section => section.Statements.Count > 0)],
            [.. DecisionStatements.Footing(facts)]);
    }
}

/// <summary>Statements on one subject.</summary>
public sealed record AnnouncementSection(Text Heading, IReadOnlyList<Statement> Statements);

/// <summary>One sentence with the rule that made it, so that an editor or a test can find it and check its figures.</summary>
/// <param name="Id">Rule and subject, such as <c>top:so</c> or <c>mean:districts</c>.</param>
/// <param name="Words">The sentence.</param>
/// <param name="Figures">Every figure in it, by name, as published.</param>
public sealed record Statement(string Id, Text Words, IReadOnlyList<StatementFigure> Figures);

/// <summary>A figure of a statement.</summary>
public sealed record StatementFigure(string Name, decimal Value);
