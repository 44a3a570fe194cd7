using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Heads;

/// <summary>What a document says of a head to the rules: a discipline, a late report, the share of overdue dossiers. What was before stands in the journal.</summary>
[PrimaryKey(nameof(Cycle), nameof(Head), nameof(Input))]
public sealed class HeadFactRow
{
    public required int Cycle { get; set; }

    /// <summary>Code of the post.</summary>
    public required string Head { get; set; }

    /// <summary>Name of the input in the rules.</summary>
    public required string Input { get; set; }

    /// <summary>As heads.csv writes it: a number with a dot, yes or no.</summary>
    public required string Value { get; set; }

    /// <summary>What it rests on; null: taken over with a folder of files.</summary>
    public string? Document { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset At { get; set; }
}
