using ParIndex.Core;

namespace ParIndex.App.Units;

/// <summary>Words of the room.</summary>
public static class UnitText
{
    /// <summary>Kinds of units, as frameworks name them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["department", "urban_district", "rural_district", "ward", "commune", "special_zone", "other"];

    public static Text Kind(string kind) => kind switch
    {
        "department" => new("Sở, ban, ngành", "Department"),
        "urban_district" => new("Quận", "Urban district"),
        "rural_district" => new("Huyện", "Rural district"),
        "ward" => new("Phường", "Ward"),
        "commune" => new("Xã", "Commune"),
        "special_zone" => new("Đặc khu", "Special zone"),
        _ => new("Loại khác", "Other"),
    };

    public static Text Of(LineageKind kind) => kind switch
    {
        LineageKind.Rename => new("Đổi tên", "Renamed"),
        LineageKind.Merge => new("Hợp nhất, sáp nhập", "Merged"),
        LineageKind.Split => new("Chia, tách", "Split"),
        LineageKind.Dissolve => new("Giải thể", "Dissolved"),
        _ => new("Chuyển khối", "Moved to another group"),
    };
}
