using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>Writes a refused sign-in into the security log.</summary>
public sealed class NoteRefusedSignIn(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Guid? account, string detail, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        db.Add(new SecurityEventRow { Id = Guid.CreateVersion7(now), At = now, Account = account, Kind = "sign_in.refused", Detail = detail });
        await db.SaveChangesAsync(cancel);
    }
}
