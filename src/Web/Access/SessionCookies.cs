using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using ParIndex.App.Accounts;

namespace ParIndex.Web.Access;

/// <summary>Every sign-in, whatever way it came, opens a session that its holder can see and end; the cookie carries its name.</summary>
internal static class SessionCookies
{
    public static async Task OpeningAsync(CookieSigningInContext signing)
    {
        var context = signing.HttpContext;
        var identity = (ClaimsIdentity)signing.Principal!.Identity!;
        if (!Guid.TryParse(identity.FindFirst(ClaimTypes.NameIdentifier)?.Value, out var account)) return;
        var services = context.RequestServices;
        var method = identity.FindAll(InsideAccess.Method).LastOrDefault()?.Value ?? "pwd";
        var session = await services.GetRequiredService<OpenSession>().RunAsync(
            account, method, DeviceName.Of(context.Request.Headers.UserAgent), context.Connection.RemoteIpAddress?.ToString(), services.GetRequiredService<Who>().Session, context.RequestAborted);
        foreach (var old in identity.FindAll(InsideAccess.Session).ToList()) identity.RemoveClaim(old);
        identity.AddClaim(new(InsideAccess.Session, session.ToString()));
        if (!identity.HasClaim(claim => claim.Type == InsideAccess.ConfirmedAt))
            identity.AddClaim(new(InsideAccess.ConfirmedAt, services.GetRequiredService<SiteSettings>().Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
    }
}
