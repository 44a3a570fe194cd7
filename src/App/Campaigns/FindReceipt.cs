using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;

namespace ParIndex.App.Campaigns;

/// <summary>What became of a form.</summary>
/// <param name="Batch">The batch it is sealed in; null: it waits.</param>
/// <param name="Late">It came too late to count.</param>
public sealed record FoundReceipt(int? Batch, bool Late);

/// <summary>Finds a form by its receipt, which is the beginning of its commitment; it tells nothing of the answers.</summary>
public sealed class FindReceipt(IndexDb db)
{
    /// <summary>Whether the words could be a receipt.</summary>
    public static bool Reads(string? receipt) => receipt is { Length: <= 40 } && SurveyToken.ReadReceipt(receipt) is not null;

    public async Task<FoundReceipt?> RunAsync(string campaign, string receipt, CancellationToken cancel)
    {
        if (receipt.Length > 40 || SurveyToken.ReadReceipt(receipt) is not { } first) return null;
        byte[] from = [.. first, .. new byte[22]];
        byte[] to = [.. first, .. Enumerable.Repeat((byte)255, 22)];
        var found = await db.Responses.FromSql($"""SELECT * FROM "Responses" WHERE "Campaign" = {campaign} AND "Commitment" >= {from} AND "Commitment" <= {to}""").FirstOrDefaultAsync(cancel);
        if (found is not null) return new(found.Batch, found.Late);
        var waiting = await db.PendingResponses.FromSql($"""SELECT * FROM "PendingResponses" WHERE "Campaign" = {campaign} AND "Commitment" >= {from} AND "Commitment" <= {to}""").FirstOrDefaultAsync(cancel);
        return waiting is null ? null : new(null, waiting.Late);
    }
}
