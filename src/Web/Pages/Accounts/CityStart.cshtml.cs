using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>Leads to the city's own sign-in.</summary>
[BeforeSignIn]
public sealed class CityStartModel(SiteSettings settings, Who who) : WorkPage(who)
{
    public IActionResult OnGet(string? ve) => settings.City is null
        ? throw new RefusedException(Refusal.NotFound)
        : Challenge(new Microsoft.AspNetCore.Authentication.AuthenticationProperties
        {
            RedirectUri = $"{CitySignIn.Done}?ve={Uri.EscapeDataString(InsideAccess.IsInside(ve) ? ve! : InsideAccess.Inside)}",
        }, CitySignIn.Scheme);
}
