using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>The second step of a sign-in with a password: a code of the authenticator, or a recovery code.</summary>
[BeforeSignIn]
public sealed class SecondFactorCodeModel(SignInManager<AccountRow> signIn, Who who) : WorkPage(who)
{
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? Back { get; set; }

    public void OnGet() => Title = AccountsText.SecondFactorCode;

    public Task<IActionResult> OnPostAsync(string? code) => TryAsync(
        async () =>
        {
            if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { DisabledAt: null }) return LocalRedirect(InsideAccess.SignIn);
            var given = (code ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
            var result = given.All(char.IsAsciiDigit)
                ? await signIn.TwoFactorAuthenticatorSignInAsync(given, isPersistent: false, rememberClient: false)
                : await signIn.TwoFactorRecoveryCodeSignInAsync(given);
            if (!result.Succeeded) throw new RefusedException(Refusal.SecondFactorNeeded);
            var to = InsideAccess.IsInside(Back) && Url.IsLocalUrl(Back) ? Back! : InsideAccess.Inside;
            return LocalRedirect((Language == Core.Language.English ? LanguageByPath.English : "") + to);
        },
        () =>
        {
            OnGet();
            return Task.CompletedTask;
        });
}
