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
}
