using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>Sign-in with a passkey, or with a password that a second factor follows.</summary>
[BeforeSignIn]
public sealed class SignInModel(CheckPassword check, SignInManager<AccountRow> signIn, UserManager<AccountRow> users, Passkeys passkeys, SiteSettings settings, Who who) : WorkPage(who)
{
    /// <summary>The city's own sign-in; null: none.</summary>
    public CitySettings? City => settings.City;

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards, inside only.</summary>
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? Back { get; set; }

    /// <summary>Where that begins.</summary>
    public string CityPath => $"{CitySignIn.Start}?ve={Uri.EscapeDataString(BackInside)}";

    public void OnGet() => Title = AccountsText.SignIn;

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            var account = await check.RunAsync(Email, Password, Cancel);
            if (account.TwoFactorEnabled)
            {
                // The password alone opens nothing: this cookie is good for the page that asks for the code, no other.
                var halfway = new ClaimsIdentity([new Claim(ClaimTypes.Name, account.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme);
                await HttpContext.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(halfway));
                return LocalRedirect($"{Prefix}{InsideAccess.SecondFactorCode}?ve={Uri.EscapeDataString(BackInside)}");
            }

            // A key that was set up is never passed over by the password alone.
            if ((await users.GetPasskeysAsync(account)).Count > 0) throw new RefusedException(Refusal.PasskeyNeeded);
            await signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(InsideAccess.Method, "pwd")]);
            return LocalRedirect(Prefix + BackInside);
        },
        ShownAsync);

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.RequestOptionsAsync(), "application/json");

    public Task<IActionResult> OnPostPasskeyAsync(string? credential) => TryAsync(
        async () =>
        {
            await passkeys.EnterAsync(credential, null, Cancel);
            return LocalRedirect(Prefix + BackInside);
        },
        ShownAsync);

    private Task ShownAsync()
    {
        OnGet();
        return Task.CompletedTask;
    }

    private string Prefix => Language == Core.Language.English ? LanguageByPath.English : "";

    private string BackInside => InsideAccess.IsInside(Back) && Url.IsLocalUrl(Back) ? Back! : InsideAccess.Inside;
}
