using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>The own passkeys: made, listed, removed.</summary>
[MayOpen, BeforeSecondFactor]
public sealed class PasskeyListModel(Passkeys passkeys, UserManager<AccountRow> users, SecondFactor factor, IndexDb db, SiteSettings settings, Who who) : WorkPage(who)
{
    public IReadOnlyList<UserPasskeyInfo> Keys { get; private set; } = [];

    /// <summary>True when somebody who has signed in with a password alone makes the first key here.</summary>
    public bool First { get; private set; }

    /// <summary>What the device is called, to be changed by its owner.</summary>
    public string Suggested => DeviceName.Of(Request.Headers.UserAgent) ?? "";

    public SecondFactor Factor => factor;

    public async Task OnGetAsync()
    {
        var account = await AccountAsync();
        Title = AccountsText.Passkeys;
        Above = Who.SecondFactor ? [(new("Việc của tôi", "My work"), "/noi-bo"), (AccountsText.Mine, "/noi-bo/tai-khoan")] : [(AccountsText.SecondFactor, InsideAccess.SecondFactorSetup)];
        Keys = [.. (await users.GetPasskeysAsync(account)).OrderBy(key => key.CreatedAt)];
        First = !Who.SecondFactor;
    }

    public async Task<IActionResult> OnPostOptionsAsync() => Content(await passkeys.CreationOptionsAsync(await AccountAsync()), "application/json");

    public Task<IActionResult> OnPostAddAsync(string? credential, string? name, string? code) => TryAsync(
        async () =>
        {
            var account = await AccountAsync();
            if (Who.SecondFactor && !await factor.GivenAsync(code)) throw new RefusedException(Refusal.SecondFactorNeeded);
            await passkeys.AddAsync(account, credential, name, Cancel);
            // Who had a password alone goes on as somebody with a key; everybody else stays signed in as before.
            if (!Who.SecondFactor) await passkeys.OpenAsync(account);
            return Then(Who.SecondFactor ? "/noi-bo/tai-khoan/khoa" : InsideAccess.Inside, AccountsText.PasskeyReady);
        },
        OnGetAsync);

    public Task<IActionResult> OnPostRemoveAsync(string? key, string? code) => TryAsync(
        async () =>
        {
            var account = await AccountAsync();
            var keys = await users.GetPasskeysAsync(account);
            var gone = keys.FirstOrDefault(known => IdOf(known) == key) ?? throw new RefusedException(Refusal.NotFound);
            if (keys.Count == 1 && !(account.TwoFactorEnabled && account.PasswordHash is not null)) throw new RefusedException(Refusal.LastWayIn);
            if (!await factor.GivenAsync(code)) throw new RefusedException(Refusal.SecondFactorNeeded);
            db.Note(new(account.Id, JournalAct.Granted, JournalObject.Account(account.Id), "account.passkey_removed", settings.Clock.GetUtcNow(), Before: new { gone.Name, Key = key }));
            await users.RemovePasskeyAsync(account, gone.CredentialId);
            return Then("/noi-bo/tai-khoan/khoa", AccountsText.PasskeyGone);
        },
        OnGetAsync);

    public static string IdOf(UserPasskeyInfo key) => Base64Url.EncodeToString(key.CredentialId);

    private async Task<AccountRow> AccountAsync()
    {
        var account = await users.FindByIdAsync(Person.Account.ToString()) ?? throw new RefusedException(Refusal.NotSignedIn);
        // A session of the password alone adds nothing to an account that has a second factor.
        return !Who.SecondFactor && (account.TwoFactorEnabled || (await users.GetPasskeysAsync(account)).Count > 0) ? throw new RefusedException(Refusal.NotSignedIn) : account;
    }
}
