using ParIndex.Core;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>Words of sign-in, accounts and rights.</summary>
public static class AccountsText
{
    public static Text SignIn { get; } = new("Đăng nhập", "Sign in");

    public static Text Switch { get; } = new("Đổi vai trình diễn", "Switch the demonstration's role");
}
