using Microsoft.AspNetCore.Mvc;
using ParIndex.App.Accounts;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>Where the link of an invitation or of a reset leads: the own password is set, once. Opening it uses nothing up.</summary>
[BeforeSignIn]
public sealed class InvitedModel(AcceptInvitation accept, Who who) : WorkPage(who)
{
    public string FullName { get; private set; } = "";

    public string Email { get; private set; } = "";

    public async Task OnGetAsync(string secret)
    {
        Title = AccountsText.Invited;
        var account = await accept.FindAsync(secret, Cancel);
        (FullName, Email) = (account.FullName, account.Email!);
    }

    public Task<IActionResult> OnPostAsync(string secret, string? password) => TryAsync(
        async () =>
        {
            await accept.RunAsync(secret, password, Cancel);
            return Then(InsideAccess.SignIn, AccountsText.PasswordSet);
        },
        () => OnGetAsync(secret));
}
