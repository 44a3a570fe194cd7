using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>In the demonstration only: signs in as one of its labelled accounts.</summary>
[BeforeSignIn]
public sealed class SwitchModel(IndexDb db, SignInManager<AccountRow> signIn, SiteSettings settings, Who who) : WorkPage(who)
{
    public IReadOnlyList<AccountRow> Accounts { get; private set; } = [];

    public async Task OnGetAsync()
    {
        if (!settings.Demo) throw new RefusedException(Refusal.NotFound);
        Title = AccountsText.Switch;
        Accounts = await db.Users.Where(account => account.Demo && account.DisabledAt == null).OrderBy(account => account.UserName).ToListAsync(Cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid account)
    {
        if (!settings.Demo) throw new RefusedException(Refusal.NotFound);
        var chosen = await db.Users.SingleOrDefaultAsync(row => row.Id == account && row.Demo && row.DisabledAt == null, Cancel)
            ?? throw new RefusedException(Refusal.NotFound);
        await signIn.SignInWithClaimsAsync(chosen, isPersistent: false,
        [
            new Claim(InsideAccess.Method, "demo"),
            new Claim(InsideAccess.ConfirmedAt, settings.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ]);
        return LocalRedirect(InsideAccess.Inside);
    }
}
