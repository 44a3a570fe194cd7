using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>
/// Where the link of an invitation or of a reset leads: the own password is set, once, or a passkey is made. Opening it uses nothing up. A
/// reset makes no passkey: the mailbox alone would then stand for both factors.
/// </summary>
[BeforeSignIn]
public sealed class InvitedModel(AcceptInvitation accept, UseInvitation use, Passkeys passkeys, UserManager<AccountRow> users, SignInManager<AccountRow> signIn, Who who) : WorkPage(who)
{
    public string FullName { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>True for somebody who has no way of signing in yet.</summary>
    public bool First { get; private set; }

    public async Task OnGetAsync(string secret)
    {
        var account = await accept.FindAsync(secret, Cancel);
        (FullName, Email) = (account.FullName, account.Email!);
        First = await IsFirstAsync(account);
        Title = First ? AccountsText.Welcome : AccountsText.Invited;
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync(string secret) => Content(await passkeys.CreationOptionsAsync(await FirstAsync(secret)), "application/json");

    public Task<IActionResult> OnPostPasskeyAsync(string secret, string? credential) => TryAsync(
        async () =>
        {
            var account = await FirstAsync(secret);
            await use.PrepareAsync(account, Cancel);
            await passkeys.AddAsync(account, credential, DeviceName.Of(Request.Headers.UserAgent), Cancel);
            await passkeys.OpenAsync(account);
            return Then(InsideAccess.Inside, AccountsText.PasskeyReady);
        },
        () => OnGetAsync(secret));

    private async Task<AccountRow> FirstAsync(string secret)
    {
        var account = await accept.FindAsync(secret, Cancel);
        return await IsFirstAsync(account) ? account : throw new RefusedException(Refusal.InvitationVoid);
    }

    private async Task<bool> IsFirstAsync(AccountRow account) => account is { PasswordHash: null, TwoFactorEnabled: false } && (await users.GetPasskeysAsync(account)).Count == 0;

    public Task<IActionResult> OnPostAsync(string secret, string? password) => TryAsync(
        async () =>
        {
            var first = await IsFirstAsync(await accept.FindAsync(secret, Cancel));
            var account = await accept.RunAsync(secret, password, Cancel);
            if (!first) return Then(InsideAccess.SignIn, AccountsText.PasswordSet);
            // The password was typed just now; typing it again would prove nothing. The second step follows.
            await signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(InsideAccess.Method, "pwd")]);
            return Then(InsideAccess.SecondFactorSetup, AccountsText.OneStepMore);
        },
        () => OnGetAsync(secret));
}
