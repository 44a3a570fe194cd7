using Microsoft.EntityFrameworkCore;
using ParIndex.App.Campaigns;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Surveys;
using ParIndex.Documents.Cycles;

namespace ParIndex.App.SurveyResults;

/// <summary>Where a survey leaf gets its value from.</summary>
/// <param name="File">The framework's file.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Campaign">The campaign; null: none is known, what was entered counts.</param>
/// <param name="Measure"><c>all</c>, or a code of the questionnaire; null: none fits.</param>
/// <param name="Chosen">True: chosen here; false: by the framework's own word.</param>
public sealed record SurveyFeed(string File, Leaf Leaf, CampaignRow? Campaign, string? Measure, bool Chosen)
{
    /// <summary>Overall satisfaction, which enters as forms and not as a figure.</summary>
    public bool IsSatisfaction => Leaf.SurveyMeasure == Satisfaction;

    /// <summary>What the framework calls overall satisfaction.</summary>
    public const string Satisfaction = "sipas";
}

/// <summary>An approved version with its figures.</summary>
public sealed record ApprovedSurvey(SurveyResultRow Row, CampaignRow Campaign, SurveyFigures Figures);

/// <summary>
/// Which survey result feeds which leaf of a cycle, and what of it enters the files of the cycle: the newest approved version alone, as forms
/// for satisfaction and as means for expert questionnaires. A unit without enough forms has no value, and the leaf's own policy applies.
/// </summary>
public sealed class ApprovedSurveys(IndexDb db)
{
    /// <summary>Feeds of every survey leaf, in the order of the frameworks.</summary>
    public async Task<IReadOnlyList<SurveyFeed>> FeedsAsync(CycleAtWork cycle, CancellationToken cancel)
    {
        var leaves = cycle.Frameworks.OrderBy(one => one.Key, StringComparer.Ordinal)
            .SelectMany(one => one.Value.Leaves.Where(leaf => leaf.ScoredBy == ScoreSource.Survey).Select(leaf => (File: one.Key, Leaf: leaf))).ToList();
        if (leaves.Count == 0) return [];
        var campaigns = await db.Campaigns.Where(row => row.Cycle == cycle.Id).OrderBy(row => row.Code).ToListAsync(cancel);
        var chosen = (await db.SurveyFeeds.Where(row => row.Cycle == cycle.Id).ToListAsync(cancel)).ToDictionary(row => (row.File, row.Leaf));
        return [.. leaves.Select(one =>
        {
            if (chosen.TryGetValue((one.File, one.Leaf.Code.Value), out var row))
                return new SurveyFeed(one.File, one.Leaf, campaigns.FirstOrDefault(campaign => campaign.Code == row.Campaign), row.Measure, true);
            var satisfaction = one.Leaf.SurveyMeasure == SurveyFeed.Satisfaction;
            // Of several, the approved one; nobody guesses between two.
            var fitting = campaigns.Where(campaign => campaign.Purpose == (satisfaction ? CampaignPurpose.Satisfaction : CampaignPurpose.Officials)).ToList();
            var campaign = fitting.Count == 1 ? fitting[0] : fitting.Where(campaign => campaign.ApprovedAt is not null).ToList() is [var only] ? only : null;
            return new SurveyFeed(one.File, one.Leaf, campaign, campaign is null ? null : satisfaction ? "all" : MeasureOf(campaign, one.Leaf), false);
        })];
    }

    /// <summary>The newest approved version of each campaign of the cycle.</summary>
    public async Task<IReadOnlyDictionary<string, ApprovedSurvey>> NewestAsync(int cycle, CancellationToken cancel)
    {
        var rows = (await db.SurveyResults.Where(row => row.Cycle == cycle && row.ApprovedAt != null).ToListAsync(cancel))
            .GroupBy(row => row.Campaign).Select(group => group.MaxBy(row => row.Number)!).ToList();
        var campaigns = await db.Campaigns.Where(row => row.Cycle == cycle).ToDictionaryAsync(row => row.Code, cancel);
        return rows.ToDictionary(row => row.Campaign, row => new ApprovedSurvey(row, campaigns[row.Campaign], FiguresFile.Read(row.Figures)), StringComparer.Ordinal);
    }

    /// <summary>What the approved results add to the files of a cycle.</summary>
    internal async Task<SurveyFiles> FilesAsync(CycleAtWork cycle, CancellationToken cancel)
    {
        if (!cycle.Cycle.SurveyHeld || !await db.SurveyResults.AnyAsync(row => row.Cycle == cycle.Id && row.ApprovedAt != null, cancel)) return SurveyFiles.None;
        var (feeds, newest) = (await FeedsAsync(cycle, cancel), await NewestAsync(cycle.Id, cancel));
        var files = new List<FolderFile>();
        if (feeds.FirstOrDefault(feed => feed is { IsSatisfaction: true, Campaign: not null })?.Campaign is { } satisfaction && newest.GetValueOrDefault(satisfaction.Code) is { } counted)
        {
            files.Add(new("survey.json", counted.Row.Survey));
            files.Add(new("answers.csv", counted.Row.Answers));
        }

        var (inputs, outside) = (new List<InputLine>(), new List<ApplicabilityLine>());
        foreach (var feed in feeds.Where(feed => !feed.IsSatisfaction && feed.Leaf.Rule.Inputs.Count == 1 && feed.Measure is not null))
        {
            if (feed.Campaign is not { } campaign || newest.GetValueOrDefault(campaign.Code) is not { } result) continue;
            foreach (var unit in cycle.Units.Where(unit => cycle.FileOf(unit.Group) == feed.File))
                Add(feed, result, unit, inputs, outside);
        }

        return new(files, inputs, outside);
    }

    private static void Add(SurveyFeed feed, ApprovedSurvey result, Unit unit, List<InputLine> inputs, List<ApplicabilityLine> outside)
    {
        var (code, leaf) = (unit.Code.Value, feed.Leaf);
        var figure = result.Figures.OfUnit(code, feed.Measure!);
        if (figure is { Share: { } share })
        {
            var input = leaf.Rule.Inputs[0];
            inputs.Add(new(code, leaf.Code.Value, input.Name, leaf.Rule.Write(input, Quantity.Of(share)),
                $"Khảo sát {result.Campaign.Code}, phiên bản {result.Row.Number}", Vietnam.Day(result.Row.ApprovedAt!.Value)));
        }
        else if (leaf.NotApplicable != NotApplicablePolicy.Never)
        {
            outside.Add(new(code, leaf.Code.Value, leaf.NotApplicable,
                $"Không đủ mẫu khảo sát (dưới {result.Campaign.MinimumBase} phiếu): {result.Campaign.Code}, phiên bản {result.Row.Number}"));
        }
    }

    /// <summary>By the framework's word: the code itself where the questionnaire has it, else the factor that feeds the leaf's area.</summary>
    private static string? MeasureOf(CampaignRow campaign, Leaf leaf)
    {
        var questionnaire = CampaignBook.Read(campaign);
        var named = leaf.SurveyMeasure?.Split(':')[^1];
        if (named is not null && (questionnaire.Factors.Any(factor => factor.Code == named) || questionnaire.Questions.Any(question => question.Code == named))) return named;
        return questionnaire.Factors.FirstOrDefault(factor => factor.FeedsArea == leaf.Code.Value.Split('.')[0])?.Code;
    }
}

/// <summary>What approved surveys put into the files of a cycle.</summary>
internal sealed record SurveyFiles(IReadOnlyList<FolderFile> Files, IReadOnlyList<InputLine> Inputs, IReadOnlyList<ApplicabilityLine> Outside)
{
    public static SurveyFiles None { get; } = new([], [], []);
}
