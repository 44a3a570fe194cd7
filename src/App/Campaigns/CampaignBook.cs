using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.App.Storage;
using ParIndex.Core.Questionnaires;

namespace ParIndex.App.Campaigns;

/// <summary>A campaign with its questionnaire read.</summary>
public sealed record OpenedCampaign(CampaignRow Row, Questionnaire Questionnaire);

/// <summary>Campaigns as forms are filled in: read once a second at most, the questionnaire parsed once.</summary>
public sealed class CampaignBook(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<string, (long Read, OpenedCampaign? Campaign)> held = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Questionnaire> parsed = new(StringComparer.Ordinal);

    /// <summary>The campaign; null: there is none of this code.</summary>
    public async Task<OpenedCampaign?> FindAsync(string code, CancellationToken cancel)
    {
        if (code.Length > 40) return null;
        if (held.TryGetValue(code, out var known) && Environment.TickCount64 - known.Read < 1000) return known.Campaign;
        await using var scope = scopes.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<IndexDb>().Campaigns.SingleOrDefaultAsync(one => one.Code == code, cancel);
        var found = row is null ? null : new OpenedCampaign(row, Parse(row));
        // Codes nobody made are not kept: their number has no end.
        if (found is not null) held[code] = (Environment.TickCount64, found);
        else held.TryRemove(code, out _);
        return found;
    }

    /// <summary>Takes a campaign's change at once on this node.</summary>
    public void Forget(string code) => held.TryRemove(code, out _);

    private Questionnaire Parse(CampaignRow row) => parsed.GetOrAdd(row.QuestionnaireSha256, _ => Read(row));

    /// <summary>The questionnaire of a campaign.</summary>
    public static Questionnaire Read(CampaignRow row) =>
        QuestionnaireJson.Read(row.Questionnaire, row.Code).Value ?? throw new InvalidDataException($"Questionnaire of {row.Code} cannot be read.");
}
