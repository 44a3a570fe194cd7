namespace ParIndex.Core.Scoring;

/// <summary>Why a score is what it is.</summary>
/// <param name="Sentence">A sentence a unit can read: "12/15 văn bản đúng hạn = 80,00 % → 0,75 điểm".</param>
/// <param name="Steps">The same as a trace: names and machine-readable values in order.</param>
public sealed record Working(Text Sentence, IReadOnlyList<WorkingStep> Steps);

/// <summary>One step of a working.</summary>
public sealed record WorkingStep(string Name, string Value);
