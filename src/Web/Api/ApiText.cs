using ParIndex.App;
using ParIndex.Core;

namespace ParIndex.Web.Api;

/// <summary>What the API says, and why it says no.</summary>
internal static class ApiText
{
    public static Text Title { get; } = new("Giao diện dữ liệu mở, phiên bản 1", "Open data API, version 1");

    public static Text About { get; } = new(
        "Chỉ đọc, không cần khóa. Chỉ có số liệu của các lần đã công bố, đúng từng chữ số như trong gói dữ liệu.",
        "Read-only, no key. Figures of published releases alone, digit by digit as in their packages.");

    public static Text Of(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => new("Yêu cầu chưa đúng", "The request is not right"),
        RefusalKind.NotFound => new("Không có", "Not found"),
        RefusalKind.TooMany => new("Gọi quá nhiều", "Too many requests"),
        RefusalKind.Unavailable => new("Tạm thời chưa phục vụ được", "Not available at the moment"),
        _ => new("Không thực hiện được", "Not possible"),
    };

    public static Refusal NoSuchAddress { get; } = new("not_found", new(
        "Không có địa chỉ này trong giao diện dữ liệu. Xem danh mục tại /api/v1.", "The API has no such address. See the list at /api/v1."), RefusalKind.NotFound);

    public static Refusal ReadOnly { get; } = new("read_only", new(
        "Giao diện dữ liệu chỉ đọc: dùng GET hoặc HEAD.", "The API is read-only: use GET or HEAD."), RefusalKind.Invalid);

    public static Refusal TooMany(int seconds) => new("too_many_requests", new(
        $"Địa chỉ mạng này gọi quá nhiều. Thử lại sau {seconds} giây, hoặc tải gói dữ liệu một lần.",
        $"Too many requests from this network address. Try again in {seconds} seconds, or download the package once."), RefusalKind.TooMany);

    public static Refusal Broken { get; } = new("unavailable", new(
        "Hệ thống gặp sự cố. Xin thử lại sau ít phút.", "Something went wrong here. Please try again in a few minutes."), RefusalKind.Unavailable);

    public static Refusal NoRelease(string asked) => new("no_such_release", new(
        $"Không có lần công bố \"{asked}\". Dùng mã trong /api/v1/releases, hoặc một năm, hoặc \"latest\".",
        $"There is no release \"{asked}\". Use a code of /api/v1/releases, or a year, or \"latest\"."), RefusalKind.NotFound, "release");

    public static Refusal NoTable(string table) => new("no_such_table", new(
        $"Lần công bố này không có bảng {table}.", $"This release has no table {table}."), RefusalKind.NotFound);

    public static Refusal NoEarlier { get; } = new("nothing_to_compare", new(
        "Năm này mới công bố một phiên bản, chưa có gì để so sánh. Thêm ?since=MÃ để so với một lần công bố khác.",
        "This year has one version, so there is nothing to compare with. Add ?since=CODE to compare with another release."), RefusalKind.NotFound, "since");

    public static Refusal UnknownParameter(string name, IEnumerable<string> known) => new("unknown_parameter", new(
        $"Không có tham số \"{name}\" ở đây. Có thể dùng: {string.Join(", ", known)}.", $"There is no parameter \"{name}\" here. Known: {string.Join(", ", known)}."), RefusalKind.Invalid, name);

    public static Refusal BadNumber(string name, int from, int to) => new("bad_number", new(
        $"Tham số {name} phải là số nguyên từ {from} đến {to}.", $"The parameter {name} has to be a whole number from {from} to {to}."), RefusalKind.Invalid, name);
}
