using ParIndex.App.Accounts;
using ParIndex.Core;

namespace ParIndex.Web.Pages.Work;

/// <summary>Words of the frame around the inside pages.</summary>
public static class WorkText
{
    public static Text Inside { get; } = new("Trang làm việc", "Work pages");

    public static Text SignOut { get; } = new("Đăng xuất", "Sign out");

    public static Text Demo { get; } = new(
        "Bản trình diễn: tài khoản, số liệu nhập và thao tác ở đây đều minh họa, mất khi khởi động lại.",
        "Demonstration: accounts, entries and acts here are illustrative and are gone at the next start.");

    public static Text Problem { get; } = new("Có điều cần sửa", "There is a problem");

    public static Text NotNow { get; } = new("Chưa thực hiện được", "This was not done");

    /// <summary>A role as people call it.</summary>
    public static Text Name(Role role) => RoleText.Of(role);
}
