using ParIndex.Core;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Words of the page in place of the map.</summary>
public static class MapText
{
    public static Text Title { get; } = new("Bản đồ", "Map");

    public static Text None { get; } = new(
        "Chưa có tệp ranh giới hành chính chính thức trong hệ thống, nên không vẽ bản đồ: ranh giới vẽ phỏng chừng dễ gây hiểu lầm. Số liệu đầy đủ ở các bảng dưới đây.",
        "No official boundary file is installed, so that no map is drawn: borders drawn by guess mislead. All figures stand in the tables below.");

    public static Text Departments { get; } = new("Sở, ban, ngành không có địa bàn riêng, nên không có trên bản đồ.", "Departments have no territory of their own, and are on no map.");

    public static Text Tables { get; } = new("Bảng xếp hạng theo khối", "Rankings by group");
}
