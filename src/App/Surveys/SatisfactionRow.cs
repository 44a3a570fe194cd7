using Microsoft.EntityFrameworkCore;
using ParIndex.Core;
using ParIndex.Core.Surveys;

namespace ParIndex.App.Surveys;

/// <summary>One share of satisfied answers of one unit with its base and interval; suppressed cells hold no figure at all.</summary>
[PrimaryKey(nameof(ReleaseId), nameof(Unit), nameof(Code))]
public sealed class SatisfactionRow
{
    public required int ReleaseId { get; set; }
    public required string Unit { get; set; }

    /// <summary>Code of the content, factor or item; <c>all</c> for the whole.</summary>
    public required string Code { get; set; }
    public required int Order { get; set; }
    public required SatisfactionLevel Level { get; set; }
    public required Text Name { get; set; }
    public decimal? Published { get; set; }
    public required int Answers { get; set; }
    public required int Forms { get; set; }
    public double? Low { get; set; }
    public double? High { get; set; }
    public Text? WhyNoInterval { get; set; }
    public required bool Suppressed { get; set; }
}
