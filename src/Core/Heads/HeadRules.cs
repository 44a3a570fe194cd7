namespace ParIndex.Core.Heads;

/// <summary>Quy tắc phân loại người đứng đầu, as data: levels, inputs, profiles and steps in their fixed order.</summary>
public sealed record HeadRules
{
    public required string Code { get; init; }
}
