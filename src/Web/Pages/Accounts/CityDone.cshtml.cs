using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>Back from the city's sign-in: the account is found, the second factor asked here unless it was proved there.</summary>
[BeforeSignIn]
public sealed class CityDoneModel(LinkCitySignIn link, SignInManager<AccountRow> signIn, UserManager<AccountRow> users, SiteSettings settings, Who who) : WorkPage(who)
{
    public Task<IActionResult> OnGetAsync(string? ve, string? loi) => TryAsync(
        async () =>
        {
            Title = AccountsText.City;
            if (settings.City is not { } city) throw new RefusedException(Refusal.NotFound);
            var answer = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
            await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
            if (loi is not null || answer.Principal is not { } person || person.FindFirstValue("sub") is not { } subject) throw new RefusedException(Refusal.CityFailed);
            var account = await link.RunAsync(
                new(person.FindFirstValue("iss") ?? city.Authority.ToString(), subject, person.FindFirstValue("email"), string.Equals(person.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase)), Cancel);
            var to = InsideAccess.IsInside(ve) && Url.IsLocalUrl(ve) ? ve! : InsideAccess.Inside;
            if (CitySignIn.ProvedTwice(person, city))
            {
                await signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(InsideAccess.Method, "oidc")]);
                return LocalRedirect(to);
            }

            if (account.TwoFactorEnabled)
            {
                var halfway = new ClaimsIdentity([new Claim(ClaimTypes.Name, account.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme);
                await HttpContext.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(halfway));
                return LocalRedirect($"{InsideAccess.SecondFactorCode}?ve={Uri.EscapeDataString(to)}");
            }

            if ((await users.GetPasskeysAsync(account)).Count > 0) throw new RefusedException(Refusal.PasskeyNeeded);
            // One factor so far: everything but setting up the second waits.
            await signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(InsideAccess.Method, "city")]);
            return LocalRedirect(to);
        },
        () => Task.CompletedTask);
}
