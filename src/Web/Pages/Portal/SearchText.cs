using ParIndex.App.Publication;
using ParIndex.Core;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Words of the search over what is published.</summary>
public static class SearchText
{
    public static Text Title { get; } = new("Tìm kiếm", "Search");

    public static Text Label { get; } = new("Tìm số liệu, tiêu chí, quyết định", "Search figures, criteria, decisions");

    public static Text Hint { get; } = new("Có dấu hoặc không dấu, ví dụ “điểm CCHC Ngô Quyền 2021”.", "With or without marks, such as “điểm CCHC Ngô Quyền 2021”.");

    public static Text Button { get; } = new("Tìm", "Search");

    public static Text Results { get; } = new("Kết quả tìm kiếm", "Search results");

    public static Text OnlyReleased { get; } = new("Chỉ tìm trong những gì đã công bố, ở phiên bản mới nhất của mỗi năm.", "Only what is published is searched, in the newest version of each year.");

    public static Text Next { get; } = new("Trang sau", "Next page");

    public static Text Previous { get; } = new("Trang trước", "Previous page");

    public static Text Count(int total, string sought) => total == 0
        ? new($"Không tìm thấy gì cho “{sought}”. Thử ít từ hơn, hoặc bỏ năm.", $"Nothing was found for “{sought}”. Try fewer words, or leave out the year.")
        : new($"{Words.Number(total).Vi} kết quả cho “{sought}”", $"{Words.Number(total).En} {(total == 1 ? "result" : "results")} for “{sought}”");

    public static Text Dropped(IReadOnlyList<string> words) => new(
        $"Đã bỏ qua từ không có trong số liệu: {string.Join(", ", words)}.", $"Left out, since it stands nowhere: {string.Join(", ", words)}.");

    public static Text Page(int page, int pages) => new($"Trang {page} trên {pages}", $"Page {page} of {pages}");

    public static Text Of(Findable kind) => kind switch
    {
        Findable.Unit => new("Đơn vị", "Unit"),
        Findable.Group => new("Khối", "Group"),
        Findable.Satisfaction => new("Mức độ hài lòng", "Satisfaction"),
        Findable.Area => new("Lĩnh vực", "Area"),
        Findable.Criterion => new("Tiêu chí", "Criterion"),
        _ => new("Quyết định", "Decision"),
    };
}
