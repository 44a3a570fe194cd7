using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;
using ParIndex.Core.Surveys;

namespace ParIndex.Core.Computation;

/// <summary>A framework laid out flat for one computation: leaves in a row, and where each criterion and area ends.</summary>
internal sealed class FrameworkPlan
{
    private FrameworkPlan(Framework framework, Survey? survey)
    {
        Framework = framework;
        var fed = survey is null ? [] : CodesOf(survey);
        Leaves = [.. framework.Leaves.Select((leaf, index) => new LeafPlan(leaf, index, Feed(leaf, survey, fed), framework.Rounding))];
        Criteria = [.. framework.Areas.SelectMany(area => area.Criteria)];
        CriterionEnds = Ends(Criteria.Select(criterion => criterion.Leaves.Count()));
        AreaEnds = Ends(framework.Areas.Select(area => area.Criteria.Sum(criterion => criterion.Leaves.Count())));
    }

    public Framework Framework { get; }
    public LeafPlan[] Leaves { get; }
    public Criterion[] Criteria { get; }

    /// <summary>For each criterion, the index after its last leaf.</summary>
    public int[] CriterionEnds { get; }

    /// <summary>For each area, the index after its last leaf.</summary>
    public int[] AreaEnds { get; }

    /// <param name="framework">The framework.</param>
    /// <param name="survey">The survey whose forms were counted in this computation; null: none was.</param>
    public static FrameworkPlan Of(Framework framework, Survey? survey) => new(framework, survey);

    private static int[] Ends(IEnumerable<int> counts)
    {
        var end = 0;
        return [.. counts.Select(count => end += count)];
    }

    private static SurveyFeed Feed(Leaf leaf, Survey? survey, HashSet<string> codes)
    {
        if (leaf.ScoredBy != ScoreSource.Survey || leaf.SurveyMeasure is not { } measure) return SurveyFeed.None;
        if (measure == LeafPlan.Sipas) return survey is null ? SurveyFeed.Imported : SurveyFeed.Overall;
        return codes.Contains(measure) ? SurveyFeed.Detail : SurveyFeed.None;
    }

    private static HashSet<string> CodesOf(Survey survey) =>
    [
        .. survey.Contents.Select(content => content.Code),
        .. survey.Contents.SelectMany(content => content.Factors).Select(factor => factor.Code),
        .. survey.Items.Select(item => item.Code),
    ];
}

/// <summary>What of the survey feeds a leaf.</summary>
internal enum SurveyFeed : byte
{
    /// <summary>Nothing: its inputs are entered.</summary>
    None,

    /// <summary>Satisfaction that was measured elsewhere and entered as an input.</summary>
    Imported,

    /// <summary>The unit's published satisfaction.</summary>
    Overall,

    /// <summary>The published share of a content, factor or item.</summary>
    Detail,
}

/// <summary>A leaf with what scoring asks again and again laid at hand.</summary>
internal sealed class LeafPlan(Leaf leaf, int index, SurveyFeed feed, ScoreRounding rounding)
{
    /// <summary>The measure that names the unit's overall satisfaction.</summary>
    public const string Sipas = "sipas";

    public Leaf Leaf { get; } = leaf;
    public int Index { get; } = index;
    public SurveyFeed Feed { get; } = feed;
    public ScoreRounding Rounding { get; } = rounding;
    public ScoringRule Rule { get; } = leaf.Rule;
    public Points Max { get; } = leaf.Max;
    public long Step { get; } = leaf.Step?.TenThousandths ?? 0;
    public int InputCount { get; } = leaf.Rule.Inputs.Count;
    public bool Manual { get; } = leaf.Rule is ManualRule;
    public ScoreSource ScoredBy { get; } = leaf.ScoredBy;
    public bool EvidenceRequired { get; } = leaf.EvidenceRequired;
    public NotApplicablePolicy NotApplicable { get; } = leaf.NotApplicable;
}
