using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>
/// Sends a link to set a new password. Whether there is such an account, nobody learns: the answer is always the same. The second factor
/// stays as it is.
/// </summary>
public sealed class RequestReset(IndexDb db, TimeProvider clock)
{
    public static TimeSpan Holds { get; } = TimeSpan.FromHours(1);

    public async Task RunAsync(string? email, string publicAddress, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var wanted = email?.Trim().ToUpperInvariant() ?? "";
        var account = await db.Users.SingleOrDefaultAsync(row => row.NormalizedEmail == wanted && row.DisabledAt == null && row.PasswordHash != null, cancel);
        if (account is null) return;
        var open = await db.Invitations.AsTracking().Where(row => row.Account == account.Id && row.UsedAt == null).ToListAsync(cancel);
        // One letter in five minutes is enough, whoever asks.
        if (open.Any(row => row.At > now.AddMinutes(-5))) return;
        Invited.Add(db, account, account.Id, now, Holds, open).Send(db, account, publicAddress, now);
        db.Note(new(null, JournalAct.Granted, JournalObject.Account(account.Id), "account.reset_requested", now));
        await db.SaveChangesAsync(cancel);
    }
}
