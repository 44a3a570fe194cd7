using ParIndex.App.Audit;
using ParIndex.Core;

namespace ParIndex.Web.Pages.Units;

/// <summary>Words of the pages of units.</summary>
public static class UnitsWords
{
    public static Text Units { get; } = new("Đơn vị", "Units");

    public static Text Add { get; } = new("Thêm đơn vị", "Add a unit");

    public static Text Merge { get; } = new("Hợp nhất, sáp nhập đơn vị", "Merge units");

    public static Text Date { get; } = new("Có hiệu lực từ ngày", "Holds from");

    public static Text Document { get; } = new("Văn bản quyết định (số, ngày, cơ quan)", "Document that decided it (number, date, issuer)");

    public static Text Saved { get; } = new("Đã ghi thay đổi của đơn vị.", "The change is recorded.");

    public static Text Imported(int count) => new($"Đã thêm {count} đơn vị.", $"{count} units added.");

    /// <summary>Acts of the journal on a unit.</summary>
    public static Text Said(string what) => what switch
    {
        "unit.added" => new("Thêm đơn vị", "Added"),
        "unit.renamed" => new("Đổi tên", "Renamed"),
        "unit.merged" => new("Hợp nhất, sáp nhập", "Merged"),
        "unit.split" => new("Chia, tách", "Split"),
        "unit.dissolved" => new("Giải thể", "Dissolved"),
        "unit.moved" => new("Chuyển khối", "Moved to another group"),
        "unit.head" => new("Ghi người đứng đầu", "Head recorded"),
        _ => new("Thay đổi", "Changed"),
    };

    /// <summary>Field by field, in words where there are any.</summary>
    public static string Detail(HistoryEntry entry, Language language) => string.Join("; ", entry.Changes
        .Select(change => $"{Field(change.Field).In(language)}: {(change.From is { } from ? from + " → " : "")}{change.To}"));

    private static Text Field(string field) => field switch
    {
        "code" or "unit" => new("đơn vị", "unit"),
        "units" => new("các đơn vị trước", "units before"),
        "into" => new("thành", "into"),
        "name" => new("tên", "name"),
        "before" => new("trước đó", "before"),
        "from" => new("từ ngày", "from"),
        "until" => new("đến trước ngày", "until"),
        "kind" => new("loại", "kind"),
        "group" => new("khối", "group"),
        "cycle" => new("kỳ", "cycle"),
        "post" => new("chức vụ", "post"),
        _ => Text.Same(field),
    };
}
