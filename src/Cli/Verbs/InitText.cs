using ParIndex.Core;

namespace ParIndex.Cli.Verbs;

/// <summary>Words of the verb init.</summary>
internal static class InitText
{
    public static Text Init { get; } = new(
        "Chuẩn bị cơ sở dữ liệu và tạo hai quản trị đầu tiên, một lần; in hai liên kết mời.",
        "Prepares a database and makes the first two administrators, once; prints two invitation links.");

    public static Text Data { get; } = new("Tệp SQLite; chưa có thì được tạo.", "SQLite file; made when missing.");

    public static Text Address { get; } = new("Địa chỉ công khai của hệ thống, dùng trong liên kết mời.", "The site's public address, used in the invitation links.");

    public static Text Administrator { get; } = new("“Họ tên <thư điện tử>”; ghi hai lần, hai người khác nhau.", "\"Name <e-mail>\"; given twice, for two persons.");

    public static Text TwoNeeded { get; } = new(
        "Cần đúng hai người, mỗi người ghi dạng “Họ tên <thư điện tử>”.", "Exactly two persons are needed, each as \"Name <e-mail>\".");

    public static Text Link(string who, string link, string until) => new(
        $"{who}: {link} (dùng một lần, đến {until})", $"{who}: {link} (works once, until {until} Vietnam time)");
}
