using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Publication;

/// <summary>One statement of the announcement, as written from the figures by rules.</summary>
[PrimaryKey(nameof(ReleaseId), nameof(Order))]
public sealed class StatementRow
{
    public required int ReleaseId { get; set; }
    public required int Order { get; set; }
    public required Text Words { get; set; }
}
