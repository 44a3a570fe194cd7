using System.CommandLine;
using ParIndex.App.Messages;
using ParIndex.Core;

namespace ParIndex.Cli.Verbs;

/// <summary>Options that name the mail server.</summary>
internal sealed class MailOptions
{
    private const string Password = "PARINDEX_MAIL_PASSWORD";

    private readonly Option<string?> mail = new("--mail") { Description = ServingText.Mail.Both() };
    private readonly Option<string?> from = new("--mail-from") { Description = ServingText.MailFrom.Both() };

    public void AddTo(Command verb)
    {
        verb.Options.Add(mail);
        verb.Options.Add(from);
    }

    /// <summary>The server; null when none was named.</summary>
    public MailServer? Server(ParseResult call)
    {
        if (call.GetValue(mail) is not { } address) return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var server) || server.Scheme is not ("smtp" or "smtp+plain") || server.Host.Length == 0
            || (server.Scheme == "smtp+plain" && !server.IsLoopback) || call.GetValue(from) is not { Length: > 0 } sender)
            throw new RefusedException(ExitCode.WrongCall, new Finding("S005", "--mail", ServingText.BadMail));
        return new(server.Host, server.Port > 0 ? server.Port : 587, sender, server.UserInfo.Length > 0 ? Uri.UnescapeDataString(server.UserInfo) : null,
            Environment.GetEnvironmentVariable(Password), server.Scheme == "smtp+plain");
    }
}
