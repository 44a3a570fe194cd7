using ParIndex.Core;

namespace ParIndex.App.Publication;

/// <summary>What the columns of a built table are.</summary>
public enum TableLevel
{
    Totals,
    Areas,
    Criteria,
    Leaves,
}

/// <summary>What somebody chose to see: releases pinned by their number, a group, a level of the framework, units and codes.</summary>
/// <param name="Releases">Their slugs; empty: the newest.</param>
/// <param name="Group">Slug of the group; null: the first.</param>
/// <param name="Level">What the columns are.</param>
/// <param name="Shares">Per cent of the maximum rather than points.</param>
/// <param name="Units">Slugs; empty: the whole group.</param>
/// <param name="Codes">Codes of areas, criteria or leaves; empty: all of the level.</param>
public sealed record TableChoice(IReadOnlyList<string> Releases, string? Group, TableLevel Level, bool Shares, IReadOnlyList<string> Units, IReadOnlyList<string> Codes);

/// <summary>One unit in one release.</summary>
public sealed record BuiltRow(ReleaseRow Release, string Unit, string Slug, Text Name, IReadOnlyList<decimal?> Values);

/// <summary>A column.</summary>
/// <param name="Code">Code of the line of the framework, or the name of a total.</param>
/// <param name="Name">Its words.</param>
/// <param name="Places">Decimals at least.</param>
public sealed record BuiltColumn(string Code, Text Name, int Places);

/// <summary>A table made of releases.</summary>
/// <param name="Choice">What was chosen, everything named.</param>
/// <param name="Group">Name of the group.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, unit by unit, the newest year first.</param>
/// <param name="Releases">The releases it is made of, the newest first.</param>
/// <param name="Superseded">Those of them that have a newer version.</param>
/// <param name="RulesChanged">The releases score the group by different frameworks.</param>
public sealed record BuiltTable(
    TableChoice Choice, Text Group, IReadOnlyList<BuiltColumn> Columns, IReadOnlyList<BuiltRow> Rows, IReadOnlyList<ReleaseRow> Releases, IReadOnlyList<ReleaseRow> Superseded, bool RulesChanged);
