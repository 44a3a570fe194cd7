using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>Sign-in with a password; the second factor follows.</summary>
[BeforeSignIn]
public sealed class SignInModel(SignInManager<AccountRow> signIn, Who who) : WorkPage(who)
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards, inside only.</summary>
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? Back { get; set; }

    public void OnGet() => Title = AccountsText.SignIn;

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            var result = await signIn.PasswordSignInAsync(Email ?? "", Password ?? "", isPersistent: false, lockoutOnFailure: true);
            if (result.RequiresTwoFactor) return Redirect($"{InsideAccess.Inside}/ma-xac-thuc?ve={Uri.EscapeDataString(BackInside)}");
            if (!result.Succeeded) throw new RefusedException(Refusal.WrongSignIn);
            return LocalRedirect(BackInside);
        },
        () =>
        {
            OnGet();
            return Task.CompletedTask;
        });

    private string BackInside => Back is not null && Back.StartsWith(InsideAccess.Inside, StringComparison.Ordinal) && Url.IsLocalUrl(Back) ? Back : InsideAccess.Inside;
}
