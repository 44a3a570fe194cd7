using System.Buffers.Text;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.Web.Access;

/// <summary>Passkeys: a key on the person's own device, opened by finger, face or the device's code. One is as good as a password and a code.</summary>
public sealed class Passkeys(SignInManager<AccountRow> signIn, UserManager<AccountRow> users, NoteRefusedSignIn refused, IndexDb db, SiteSettings settings)
{
    private const int Most = 10;

    /// <summary>What the browser is asked to make a key with.</summary>
    public Task<string> CreationOptionsAsync(AccountRow account) =>
        signIn.MakePasskeyCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.FullName });

    /// <summary>What the browser is asked to prove; without an account, whichever key its holder picks.</summary>
    public Task<string> RequestOptionsAsync(AccountRow? account = null) => signIn.MakePasskeyRequestOptionsAsync(account);

    /// <summary>Keeps a key that the browser made just now, with its line in the journal.</summary>
    public async Task AddAsync(AccountRow account, string? credential, string? name, CancellationToken cancel)
    {
        if ((await users.GetPasskeysAsync(account)).Count >= Most) throw new RefusedException(Refusal.Invalid("Name", new($"Mỗi tài khoản có tối đa {Most} khóa truy cập. Bỏ khóa không dùng trước.", $"An account has at most {Most} passkeys. Remove one first.")));
        var made = await TriedAsync(() => signIn.PerformPasskeyAttestationAsync(credential ?? ""));
        if (made is not { Succeeded: true } || made.UserEntity.Id != account.Id.ToString()) throw new RefusedException(Refusal.PasskeyFailed);
        var label = Visible.Checked(name, "Name", 60)?.Trim() is { Length: > 0 } given ? given : "Khóa truy cập";
        made.Passkey.Name = label;
        db.Note(new(account.Id, JournalAct.Granted, JournalObject.Account(account.Id), "account.passkey_added", settings.Clock.GetUtcNow(), After: new { Name = label, Key = Base64Url.EncodeToString(made.Passkey.CredentialId) }));
        var kept = await users.AddOrUpdatePasskeyAsync(account, made.Passkey);
        if (!kept.Succeeded) throw new RefusedException(Refusal.PasskeyFailed);
        cancel.ThrowIfCancellationRequested();
    }

    /// <summary>Opens a session with a key; with <paramref name="only"/>, that account's alone.</summary>
    /// <exception cref="RefusedException">Whatever is wrong, one answer.</exception>
    public async Task<AccountRow> EnterAsync(string? credential, Guid? only, CancellationToken cancel)
    {
        var proof = await TriedAsync(() => signIn.PerformPasskeyAssertionAsync(credential ?? ""));
        if (proof is not { Succeeded: true, User: { DisabledAt: null } account } || (only is { } one && account.Id != one))
        {
            await refused.RunAsync(proof?.User?.Id, "passkey", cancel);
            throw new RefusedException(Refusal.PasskeyFailed);
        }

        await users.AddOrUpdatePasskeyAsync(account, proof.Passkey);
        await OpenAsync(account);
        return account;
    }

    /// <summary>A session that a key was just given for.</summary>
    public Task OpenAsync(AccountRow account) => signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(InsideAccess.Method, "passkey")]);

    // What is no credential at all, or answers a question that was not asked here, is refused like one that is wrong.
    private static async Task<T?> TriedAsync<T>(Func<Task<T>> act)
        where T : class
    {
        try
        {
            return await act();
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or PasskeyException or ArgumentException or System.Text.Json.JsonException or FormatException)
        {
            return null;
        }
    }
}
