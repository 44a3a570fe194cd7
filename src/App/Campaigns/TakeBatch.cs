using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Questionnaires;

namespace ParIndex.App.Campaigns;

/// <summary>What became of one form of a batch.</summary>
/// <param name="Key">The form's own key, as sent.</param>
/// <param name="Result"><c>stored</c>, <c>duplicate</c>, <c>late</c> (kept, not counted) or <c>refused</c>.</param>
/// <param name="Receipt">Where it is stored.</param>
/// <param name="Why">Where it is refused.</param>
public sealed record BatchItem(string Key, string Result, string? Receipt, Text? Why);

/// <summary>
/// Takes what a registered device collected, perhaps without a network: forms are stored one by one, a form that was stored before is a
/// duplicate, and a wrong one holds up no other. The device's own clock is never believed.
/// </summary>
public sealed class TakeBatch(IndexDb db, CampaignBook book, ResponseWriter writer, TimeProvider clock)
{
    /// <summary>Most forms of a batch.</summary>
    public const int Most = 1000;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Stores the forms.</summary>
    /// <param name="code">The campaign.</param>
    /// <param name="device">Name of the device.</param>
    /// <param name="secret">Its secret, as typed or scanned at registration.</param>
    /// <param name="body"><c>{"forms":[{"key":…,"token":…,"answers":{…},"seconds":…,"at":…}]}</c>; a kiosk sends no token.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public async Task<IReadOnlyList<BatchItem>> RunAsync(string code, string device, string? secret, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        var campaign = await book.FindAsync(code, cancel) ?? throw new RefusedException(CampaignRefusals.NoSuchDevice);
        var (row, key) = await DeviceAsync(campaign.Row, device, secret, cancel);
        if (campaign.Row.ApprovedAt is not null) throw new RefusedException(CampaignRefusals.Approved);
        var now = clock.GetUtcNow();
        if (now < campaign.Row.Opens) throw new RefusedException(CampaignRefusals.Closed(campaign.Row, now));
        var late = !campaign.Row.IsOpen(now) && !campaign.Row.TakesLate(now);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, Strict);
        }
        catch (JsonException)
        {
            throw new RefusedException(CampaignRefusals.NotJson with { Kind = RefusalKind.Invalid });
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("forms", out var forms) || forms.ValueKind != JsonValueKind.Array)
                throw new RefusedException(CampaignRefusals.UnknownField("forms"));
            if (forms.GetArrayLength() > Most) throw new RefusedException(CampaignRefusals.TooLong);
            // All at once into the queue, so that they share transactions.
            return await Task.WhenAll(forms.EnumerateArray().Select(form => OneAsync(campaign, row, key, form, late, Vietnam.Day(now), cancel)));
        }
    }

    /// <summary>The device, when its secret is right.</summary>
    public async Task<(DeviceRow Row, byte[] Secret)> DeviceAsync(CampaignRow campaign, string device, string? secret, CancellationToken cancel)
    {
        var row = await db.Devices.SingleOrDefaultAsync(one => one.Campaign == campaign.Code && one.Device == device, cancel);
        return SurveyToken.TryRead(secret, out var key) && row is { Revoked: false }
            && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(SurveyToken.Hash(campaign.TokenKey, key), row.SecretHash)
            ? (row, key) : throw new RefusedException(CampaignRefusals.NoSuchDevice);
    }

    private async Task<BatchItem> OneAsync(OpenedCampaign campaign, DeviceRow device, byte[] secret, JsonElement form, bool late, DateOnly day, CancellationToken cancel)
    {
        var key = form.ValueKind == JsonValueKind.Object && form.TryGetProperty("key", out var sent) && sent.ValueKind == JsonValueKind.String ? sent.GetString()! : "";
        BatchItem Refused(Text why) => new(key, "refused", null, why);
        if (!TakeForm.IsKey(key)) return Refused(CampaignRefusals.KeyMissing.Message);
        foreach (var property in form.EnumerateObject())
            if (property.Name is not ("key" or "token" or "answers" or "seconds" or "at")) return Refused(CampaignRefusals.UnknownField(property.Name).Message);
        if (!form.TryGetProperty("answers", out var answers)) return Refused(CampaignRefusals.UnknownField("answers").Message);
        var (given, wrong) = FormReading.Read(campaign.Questionnaire, answers);
        if (given is null) return Refused(CampaignRefusals.Answers(wrong).Message);
        var open = Reconcile.IsOpen(device.Channel);
        byte[] token = [];
        if (!open && !(form.TryGetProperty("token", out var text) && text.ValueKind == JsonValueKind.String && SurveyToken.TryRead(text.GetString(), out token)))
            return Refused(CampaignRefusals.NoSuchLink.Message);
        int? seconds = form.TryGetProperty("seconds", out var took) && took.ValueKind == JsonValueKind.Number && took.TryGetInt32(out var whole) && whole is >= 0 and < 36_000
            ? Math.Min(7200, (whole + 7) / 15 * 15) : null;
        try
        {
            var result = await writer.StoreAsync(
                new(campaign.Row.Code, open ? secret : token, open ? [] : SurveyToken.Hash(campaign.Row.TokenKey, token), key, Packed.Write(campaign.Questionnaire, given))
                {
                    Channel = device.Channel,
                    Day = day,
                    Late = late,
                    Collector = device.Device,
                    Seconds = seconds,
                    OpenUnit = open ? device.Unit : null,
                }, cancel);
            return result.End switch
            {
                SubmissionEnd.Stored => new(key, late ? "late" : "stored", result.Receipt, null),
                SubmissionEnd.Again => new(key, "duplicate", result.Receipt, null),
                SubmissionEnd.Used => Refused(CampaignRefusals.TokenUsed.Message),
                SubmissionEnd.Conflict => Refused(CampaignRefusals.KeyConflict.Message),
                _ => Refused(CampaignRefusals.NoSuchLink.Message),
            };
        }
        catch (RefusedException refused)
        {
            return Refused(refused.Refusal.Message);
        }
    }
}
