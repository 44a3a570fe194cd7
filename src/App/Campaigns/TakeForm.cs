using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;
using ParIndex.Core.Questionnaires;

namespace ParIndex.App.Campaigns;

/// <summary>Takes one form on a personal token, on whatever channel.</summary>
public sealed class TakeForm(CampaignBook book, ResponseWriter writer, TimeProvider clock)
{
    /// <summary>The campaign of a link, open now; refused otherwise.</summary>
    public async Task<OpenedCampaign> OpenAsync(string campaign, CancellationToken cancel)
    {
        var opened = await book.FindAsync(campaign, cancel) ?? throw new RefusedException(CampaignRefusals.NoSuchLink);
        var now = clock.GetUtcNow();
        return opened.Row.IsOpen(now) ? opened : throw new RefusedException(CampaignRefusals.Closed(opened.Row, now));
    }

    /// <summary>Stores a checked form.</summary>
    /// <param name="campaign">Open now, or within the grace of a device.</param>
    /// <param name="token">The token.</param>
    /// <param name="key">The sender's key of this form.</param>
    /// <param name="given">One answer a question.</param>
    /// <param name="how">Channel, collector, duration.</param>
    /// <param name="cancel">Stops the waiting, not the storing.</param>
    public async Task<SubmissionResult> StoreAsync(
        OpenedCampaign campaign, byte[] token, string key, IReadOnlyList<Given> given, (Channel Channel, string Collector, int? Seconds) how, CancellationToken cancel)
    {
        if (campaign.Row.ApprovedAt is not null) throw new RefusedException(CampaignRefusals.Approved);
        var now = clock.GetUtcNow();
        var result = await writer.StoreAsync(
            new(campaign.Row.Code, token, SurveyToken.Hash(campaign.Row.TokenKey, token), key, Packed.Write(campaign.Questionnaire, given))
            {
                Channel = how.Channel,
                Day = Vietnam.Day(now),
                Late = !campaign.Row.IsOpen(now) && !campaign.Row.TakesLate(now),
                Collector = how.Collector,
                Seconds = how.Seconds is { } seconds ? Math.Clamp((seconds + 7) / 15 * 15, 0, 7200) : null,
            }, cancel);
        return result.End switch
        {
            SubmissionEnd.Used => throw new RefusedException(CampaignRefusals.TokenUsed),
            SubmissionEnd.Conflict => throw new RefusedException(CampaignRefusals.KeyConflict),
            SubmissionEnd.Unknown => throw new RefusedException(CampaignRefusals.NoSuchLink),
            _ => result,
        };
    }

    /// <summary>Whether the sender's key can serve as one.</summary>
    public static bool IsKey(string? key) => key is { Length: >= 16 and <= 100 } && key.All(one => one is > ' ' and <= '~');
}

/// <summary>Reads what a link leads to; reading costs nothing and changes nothing.</summary>
public sealed class ReadLink(IndexDb db)
{
    /// <summary>The unit a token is about; null: never issued, used or revoked, in the same time.</summary>
    public async Task<TokenRow?> RunAsync(CampaignRow campaign, byte[] token, CancellationToken cancel)
    {
        var hash = SurveyToken.Hash(campaign.TokenKey, token);
        var row = await db.SurveyTokens.SingleOrDefaultAsync(one => one.Campaign == campaign.Code && one.Hash == hash, cancel);
        return row is { State: TokenState.Unused } ? row : null;
    }
}
