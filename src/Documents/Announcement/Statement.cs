using ParIndex.Core;

namespace ParIndex.Documents.Announcement;

/// <summary>One sentence of the announcement with the figures it rests on: an editor and a test can check it against the results.</summary>
/// <param name="Id">What it says of whom, such as <c>mean:districts</c>; unique in an announcement.</param>
/// <param name="Section">Under which heading it stands.</param>
/// <param name="Figures">Every figure of the sentence, as printed.</param>
/// <param name="Words">The sentence.</param>
public sealed record Statement(string Id, StatementSection Section, IReadOnlyList<StatedFigure> Figures, Text Words);

/// <summary>A figure of a sentence, with the decimals it is printed with.</summary>
public sealed record StatedFigure(string Name, decimal Value, int Places);

/// <summary>Headings of the announcement, in order.</summary>
public enum StatementSection
{
    Status,
    Decision,
    Ranking,
    Means,
    Satisfaction,
    Heads,
    Initiatives,
}
