using System.Globalization;
using ParIndex.App.Heads;
using ParIndex.App.Results;
using ParIndex.App.Surveys;
using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Core.Surveys;

namespace ParIndex.App.Publication;

/// <summary>The rows of one release, made from one result.</summary>
internal sealed class ReleaseRows(int id, CycleResult result)
{
    private static readonly CompareInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;
    private readonly Cycle cycle = result.Input.Cycle;

    /// <summary>The address a published version has; the first of a number has it plain.</summary>
    public static string SlugOf(string? number, string cycle, int minor, Func<string, bool> taken)
    {
        var slug = Folding.Slug(number ?? cycle);
        if (!taken(slug)) return slug;
        while (taken($"{slug}-{minor + 1}")) minor++;
        return $"{slug}-{minor + 1}";
    }

    /// <summary>The address of a draft, which only insiders ever see.</summary>
    public static string DraftSlug(string cycle, int minor) => Folding.Slug($"{cycle} dự thảo {minor}");

    public ReleaseRow Release(int revision, int major, int minor, string slug, DateTimeOffset at, DateTimeOffset now) => new()
    {
        Id = id,
        Slug = slug,
        CycleCode = cycle.Code,
        Revision = revision,
        Major = major,
        Minor = minor,
        Year = cycle.Year,
        PreviousYear = result.Input.Previous?.Cycle.Year,
        Place = cycle.Place.Name,
        Seat = cycle.Place.Seat,
        Issuer = cycle.Place.Issuer,
        DecisionNumber = cycle.Decision?.Number,
        DecisionDate = cycle.Decision?.Date,
        PublishedAt = at,
        MadeAt = now,
        ResultsHash = Documents.ResultsHash.Of(result),
        Version = 1,
        Engine = result.Engine,
        InputsHash = result.Input.InputsHash,
        Final = result.Final,
        TotalsOnly = result.TotalsOnly,
        HeadsPublished = cycle.Heads?.Published ?? false,
        Notice = cycle.Notice,
        GroupingNote = cycle.GroupingNote,
        Sources = [.. cycle.Sources],
        SurveyMethod = result.Input.Survey?.MethodVersion,
        SurveyMode = result.Input.Survey?.Mode.ToString(),
        SatisfactionThreshold = result.Input.Survey?.Threshold.Value,
    };

    public IEnumerable<object> All() =>
    [
        .. new FrameworkRows(id, result).All(),
        .. Groups(),
        .. Units(),
        .. new UnitResultRows(id, result).All(),
        .. result.Units.SelectMany(Satisfaction),
        .. Signs(),
        .. cycle.Heads?.Published == true ? result.Heads.Select(Head) : [],
    ];

    /// <summary>Part of the address of a group's page.</summary>
    public static string SlugOf(string code, RankingGroup? ranking) => Folding.Slug(ranking?.Noun.Vi ?? code);

    private IEnumerable<GroupRow> Groups()
    {
        var order = 0;
        foreach (var group in result.Groups.Concat(result.Blocks))
        {
            var ranking = cycle.Groups.FirstOrDefault(g => g.Code == group.Code);
            yield return new()
            {
                ReleaseId = id,
                Code = group.Code,
                Order = order++,
                Ranking = ranking is not null,
                Slug = SlugOf(group.Code, ranking),
                Name = group.Name,
                Noun = ranking?.Noun,
                Groups = [.. group.Groups],
                PreviousGroup = ranking?.PreviousGroup,
                Framework = result.Input.Frameworks.TryGetValue(group.Code, out var framework) ? framework.Code : null,
                Units = group.Units,
                RankedUnits = group.RankedUnits,
                Mean = group.Mean,
                Best = group.Best,
                Worst = group.Worst,
                PreviousMean = group.PreviousMean,
                MeanChange = group.MeanChange,
                SatisfactionMean = group.SatisfactionMean,
                SatisfactionAbove = group.SatisfactionAbove,
                SatisfactionBelow = group.SatisfactionBelow,
                SatisfactionNone = group.SatisfactionNone,
                SatisfactionCrossing = group.SatisfactionCrossing,
                SatisfactionAboveBefore = group.SatisfactionAboveBefore,
                FirstYear = group.FirstYear,
                KeptTopThree = [.. group.KeptTopThree.Select(code => code.Value)],
                AreaMeans = [.. group.AreaMeans],
                Grades = [.. group.Grades.Select(grade => new GradeTally(grade.Name, grade.Count))],
            };
        }
    }

    private IEnumerable<UnitRow> Units() => result.Units
        .Select(r => r.Unit)
        .OrderBy(unit => unit.Name.Vi, Comparer<string>.Create((a, b) => Vietnamese.Compare(a, b)))
        .ThenBy(unit => unit.Code)
        .Select((unit, place) => new UnitRow
        {
            ReleaseId = id,
            Code = unit.Code.Value,
            Name = unit.Name,
            ShortName = unit.ShortName,
            Slug = unit.Slug,
            Group = unit.Group,
            Folded = $" {Folding.Fold($"{unit.Name.Vi} {unit.ShortName.Vi} {unit.Name.En} {unit.Code.Value}")} ",
            Alphabetical = place,
            ValidFrom = unit.ValidFrom,
            Source = unit.Source,
        });

    private IEnumerable<SatisfactionRow> Satisfaction(UnitResult unit)
    {
        if (unit.Satisfaction is not { } measured) return [];
        return measured.Details.Prepend(measured.Overall).DistinctBy(value => value.Code).Select((value, order) => new SatisfactionRow
        {
            ReleaseId = id,
            Unit = unit.Unit.Code.Value,
            Code = value.Code,
            Order = order,
            Level = value.Level,
            Name = NameOf(value),
            Published = value.Suppressed ? null : value.Published,
            Answers = value.Suppressed ? 0 : value.Answers,
            Forms = value.Suppressed ? 0 : value.Forms,
            Low = value.Suppressed ? null : value.Low,
            High = value.Suppressed ? null : value.High,
            WhyNoInterval = value.WhyNoInterval,
            Suppressed = value.Suppressed,
        });
    }

    private IEnumerable<FormSignsRow> Signs() => result.Input is not { Survey: { } survey, Forms.Count: > 0, PublishedSatisfaction: null } ? []
        : FormSigns.Of(survey, result.Input.Forms, result.Input.Units).Select(unit => new FormSignsRow
        {
            ReleaseId = id,
            Unit = unit.Unit.Value,
            Forms = unit.Forms,
            StraightLine = unit.StraightLine,
            SameAnswers = unit.SameAnswers,
            Satisfied = unit.Satisfied,
            Suppressed = unit.Suppressed,
            Signs = [.. unit.Signs.Select(sign => sign.ToString())],
        });

    private Text NameOf(SatisfactionValue value)
    {
        var contents = result.Input.Survey?.Contents ?? [];
        return value.Level switch
        {
            SatisfactionLevel.Content => contents.FirstOrDefault(c => c.Code == value.Code)?.Name,
            SatisfactionLevel.Factor => contents.SelectMany(c => c.Factors).FirstOrDefault(f => f.Code == value.Code)?.Name,
            SatisfactionLevel.Item => result.Input.Survey?.Items.FirstOrDefault(i => i.Code == value.Code)?.Name,
            _ => new Text("Chung", "Overall"),
        } ?? Text.Same(value.Code);
    }

    private HeadRow Head(Core.Heads.HeadResult head) => new()
    {
        ReleaseId = id,
        Id = head.Head.Id,
        Unit = head.Head.Unit.Value,
        Post = head.Head.Post,
        From = head.Head.From,
        To = head.Head.To,
        Grade = head.Grade,
        GradeName = head.GradeName,
        Steps = [.. head.Steps.Select(s => new StepShown(s.InPublic, s.Value, s.Threshold, s.Before, s.After, s.Fired))],
    };
}
