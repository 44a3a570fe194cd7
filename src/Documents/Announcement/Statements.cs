using System.Text;
using ParIndex.Core.Computation;

namespace ParIndex.Documents.Announcement;

/// <summary>The announcement as a list of sentences, each written from the figures by a rule: other figures, other sentences.</summary>
public static class Statements
{
    /// <summary>All sentences that the results allow, in order of the announcement.</summary>
    public static IReadOnlyList<Statement> Of(CycleResult result)
    {
        var year = new Year(result);
        return
        [
            .. DecisionStatements.Of(year)
                .Concat(RankingStatements.Of(year))
                .Concat(MeanStatements.Of(year))
                .Concat(SatisfactionStatements.Of(year))
                .Concat(HeadStatements.Of(year))
                .Select(Composed),
        ];
    }

    // Names come from files; published text is NFC wherever it came from.
    private static Statement Composed(Statement statement) => statement with
    {
        Words = new(statement.Words.Vi.Normalize(NormalizationForm.FormC), statement.Words.En.Normalize(NormalizationForm.FormC)),
    };
}
