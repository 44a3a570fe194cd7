using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>Sets up the authenticator app: a key to scan, a code to prove it, recovery codes shown once.</summary>
[MayOpen, BeforeSecondFactor]
public sealed class SecondFactorSetupModel(UserManager<AccountRow> users, SignInManager<AccountRow> signIn, SecondFactor second, IndexDb db, SiteSettings settings, Who who) : WorkPage(who)
{
    /// <summary>True when a second factor is in use.</summary>
    public bool On { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>The key being set up; null: none.</summary>
    public string? Key { get; private set; }

    public string? KeyInGroups => Key is null ? null : string.Join(' ', Key.Chunk(4).Select(letters => new string(letters)));

    /// <summary>What the code says; a phone opens its own app by it.</summary>
    public string? Link { get; private set; }

    public QrCode? Code { get; private set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public async Task OnGetAsync() => await ShowAsync(await AccountAsync());

    /// <summary>Makes a key. Who has a second factor already proves it first.</summary>
    public async Task<IActionResult> OnPostBeginAsync(string? code)
    {
        var account = await AccountAsync();
        return await TryAsync(
            async () =>
            {
                if (account.TwoFactorEnabled)
                {
                    if (!await second.GivenAsync(code)) throw new RefusedException(Refusal.SecondFactorNeeded);
                    db.Note(new(account.Id, JournalAct.Granted, JournalObject.Account(account.Id), "account.second_factor_off", settings.Clock.GetUtcNow()));
                    Checked(await users.SetTwoFactorEnabledAsync(account, false));
                }

                Checked(await users.ResetAuthenticatorKeyAsync(account));
                await EnterAsync(account, "pwd");
                await ShowAsync(account);
                return Page();
            },
            () => ShowAsync(account));
    }

    /// <summary>New recovery codes; those before are void.</summary>
    public async Task<IActionResult> OnPostCodesAsync(string? code)
    {
        var account = await AccountAsync();
        return await TryAsync(
            async () =>
            {
                if (!account.TwoFactorEnabled) return LocalRedirect(InsideAccess.SecondFactorSetup);
                if (!await second.GivenAsync(code)) throw new RefusedException(Refusal.SecondFactorNeeded);
                db.Note(new(account.Id, JournalAct.Granted, JournalObject.Account(account.Id), "account.recovery_codes", settings.Clock.GetUtcNow()));
                RecoveryCodes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 10) ?? []];
                Title = AccountsText.SecondFactor;
                return Page();
            },
            () => ShowAsync(account));
    }

    public async Task<IActionResult> OnPostConfirmAsync(string? code)
    {
        var account = await AccountAsync();
        return await TryAsync(
            async () =>
            {
                if (account.TwoFactorEnabled) return LocalRedirect(InsideAccess.SecondFactorSetup);
                var digits = string.Concat((code ?? "").Where(char.IsAsciiDigit));
                if (!await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, digits)) throw new RefusedException(Refusal.SecondFactorNeeded);
                db.Note(new(account.Id, JournalAct.Granted, JournalObject.Account(account.Id), "account.second_factor_on", settings.Clock.GetUtcNow()));
                Checked(await users.SetTwoFactorEnabledAsync(account, true));
                RecoveryCodes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 10) ?? []];
                await EnterAsync(account, "mfa");
                Title = AccountsText.SecondFactor;
                return Page();
            },
            () => ShowAsync(account));
    }

    private async Task<AccountRow> AccountAsync()
    {
        var account = await users.FindByIdAsync(Person.Account.ToString()) ?? throw new RefusedException(Refusal.NotSignedIn);
        // A session opened by the password alone, before a second factor was set up elsewhere, changes nothing here.
        return (account.TwoFactorEnabled || (await users.GetPasskeysAsync(account)).Count > 0) && !Who.SecondFactor ? throw new RefusedException(Refusal.NotSignedIn) : account;
    }

    private Task EnterAsync(AccountRow account, string method) => signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(InsideAccess.Method, method)]);

    private async Task ShowAsync(AccountRow account)
    {
        Title = AccountsText.SecondFactor;
        Above = Who.SecondFactor ? [(new("Việc của tôi", "My work"), "/noi-bo"), (AccountsText.Mine, "/noi-bo/tai-khoan")] : [];
        On = account.TwoFactorEnabled;
        if (On)
        {
            CodesLeft = await users.CountRecoveryCodesAsync(account);
            return;
        }

        Key = await users.GetAuthenticatorKeyAsync(account);
        if (Key is not null) Link = $"otpauth://totp/{Uri.EscapeDataString($"PAR Index:{account.Email}")}?secret={Key}&issuer={Uri.EscapeDataString("PAR Index")}&digits=6";
        if (Link is not null) Code = QrCode.Of(Link);
    }

    private static void Checked(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join("; ", result.Errors.Select(error => error.Description)));
    }
}
