using ParIndex.App.Accounts;
using ParIndex.App.Audit;
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

    public static Text OneStepMore { get; } = new("Đã đặt mật khẩu. Còn một bước nữa.", "The password is set. One more step.");

    public static Text Forgotten { get; } = new("Quên mật khẩu", "Forgotten password");

    public static Text LinkSent { get; } = new(
        "Nếu có tài khoản dùng địa chỉ này, liên kết đã được gửi.", "If there is an account with this address, a link was sent.");

    public static Text City { get; } = new("Đăng nhập của thành phố", "The city's sign-in");

    public static Text Welcome { get; } = new("Thiết lập đăng nhập", "Set up your sign-in");

    public static Text Passkeys { get; } = new("Khóa truy cập", "Passkeys");

    public static Text PasskeyReady { get; } = new("Khóa truy cập đã sẵn sàng. Lần sau đăng nhập chỉ cần vân tay, khuôn mặt hoặc mã PIN của máy.", "The passkey is ready. Next time a finger, a face or the device's PIN is enough.");

    public static Text PasskeyGone { get; } = new("Đã bỏ khóa truy cập.", "The passkey is removed.");

    public static Text Reconfirm { get; } = new("Xác nhận lại", "Confirm again");

    public static Text Reconfirmed { get; } = new("Đã xác nhận. Tiếp tục trong 5 phút.", "Confirmed. Go on within 5 minutes.");

    public static Text NewPassword { get; } = new("Đổi mật khẩu", "Change the password");

    public static Text PasswordChanged { get; } = new("Đã đổi mật khẩu. Các phiên khác đã kết thúc.", "The password is changed. Other sessions have ended.");

    public static Text SignInReset { get; } = new("Đã xóa cách đăng nhập cũ. Liên kết thiết lập lại được gửi tới hộp thư của người đó.", "The sign-in is removed. A link to set it up anew goes to the person's mailbox.");

    public static Text SessionsEnded(int count) => count == 0
        ? new("Không có phiên nào khác.", "There were no other sessions.")
        : new($"Đã kết thúc {count} phiên khác.", $"{count} other sessions have ended.");

    /// <summary>How a session was opened.</summary>
    public static Text Way(string method) => method switch
    {
        "passkey" => new("khóa truy cập", "passkey"),
        "mfa" => new("mật khẩu và mã", "password and code"),
        "oidc" => new("đăng nhập của thành phố", "the city's sign-in"),
        "city" => new("đăng nhập của thành phố, một bước", "the city's sign-in, one step"),
        "demo" => new("vai trình diễn", "demonstration"),
        _ => new("mật khẩu", "password"),
    };

    public static Text People { get; } = new("Người dùng và quyền", "People and rights");

    public static Text Invite { get; } = new("Mời một người", "Invite a person");

    public static Text Import { get; } = new("Nhập người dùng từ Excel", "Import people from Excel");

    public static Text Proposed { get; } = new("Đã đề xuất. Quản trị khác cần xác nhận để quyền có hiệu lực.", "Proposed. Another administrator has to confirm it.");

    public static Text Confirmed { get; } = new("Đã xác nhận. Quyền có hiệu lực ngay.", "Confirmed. The right is in force.");

    public static Text Ended { get; } = new("Đã kết thúc. Quyền không còn hiệu lực từ lúc này.", "Ended. The right is no longer in force.");

    public static Text Closed { get; } = new("Đã đóng tài khoản. Mọi phiên đăng nhập đã kết thúc.", "The account is closed. Its sessions have ended.");

    public static Text InvitationSent(string email) => new($"Lời mời được gửi tới {email}, dùng trong 7 ngày.", $"The invitation goes to {email} and holds for 7 days.");

    public static Text Imported(int accounts, int rights) => new(
        $"Đã nhập: {accounts} tài khoản mới, {rights} quyền chờ quản trị khác xác nhận.", $"Imported: {accounts} new accounts, {rights} rights that wait for another administrator.");

    /// <summary>A right with where it holds.</summary>
    public static Text Of(GrantShown grant)
    {
        var role = RoleText.Of(grant.Role);
        var place = grant.Unit ?? grant.Department;
        return new(
            role.Vi + (place is null ? "" : $", {place.Vi}") + (grant.CycleYear is { } year ? $", kỳ {year}" : ""),
            role.En + (place is null ? "" : $", {place.En}") + (grant.CycleYear is { } cycle ? $", cycle {cycle}" : ""));
    }

    public static Text Of(AccountState state) => state switch
    {
        AccountState.Invited => new("Đã mời, chưa thiết lập", "Invited"),
        AccountState.InvitationExpired => new("Lời mời đã hết hạn", "Invitation expired"),
        AccountState.Active => new("Đang dùng", "In use"),
        AccountState.Locked => new("Tạm khóa 10 phút", "Locked for 10 minutes"),
        AccountState.Closed => new("Đã đóng", "Closed"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Colour(AccountState state) => state switch
    {
        AccountState.Active => "govuk-tag--green",
        AccountState.Invited => "govuk-tag--blue",
        AccountState.InvitationExpired or AccountState.Locked => "govuk-tag--yellow",
        _ => "govuk-tag--grey",
    };

    public static Text SignsInWith(PersonShown person)
    {
        var ways = new List<Text>();
        if (person.Password) ways.Add(person.SecondFactor ? new("mật khẩu và mã trên điện thoại", "password and code") : new("mật khẩu, chưa có lớp thứ hai", "password, no second factor yet"));
        if (person.Passkeys > 0) ways.Add(new($"{person.Passkeys} khóa truy cập", $"{person.Passkeys} passkeys"));
        if (person.Elsewhere) ways.Add(new("đăng nhập của thành phố", "the city's sign-in"));
        return ways.Count == 0 ? new("Chưa thiết lập", "Not set up") : new(string.Join("; ", ways.Select(way => way.Vi)), string.Join("; ", ways.Select(way => way.En)));
    }

    /// <summary>An act of the journal in words.</summary>
    public static Text Said(string what) => what switch
    {
        "account.invited" => new("Được mời", "Invited"),
        "account.invited_again" => new("Được mời lại", "Invited again"),
        "account.password_set" => new("Đặt mật khẩu", "Set a password"),
        "account.password_changed" => new("Đổi mật khẩu", "Changed the password"),
        "account.reset_requested" => new("Xin đặt lại mật khẩu", "Asked for a reset"),
        "account.second_factor_on" => new("Bật xác thực hai bước", "Second factor on"),
        "account.second_factor_off" => new("Tắt xác thực hai bước", "Second factor off"),
        "account.recovery_codes" => new("Lập mã khôi phục mới", "New recovery codes"),
        "account.passkey_added" => new("Thêm khóa truy cập", "Added a passkey"),
        "account.passkey_removed" => new("Bỏ khóa truy cập", "Removed a passkey"),
        "account.linked" => new("Nối với đăng nhập của thành phố", "Linked to the city's sign-in"),
        "account.sessions_ended" => new("Kết thúc các phiên khác", "Ended other sessions"),
        "account.sign_in_reset" => new("Xóa cách đăng nhập để thiết lập lại", "Sign-in removed, to be set up anew"),
        "account.closed" => new("Đóng tài khoản", "Account closed"),
        "grant.proposed" => new("Đề xuất quyền", "Right proposed"),
        "grant.confirmed" => new("Xác nhận quyền", "Right confirmed"),
        "grant.refused" => new("Không xác nhận quyền", "Right refused"),
        "grant.withdrawn" => new("Rút lại đề xuất", "Proposal taken back"),
        "grant.ended" => new("Kết thúc quyền", "Right ended"),
        _ => Text.Same(what),
    };

    /// <summary>What an act was about: the right, or nothing more.</summary>
    public static Text Detail(HistoryEntry entry, IReadOnlyDictionary<string, Text> units)
    {
        string? Value(string field) => entry.Changes.FirstOrDefault(change => change.Field == field) is { } change ? change.To ?? change.From : null;
        if (!Enum.TryParse<Role>(Value(nameof(GrantRow.Role)), out var role)) return Text.Same("");
        var words = RoleText.Of(role);
        var code = Value(nameof(GrantRow.Unit)) ?? Value(nameof(GrantRow.Department));
        var place = code is null ? null : units.GetValueOrDefault(code) ?? Text.Same(code);
        return place is null ? words : new($"{words.Vi}, {place.Vi}", $"{words.En}, {place.En}");
    }
}
