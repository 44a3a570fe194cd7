using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>
/// Identity's accounts in <see cref="IndexDb"/>. Queries there do not track by default, and Identity changes what it found: what it
/// changes is found tracked here.
/// </summary>
public sealed class AccountStore(IndexDb db, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<AccountRow, IndexDb, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, IdentityUserPasskey<Guid>>(db, describer)
{
    /// <inheritdoc />
    protected override Task<IdentityUserToken<Guid>?> FindTokenAsync(AccountRow user, string loginProvider, string name, CancellationToken cancellationToken) =>
        Context.UserTokens.AsTracking().SingleOrDefaultAsync(
            token => token.UserId == user.Id && token.LoginProvider == loginProvider && token.Name == name, cancellationToken);

    /// <inheritdoc />
    public override async Task AddOrUpdatePasskeyAsync(AccountRow user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var known = await Context.UserPasskeys.AsTracking().SingleOrDefaultAsync(row => row.CredentialId == passkey.CredentialId, cancellationToken);
        if (known is null)
        {
            await base.AddOrUpdatePasskeyAsync(user, passkey, cancellationToken);
            return;
        }

        // What a use of the key changes: the counter that shows a copied key, and whether it is kept elsewhere.
        known.Data.Name = passkey.Name;
        known.Data.SignCount = passkey.SignCount;
        known.Data.IsBackedUp = passkey.IsBackedUp;
        known.Data.IsUserVerified = passkey.IsUserVerified;
        await SaveChanges(cancellationToken);
    }
}
