using ParIndex.Core;

namespace ParIndex.Documents.Appendices;

/// <summary>A table of an appendix: the Decision and the workbook print the same one, so their figures cannot differ.</summary>
/// <param name="Sheet">Name of its sheet.</param>
/// <param name="Title">Over the table.</param>
/// <param name="Columns">In order.</param>
/// <param name="Rows">One cell for each column.</param>
/// <param name="Notes">Under the table.</param>
internal sealed record AppendixTable(
    string Sheet, string Title, IReadOnlyList<AppendixColumn> Columns, IReadOnlyList<IReadOnlyList<AppendixCell>> Rows, IReadOnlyList<string> Notes);

/// <summary>A column: its words, its share of the width, and whether it holds figures (then it stands at the right).</summary>
internal sealed record AppendixColumn(string Header, int Width, bool Figures = false);

/// <summary>A cell: words, or a figure with its decimals; never both. The tag names a figure for a later comparison.</summary>
internal sealed record AppendixCell(string? Words, decimal? Figure, int Places, string? Tag, bool Signed)
{
    /// <summary>As printed: decimal comma, a sign where the figure is a change.</summary>
    public string Shown => Figure is { } figure
        ? (Signed && figure > 0 ? "+" : "") + Core.Words.Fixed(figure, Places, Language.Vietnamese)
        : Words ?? "";

    public static AppendixCell Of(string words) => new(words, null, 0, null, false);

    /// <summary>A figure, or the words that stand where there is none: empty is never 0 and never a dash alone.</summary>
    public static AppendixCell Of(decimal? figure, int places, string tag, string otherwise, bool signed = false) =>
        figure is null ? Of(otherwise) : new(null, figure, places, tag, signed);

    public static AppendixCell Count(int count) => new(null, count, 0, null, false);
}
