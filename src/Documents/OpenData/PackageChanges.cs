using ParIndex.Core;

namespace ParIndex.Documents.OpenData;

/// <summary>A cell that is another one in the later package, or a row that only one of the two has.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Unit">Code of the unit, of the group where the row is about one, or of the framework.</param>
/// <param name="Code">Code of the area, criterion, leaf or share inside the unit; empty: the unit itself.</param>
/// <param name="Change"><c>changed</c>, <c>added</c> or <c>removed</c>.</param>
/// <param name="Column">The column; empty when a whole row came or went.</param>
/// <param name="Old">The cell before.</param>
/// <param name="New">The cell now.</param>
/// <param name="Words">The same as a sentence.</param>
public sealed record PackageChange(string Table, string Unit, string Code, string Change, string Column, string Old, string New, Text Words);

/// <summary>
/// What changed between two packages, cell by cell: every published table, its rows found again by their keys. Columns that differ in every package (hash of
/// the inputs, version of the engine) and sentences that follow from other cells are left out.
/// </summary>
public static class PackageChanges
{
    private static readonly string[] NotFigures = ["inputs_sha256", "engine", "index_exact", "share_exact", "working_vi", "working_en", "no_change_vi", "no_change_en", "no_interval_vi", "no_interval_en"];

    private static readonly (DataTable Table, string[] Unit, string[] Code)[] Compared =
    [
        (DataTables.Units, ["unit"], []), (DataTables.Results, ["unit"], []), (DataTables.Areas, ["unit"], ["area"]), (DataTables.Criteria, ["unit"], ["criterion"]),
        (DataTables.Leaves, ["unit"], ["leaf"]), (DataTables.Groups, ["code"], ["kind"]), (DataTables.Satisfaction, ["unit"], ["level", "code", "mode"]),
        (DataTables.Heads, ["unit"], ["post_vi"]), (DataTables.Framework, ["framework"], ["code"]),
    ];

    /// <summary>The change list as a table.</summary>
    public static DataTable Table { get; } = new("changes.csv", "Thay đổi giữa hai lần công bố", "Changes between two releases",
    [
        new("table", "string", "bảng", "table"), new("unit", "string", "mã đơn vị, khối hoặc bộ tiêu chí", "code of the unit, group or framework"),
        new("code", "string", "mã lĩnh vực, tiêu chí hoặc tỷ lệ; trống: chính đơn vị", "code of the area, criterion or share; empty: the unit itself"),
        new("change", "string", "changed: đổi; added: thêm; removed: bỏ", "changed, added or removed"), new("column", "string", "cột", "column"),
        new("old", "string", "giá trị cũ", "old value"), new("new", "string", "giá trị mới", "new value"),
        new("words_vi", "string", "bằng lời", "in words, Vietnamese"), new("words_en", "string", "bằng lời, tiếng Anh", "in words, English"),
    ]);

    /// <summary>The files that are compared.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Compared.Select(one => one.Table.File)];

    /// <summary>Place of a column of <see cref="Table"/>.</summary>
    public static int Place(string column) => Table.Columns.Select(one => one.Name).ToList().IndexOf(column);

    /// <summary>The changes as rows of <see cref="Table"/>.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(IEnumerable<PackageChange> changes) =>
        changes.Select(change => (IReadOnlyList<string>)[change.Table, change.Unit, change.Code, change.Change, change.Column, change.Old, change.New, change.Words.Vi, change.Words.En]);

    /// <summary>Changes between two package folders.</summary>
    public static IReadOnlyList<PackageChange> BetweenFolders(string old, string @new)
    {
        return Between(name => Content(old, name), name => Content(@new, name));

        static byte[]? Content(string folder, string name) => Path.Combine(folder, name) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    /// <summary>All changes, table by table in the order of the later package.</summary>
    /// <param name="old">Content of a file of the earlier package; null: it has none.</param>
    /// <param name="new">Content of a file of the later one.</param>
    public static IReadOnlyList<PackageChange> Between(Func<string, byte[]?> old, Func<string, byte[]?> @new)
    {
        var (changes, names) = (new List<PackageChange>(), new Dictionary<string, Text>(StringComparer.Ordinal));
        foreach (var (table, unit, code) in Compared)
        {
            var (before, after) = (Keyed(table, old(table.File), unit, code), Keyed(table, @new(table.File), unit, code));
            if (table == DataTables.Units)
                foreach (var row in before.Rows.Concat(after.Rows)) names[row.Key.Unit] = new(row.Value["name_vi"], row.Value["name_en"]);
            foreach (var (key, cells) in after.Rows)
            {
                if (!before.Rows.TryGetValue(key, out var were))
                {
                    changes.Add(Whole(table, key, "added", names));
                    continue;
                }

                foreach (var column in table.Columns)
                    if (!NotFigures.Contains(column.Name) && were.TryGetValue(column.Name, out var was) && cells.TryGetValue(column.Name, out var now) && !Same(column, was, now))
                        changes.Add(Cell(table, key, column, was, now, names));
            }

            changes.AddRange(before.Rows.Keys.Where(key => !after.Rows.ContainsKey(key)).Select(key => Whole(table, key, "removed", names)));
        }

        return changes;
    }

    private static (Dictionary<(string Unit, string Code), Dictionary<string, string>> Rows, int Count) Keyed(DataTable table, byte[]? content, string[] unit, string[] code)
    {
        var rows = new Dictionary<(string, string), Dictionary<string, string>>();
        if (content is null) return (rows, 0);
        var slice = PublishedTable.Read(table, content, []);
        foreach (var row in slice.Rows)
        {
            var cells = slice.Columns.Select((column, place) => (column.Name, Cell: row[place])).ToDictionary(one => one.Name, one => one.Cell, StringComparer.Ordinal);
            rows.TryAdd((Joined(unit), Joined(code)), cells);

            string Joined(string[] names) => string.Join(' ', names.Select(name => cells.GetValueOrDefault(name)).Where(cell => cell is { Length: > 0 } and not "all"));
        }

        return (rows, slice.Total);
    }

    /// <summary>One figure may be written in two ways by two versions of the program.</summary>
    private static bool Same(DataColumn column, string was, string now) => was == now
        || (column.Type is "number" or "integer" && Number(was) is { } one && Number(now) is { } other && one == other);

    private static decimal? Number(string cell) =>
        decimal.TryParse(cell, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

    private static PackageChange Cell(DataTable table, (string Unit, string Code) key, DataColumn column, string was, string now, Dictionary<string, Text> names)
    {
        var (vi, en) = Of(table, key, names);
        return new(Name(table), key.Unit, key.Code, "changed", column.Name, was, now, new(
            $"{vi}: {column.Vi} từ {Shown(column, was, Language.Vietnamese)} thành {Shown(column, now, Language.Vietnamese)}.",
            $"{en}: {column.En} from {Shown(column, was, Language.English)} to {Shown(column, now, Language.English)}."));
    }

    private static PackageChange Whole(DataTable table, (string Unit, string Code) key, string change, Dictionary<string, Text> names)
    {
        var (vi, en) = Of(table, key, names);
        return new(Name(table), key.Unit, key.Code, change, "", "", "",
            change == "added" ? new($"{vi}: thêm vào bảng \"{table.Vi}\".", $"{en}: added to the table \"{table.En}\".")
                : new($"{vi}: không còn trong bảng \"{table.Vi}\".", $"{en}: no longer in the table \"{table.En}\"."));
    }

    private static (string Vi, string En) Of(DataTable table, (string Unit, string Code) key, Dictionary<string, Text> names)
    {
        var name = names.GetValueOrDefault(key.Unit) ?? (table == DataTables.Groups ? new($"khối {key.Unit}", $"group {key.Unit}") : Text.Same(key.Unit));
        return key.Code.Length == 0 ? (name.Vi, name.En) : ($"{name.Vi}, {key.Code}", $"{name.En}, {key.Code}");
    }

    private static string Shown(DataColumn column, string cell, Language language) => (cell, column.Type, language) switch
    {
        ("", _, Language.Vietnamese) => "không có",
        ("", _, _) => "none",
        ("yes", "boolean", Language.Vietnamese) => "có",
        ("no", "boolean", Language.Vietnamese) => "không",
        (_, "number", Language.Vietnamese) => cell.Replace('.', ','),
        _ => cell,
    };

    private static string Name(DataTable table) => Path.GetFileNameWithoutExtension(table.File);
}
