using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using ParIndex.App.Storage;
using ParIndex.App.Work;

namespace ParIndex.App.Messages;

/// <summary>The mail server this installation sends by.</summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">465 speaks TLS at once; elsewhere STARTTLS is asked for.</param>
/// <param name="From">Sender's address.</param>
/// <param name="User">Account on the server; null: none.</param>
/// <param name="Password">Its password, never stored by us.</param>
/// <param name="Plain">True: without TLS, for a server on this machine.</param>
/// <param name="PublicAddress">The site's address, put before links; null: links stay inside.</param>
public sealed record MailServer(string Host, int Port, string From, string? User = null, string? Password = null, bool Plain = false, string? PublicAddress = null);

/// <summary>Sends what waits in the outbox; a mail that fails is tried again later, and its outcome is kept.</summary>
public sealed class SendMails(IndexDb db, TimeProvider clock, MailServer? server = null)
{
    private const int Most = 200;

    /// <summary>After so many attempts a mail is given up, with its last error.</summary>
    public const int Attempts = 8;

    /// <summary>Sends; gives how many went out and how many failed. Nothing happens while no server is configured.</summary>
    public async Task<(int Sent, int Failed)> RunAsync(CancellationToken cancel)
    {
        if (server is null) return (0, 0);
        var now = clock.GetUtcNow();
        var due = await db.Mails.AsNoTracking().Where(mail => mail.SentAt == null && mail.NextAttempt <= now && mail.Attempts < Attempts)
            .OrderBy(mail => mail.NextAttempt).ThenBy(mail => mail.Id).Take(Most).Select(mail => mail.Id).ToListAsync(cancel);
        if (due.Count == 0) return (0, 0);
        var (sent, failed) = (0, 0);
        using var smtp = new SmtpClient { Timeout = 20_000 };
        foreach (var id in due)
        {
            // Taken before it is sent: another node leaves it alone, and a process that dies tries again later rather than at once.
            var mail = await db.Mails.AsNoTracking().SingleAsync(row => row.Id == id, cancel);
            if (!await TakeAsync(mail, now, cancel)) continue;
            try
            {
                if (!smtp.IsConnected) await ConnectAsync(smtp, server, cancel);
                await smtp.SendAsync(MimeOf(mail, server), cancel);
                await KeepAsync(id, clock.GetUtcNow(), null, cancel);
                sent++;
                Meters.MailsSent.Add(1);
            }
            catch (Exception trouble) when (trouble is SmtpCommandException or SmtpProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException
                or System.Security.Authentication.AuthenticationException or MailKit.Security.AuthenticationException or SslHandshakeException or IOException
                or System.Net.Sockets.SocketException or TimeoutException or ParseException)
            {
                await KeepAsync(id, null, trouble.Message.Length > 500 ? trouble.Message[..500] : trouble.Message, cancel);
                failed++;
                Meters.MailsFailed.Add(1);
                if (smtp.IsConnected) await smtp.DisconnectAsync(quit: false, cancel);
            }
        }

        if (smtp.IsConnected) await smtp.DisconnectAsync(quit: true, cancel);
        return (sent, failed);
    }

    /// <summary>2, 4, 8 … minutes between attempts.</summary>
    private async Task<bool> TakeAsync(MailRow mail, DateTimeOffset now, CancellationToken cancel)
    {
        var (was, next) = (mail.Attempts, now.AddMinutes(Math.Pow(2, mail.Attempts + 1)));
        var mine = await db.Mails.Where(row => row.Id == mail.Id && row.Attempts == was && row.SentAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, was + 1).SetProperty(row => row.NextAttempt, next), cancel);
        return mine == 1;
    }

    private Task<int> KeepAsync(Guid mail, DateTimeOffset? sent, string? error, CancellationToken cancel) =>
        db.Mails.Where(row => row.Id == mail).ExecuteUpdateAsync(set => set.SetProperty(row => row.SentAt, sent).SetProperty(row => row.Error, error), cancel);

    private static async Task ConnectAsync(SmtpClient smtp, MailServer server, CancellationToken cancel)
    {
        await smtp.ConnectAsync(server.Host, server.Port, server.Plain ? SecureSocketOptions.None
            : server.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls, cancel);
        if (server.User is { } user) await smtp.AuthenticateAsync(user, server.Password ?? "", cancel);
    }

    private static MimeMessage MimeOf(MailRow mail, MailServer server)
    {
        var message = new MimeMessage { Subject = mail.Subject, Date = mail.At, MessageId = $"{mail.Id:n}@{server.Host}" };
        message.From.Add(MailboxAddress.Parse(server.From));
        message.To.Add(MailboxAddress.Parse(mail.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        var body = server.PublicAddress is { } address ? mail.Body.Replace("Mở trong hệ thống: /", $"Mở trong hệ thống: {address.TrimEnd('/')}/", StringComparison.Ordinal) : mail.Body;
        message.Body = new TextPart("plain") { Text = body };
        return message;
    }
}
