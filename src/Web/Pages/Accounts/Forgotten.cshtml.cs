using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>Asks for a link to set a new password; the answer is the same whether or not there is such an account.</summary>
[BeforeSignIn]
public sealed class ForgottenModel(RequestReset reset, SiteSettings settings, Who who) : WorkPage(who)
{
    public void OnGet() => Title = AccountsText.Forgotten;

    public Task<IActionResult> OnPostAsync(string? email) => TryAsync(
        async () =>
        {
            // A link with an address that a request named could lead anywhere: without a configured one, none is sent.
            var address = settings.PublicAddress ?? throw new RefusedException(Refusal.NoPublicAddress);
            // The same time for everybody: a letter takes longer to write than none.
            await Task.WhenAll(reset.RunAsync(email, address, Cancel), Task.Delay(TimeSpan.FromMilliseconds(400), Cancel));
            return Then(InsideAccess.SignIn, AccountsText.LinkSent);
        },
        () =>
        {
            OnGet();
            return Task.CompletedTask;
        });
}
