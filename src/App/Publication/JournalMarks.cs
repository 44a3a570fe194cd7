using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Documents.OpenData;

namespace ParIndex.App.Publication;

/// <summary>Where the journal stands now, for a package.</summary>
internal static class JournalMarks
{
    public static async Task<JournalMark?> ReadAsync(IndexDb db, CancellationToken cancel)
    {
        if (await db.JournalHeads.SingleOrDefaultAsync(head => head.Stream == JournalWriting.Stream, cancel) is not { } head) return null;
        var checkpoint = await db.Checkpoints.OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
        return new(head.Size, Convert.ToHexStringLower(head.Hash), head.At, checkpoint is null ? null : new(checkpoint.Number, checkpoint.Json, checkpoint.Signature, checkpoint.Timestamp));
    }
}
