using ParIndex.Core;
using ParIndex.Statistics.Estimation;

namespace ParIndex.Documents.SurveyReports;

/// <summary>design.json of <c>survey</c>: which column is what, and how the sample was drawn. docs/formats.md, "Survey files".</summary>
public sealed record SurveyDesign
{
    public required Text Title { get; init; }

    /// <summary>Items, in order; each is a column of the file.</summary>
    public required IReadOnlyList<SurveyItem> Items { get; init; }

    /// <summary>Highest level of the scale; the lowest is 1.</summary>
    public int HighestLevel { get; init; } = 5;
    public int SatisfiedFrom { get; init; } = 4;

    /// <summary>Codes that are no level: "does not know", refused, two marks. An empty cell and <c>NA</c> never are.</summary>
    public IReadOnlyList<int> NotAnswers { get; init; } = [8, 9, 97, 98];

    /// <summary>Column of the form's own code, for the lists; null: the line alone names a form.</summary>
    public string? Form { get; init; }
    public string? Stratum { get; init; }

    /// <summary>Strata of the draw; when given, any other in the file is refused.</summary>
    public IReadOnlyList<string> Strata { get; init; } = [];
    public string? Cluster { get; init; }
    public string? Weight { get; init; }

    /// <summary>Column with the number of clusters in the stratum (of people, where no clusters were drawn); null: no correction.</summary>
    public string? Population { get; init; }

    /// <summary>Column with the number of people in the cluster; null: none.</summary>
    public string? ClusterPopulation { get; init; }

    /// <summary>What to do with a stratum of one cluster: fail (undefined), certainty, adjust, average.</summary>
    public LonelyRule Lonely { get; init; }

    /// <summary>Columns by whose values figures are given too.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Column of the place of service, for the funnel; null: the first domain.</summary>
    public string? Point { get; init; }
    public string? Interviewer { get; init; }

    /// <summary>Column with the seconds an interview took.</summary>
    public string? Seconds { get; init; }

    /// <summary>Fewest forms of a figure that is shown.</summary>
    public int MinimumBase { get; init; } = 30;
}

/// <summary>An item of the questionnaire.</summary>
/// <param name="Code">Its column.</param>
/// <param name="Name">In words.</param>
/// <param name="Factor">The factor it belongs to; null: none.</param>
public sealed record SurveyItem(string Code, Text Name, Text? Factor = null);
