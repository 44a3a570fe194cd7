using ParIndex.Core;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>Words of sign-in, accounts and rights.</summary>
public static class AccountsText
{
    public static Text SignIn { get; } = new("Đăng nhập", "Sign in");

    public static Text Mine { get; } = new("Tài khoản của tôi", "My account");

    public static Text Switch { get; } = new("Đổi vai trình diễn", "Switch the demonstration's role");

    public static Text SecondFactor { get; } = new("Xác thực hai bước", "Second factor");

    public static Text SecondFactorCode { get; } = new("Nhập mã xác thực", "Enter the code");

    public static Text Invited { get; } = new("Đặt mật khẩu", "Set your password");

    public static Text PasswordSet { get; } = new("Đã đặt mật khẩu. Hãy đăng nhập.", "The password is set. Sign in now.");

    public static Text Forgotten { get; } = new("Quên mật khẩu", "Forgotten password");

    public static Text LinkSent { get; } = new(
        "Nếu có tài khoản dùng địa chỉ này, liên kết đã được gửi.", "If there is an account with this address, a link was sent.");
}
