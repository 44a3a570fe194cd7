using ParIndex.App.Messages;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>An invitation as it was given: the secret is known now and never again.</summary>
public sealed record Invited(Guid Account, string Secret, DateTimeOffset Expires)
{
    /// <summary>Where the link leads, without the site's address.</summary>
    public string Path => $"/noi-bo/loi-moi/{Secret}";

    /// <summary>Adds a new invitation; earlier ones of the account are void.</summary>
    internal static Invited Add(IndexDb db, AccountRow account, Guid by, DateTimeOffset now, TimeSpan holds, IEnumerable<InvitationRow> earlier)
    {
        foreach (var row in earlier) row.UsedAt = now;
        var secret = Accounts.Secret.New();
        db.Add(new InvitationRow
        {
            Id = Guid.CreateVersion7(now),
            Account = account.Id,
            SecretHash = Accounts.Secret.Hash(secret),
            By = by,
            At = now,
            Expires = now + holds,
        });
        return new(account.Id, secret, now + holds);
    }

    /// <summary>Puts the letter with the link into the outbox; the link carries the configured address, never one that a request named.</summary>
    internal void Send(IndexDb db, AccountRow account, string publicAddress, DateTimeOffset now)
    {
        var link = publicAddress.TrimEnd('/') + Path;
        var until = Vietnam.Moment(Expires);
        db.Add(new MailRow
        {
            Id = Guid.CreateVersion7(now),
            To = account.Email!,
            Subject = "Thiết lập đăng nhập / Set up your sign-in",
            Body = $"""
                Kính gửi {account.FullName},

                Mở liên kết sau để đặt mật khẩu. Liên kết dùng một lần, đến {until} (giờ Việt Nam):
                {link}
                Nếu không chờ thư này, xin bỏ qua và báo quản trị hệ thống.

                Open the link above to set your password. It works once, until {until} (Vietnam time).
                If you did not expect this letter, ignore it and tell your administrator.
                """,
            At = now,
            Attempts = 0,
            NextAttempt = now,
        });
    }
}
