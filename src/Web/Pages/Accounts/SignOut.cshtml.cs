using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ParIndex.App.Accounts;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>Ends the session; by POST alone.</summary>
[MayOpen, BeforeSecondFactor]
public sealed class SignOutModel(SignInManager<AccountRow> signIn, EndSessions end, Who who) : WorkPage(who)
{
    public IActionResult OnGet() => LocalRedirect(InsideAccess.Inside);

    public async Task<IActionResult> OnPostAsync()
    {
        if (Who.Session is { } session) await end.OneAsync(session, Cancel);
        await signIn.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return LocalRedirect(InsideAccess.SignIn);
    }
}
