using ParIndex.App.Heads;

namespace ParIndex.Web.Pages.Heads;

/// <summary>A case as desk and head see it: the steps with their figures, and what was entered.</summary>
public sealed record HeadWorking(ClassificationShown Classification, HeadCaseRow Case, IReadOnlyList<HeadFactRow> Facts);
