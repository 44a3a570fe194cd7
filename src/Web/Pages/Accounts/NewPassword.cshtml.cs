using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ParIndex.App.Accounts;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>Another password for the own account; other sessions end.</summary>
[MayOpen]
public sealed class NewPasswordModel(ChangePassword change, UserManager<AccountRow> users, SignInManager<AccountRow> signIn, SecondFactor factor, Who who) : WorkPage(who)
{
    public bool HasOne { get; private set; }

    public string Email { get; private set; } = "";

    public SecondFactor Factor => factor;

    public async Task OnGetAsync()
    {
        Title = AccountsText.NewPassword;
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (AccountsText.Mine, "/noi-bo/tai-khoan")];
        var account = await users.FindByIdAsync(Person.Account.ToString());
        (HasOne, Email) = (account?.PasswordHash is not null, account?.Email ?? "");
    }

    public Task<IActionResult> OnPostAsync(string? current, string? password) => TryAsync(
        async () =>
        {
            var account = await change.RunAsync(Person, current, password, factor.GivenJustNow, Who.Session, Cancel);
            // This session goes on as it was opened, with the new stamp.
            await signIn.SignInWithClaimsAsync(account, isPersistent: false, User.Claims.Where(claim => claim.Type is InsideAccess.Method or InsideAccess.ConfirmedAt).Select(claim => new Claim(claim.Type, claim.Value)));
            return Then("/noi-bo/tai-khoan", AccountsText.PasswordChanged);
        },
        OnGetAsync);
}
