using ParIndex.Core;
using ParIndex.Core.Surveys;

namespace ParIndex.Web.Pages.SurveyResults;

/// <summary>Picture 9 and its table: units, their place in the funnel, and where their names lead.</summary>
public sealed record FunnelShown(IReadOnlyList<SurveyFigure> Units, IReadOnlyDictionary<string, FunnelPoint> Points, decimal? Mean, Func<string, Text> Name, Func<string, string?> Link)
{
    public IReadOnlyList<FunnelPoint> Outside => [.. Points.Values.Where(point => point.Outside)];
}
