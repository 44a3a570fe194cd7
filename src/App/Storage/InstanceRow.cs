using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Storage;

/// <summary>A setting of this installation that is made once, such as the key of opaque ids.</summary>
[PrimaryKey(nameof(Name))]
public sealed class InstanceRow
{
    public required string Name { get; set; }
    public required string Value { get; set; }
}
