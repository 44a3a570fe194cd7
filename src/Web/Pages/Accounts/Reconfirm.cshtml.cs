using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ParIndex.App.Accounts;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>The passkey given again before a careful act; it then counts for five minutes.</summary>
[MayOpen]
public sealed class ReconfirmModel(Passkeys passkeys, UserManager<AccountRow> users, Who who) : WorkPage(who)
{
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? Back { get; set; }

    public void OnGet() => Title = AccountsText.Reconfirm;

    public async Task<IActionResult> OnPostOptionsAsync() => Content(await passkeys.RequestOptionsAsync(await users.FindByIdAsync(Person.Account.ToString())), "application/json");

    public Task<IActionResult> OnPostAsync(string? credential) => TryAsync(
        async () =>
        {
            await passkeys.EnterAsync(credential, Person.Account, Cancel);
            var to = InsideAccess.IsInside(Back) && Url.IsLocalUrl(Back) ? Back! : InsideAccess.Inside;
            return Then(to, AccountsText.Reconfirmed);
        },
        () =>
        {
            OnGet();
            return Task.CompletedTask;
        });
}
