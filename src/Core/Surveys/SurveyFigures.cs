using ParIndex.Core.Cycles;
using ParIndex.Core.Questionnaires;

namespace ParIndex.Core.Surveys;

/// <summary>Whom a figure is about.</summary>
public enum FigureDomain
{
    /// <summary>All units together.</summary>
    All,

    /// <summary>One unit.</summary>
    Unit,

    /// <summary>One channel over all units.</summary>
    Channel,

    /// <summary>An open channel (kiosk, QR of an office): reported apart, never in the index.</summary>
    Open,

    /// <summary>One channel of one unit, as <c>unit/channel</c>.</summary>
    UnitChannel,
}

/// <summary>One figure of a survey's result.</summary>
/// <param name="Domain">Whom it is about.</param>
/// <param name="Of">Code of the unit or channel; empty for all.</param>
/// <param name="Level">Whole, content, factor or item.</param>
/// <param name="Code">Its code; <c>all</c> for the whole.</param>
/// <param name="Share">Satisfied, or mean points, in per cent with two decimals; null: no answer, or suppressed.</param>
/// <param name="Low">95 % interval; null: undefined or suppressed.</param>
/// <param name="High">95 % interval; null: undefined or suppressed.</param>
/// <param name="Forms">The base: forms with a valid answer.</param>
/// <param name="Suppressed">Too few forms, or a neighbour that a subtraction would reveal.</param>
public sealed record SurveyFigure(FigureDomain Domain, string Of, SatisfactionLevel Level, string Code, decimal? Share, double? Low, double? High, int Forms, bool Suppressed)
{
    /// <summary>Valid answers at the satisfied levels, in the middle, and below; null: withheld, or not a satisfaction survey.</summary>
    public int? Satisfied { get; init; }
    public int? Neutral { get; init; }
    public int? Dissatisfied { get; init; }

    /// <summary>"Không sử dụng, không biết" and refused; null: withheld.</summary>
    public int? NotKnown { get; init; }

    /// <summary>Parts of the valid answers in per cent, for picture 10; null: withheld, or none.</summary>
    public (decimal Dissatisfied, decimal Neutral, decimal Satisfied)? Parts()
    {
        if (this is not { Satisfied: { } good, Neutral: { } middle, Dissatisfied: { } bad } || good + middle + bad == 0) return null;
        decimal all = good + middle + bad;
        return (100 * bad / all, 100 * middle / all, 100 * good / all);
    }
}

/// <summary>Figures of a result as one flat table: what pictures, tables, files and the index are made from.</summary>
public sealed record SurveyFigures
{
    public required IReadOnlyList<SurveyFigure> Rows { get; init; }
    public IReadOnlyList<ItemLink> Links { get; init; } = [];

    /// <summary>The whole of a unit; null: not surveyed.</summary>
    public SurveyFigure? OfUnit(string unit) => Rows.FirstOrDefault(row => row.Domain == FigureDomain.Unit && row.Of == unit && row.Level == SatisfactionLevel.Overall);

    /// <summary>A unit's figure of a measure: <c>all</c>, or the code of a content, factor or item.</summary>
    public SurveyFigure? OfUnit(string unit, string measure) => Rows.FirstOrDefault(row => row.Domain == FigureDomain.Unit && row.Of == unit && row.Code == measure);

    /// <summary>A satisfaction survey.</summary>
    /// <param name="survey">The method.</param>
    /// <param name="units">Units in order.</param>
    /// <param name="counted">Forms of the channels that count.</param>
    /// <param name="open">Forms of open channels.</param>
    /// <param name="links">Links of the items with the general question.</param>
    public static SurveyFigures Of(Survey survey, IReadOnlyList<Unit> units, SatisfactionCounting counted, SatisfactionCounting open, IReadOnlyList<ItemLink> links) => new()
    {
        Rows =
        [
            .. Table(FigureDomain.All, "", counted.Pooled()),
            .. counted.Units().SelectMany(unit => Table(FigureDomain.Unit, unit.Unit.Value, unit)),
            .. counted.Channels().SelectMany(one => Table(FigureDomain.Channel, one.Channel, one.Found)),
            .. open.Channels().SelectMany(one => Table(FigureDomain.Open, one.Channel, one.Found)),
            .. units.SelectMany(unit => counted.ChannelsOf(unit.Code).Select(one => Row(FigureDomain.UnitChannel, $"{unit.Code}/{one.Channel}", one.Found.Overall))),
        ],
        Links = survey.OverallItem is null ? [] : links,
    };

    /// <summary>An expert questionnaire: mean points in per cent of the maximum.</summary>
    public static SurveyFigures Of(IReadOnlyList<UnitPoints> units) => new()
    {
        Rows = [.. units.SelectMany(unit => unit.Values.Select(value =>
            new SurveyFigure(FigureDomain.Unit, unit.Unit.Value, value.Level, value.Code, value.Mean, Two(value.Low), Two(value.High), value.Forms, value.Suppressed)))],
    };

    private static IEnumerable<SurveyFigure> Table(FigureDomain domain, string of, UnitSatisfaction found) => found.Details.Prepend(found.Overall).Select(value => Row(domain, of, value));

    private static SurveyFigure Row(FigureDomain domain, string of, SatisfactionValue value) =>
        new(domain, of, value.Level, value.Level == SatisfactionLevel.Overall ? "all" : value.Code, value.Published, Two(value.Low), Two(value.High), value.Forms, value.Suppressed)
        {
            Satisfied = value.Satisfied,
            Neutral = value.Neutral,
            Dissatisfied = value.Dissatisfied,
            NotKnown = value.Satisfied is null ? null : value.Missing.NotExperienced + value.Missing.Refused,
        };

    private static double? Two(double? limit) => limit is { } found ? (double)Rounding.HalfAwayFromZero((decimal)found, 2) : null;
}
