using Microsoft.AspNetCore.Identity;
using ParIndex.App.Accounts;

namespace ParIndex.Web.Access;

/// <summary>The second factor asked again before careful acts: submitting, freezing, publishing, giving rights.</summary>
public sealed class SecondFactor(UserManager<AccountRow> users, SiteSettings settings, Who who)
{
    /// <summary>How long a passkey given in this session counts.</summary>
    public static TimeSpan Fresh { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The code of the demonstration, where nobody has an authenticator; never taken outside it.</summary>
    public const string DemoCode = "000000";

    /// <summary>True where pages have to say that <see cref="DemoCode"/> is taken.</summary>
    public bool Demo => settings.Demo;

    /// <summary>True when no code need be asked: a passkey was given just now.</summary>
    public bool GivenJustNow => who.Passkey && who.ConfirmedAt is { } at && settings.Clock.GetUtcNow() - at < Fresh;

    /// <summary>True when this session was opened with a passkey, which can be given again instead of a code.</summary>
    public bool ByPasskey => who.Passkey;

    /// <summary>True when the code is right, or a passkey was given within five minutes. Wrong codes count towards the account's lock.</summary>
    public async Task<bool> GivenAsync(string? code)
    {
        if (GivenJustNow) return true;
        var digits = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        if (settings.Demo && digits == DemoCode) return true;
        if (await users.FindByIdAsync(who.Person.Account.ToString()) is not { } account || await users.IsLockedOutAsync(account)) return false;
        if (account.TwoFactorEnabled && await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, digits))
        {
            await users.ResetAccessFailedCountAsync(account);
            return true;
        }

        await users.AccessFailedAsync(account);
        return false;
    }
}
