using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;

namespace ParIndex.App.SelfAssessment;

/// <summary>Lets go of uploads nobody came back to.</summary>
public sealed class ExpireUploads(IndexDb db, TimeProvider clock)
{
    /// <summary>Lets go; gives how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var old = await db.Uploads.AsTracking().Where(upload => upload.Expires <= now).ToListAsync(cancel);
        db.RemoveRange(old);
        await db.SaveChangesAsync(cancel);
        return old.Count;
    }
}
