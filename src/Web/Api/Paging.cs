using System.Globalization;
using ParIndex.App;
using ParIndex.Documents.OpenData;

namespace ParIndex.Web.Api;

/// <summary>Which rows are asked for: page, size and filters. CSV without a size is the whole table, as a spreadsheet wants it.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Size">Rows of a page; null: all.</param>
/// <param name="Filters">Cells that rows must have.</param>
internal sealed record Paging(int Page, int? Size, IReadOnlyList<TableFilter> Filters)
{
    public const int Usual = 100, Most = 10_000, LastPage = 1_000_000;

    private static readonly string[] Keys = ["group", "unit", "area", "criterion", "leaf", "kind", "level", "mode", "code", "framework", "state", "stage", "grade", "table", "column", "change"];

    public int Skip => Size is { } size ? (int)Math.Min(int.MaxValue, (Page - 1L) * size) : 0;

    public int Take => Size ?? int.MaxValue;

    /// <summary>Columns of codes, by which rows can be chosen.</summary>
    public static IReadOnlyList<string> FiltersOf(DataTable table) => [.. table.Columns.Select(column => column.Name).Where(Keys.Contains)];

    public static Paging Of(HttpRequest request, bool csv, IReadOnlyList<string> filters)
    {
        Only(request, ["page", "size", .. filters]);
        var size = Number(request, "size", Most);
        return new(Number(request, "page", LastPage) ?? 1, size ?? (csv && request.Query["page"].Count == 0 ? null : Usual),
            [.. filters.Where(name => name != "since" && request.Query.ContainsKey(name)).Select(name => new TableFilter(name, Values(request, name)))]);
    }

    /// <summary>A parameter nobody knows is a mistake worth saying: it would otherwise give other rows than were meant.</summary>
    public static void Only(HttpRequest request, IReadOnlyList<string> known)
    {
        foreach (var name in request.Query.Keys)
            if (!known.Contains(name)) throw new RefusedException(ApiText.UnknownParameter(name.Length > 60 ? name[..60] : name, known));
    }

    /// <summary>Several values stand apart by commas, or the parameter is repeated.</summary>
    private static HashSet<string> Values(HttpRequest request, string name) =>
        [.. request.Query[name].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static int? Number(HttpRequest request, string name, int most) => request.Query[name].ToString() is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
        : throw new RefusedException(ApiText.BadNumber(name, 1, most));
}
