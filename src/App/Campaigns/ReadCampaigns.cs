using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Campaigns;

/// <summary>A campaign in a list: how far it is and how many forms it has, never what they say.</summary>
public sealed record CampaignLine(string Code, int Cycle, int Year, CampaignPurpose Purpose, Text Title, CampaignStage Stage, DateTimeOffset Opens, DateTimeOffset Closes, int Drawn, int Forms, IReadOnlyList<Channel> Channels);

/// <summary>Campaigns of the cycles somebody works in.</summary>
public sealed class ReadCampaigns(IndexDb db, TimeProvider clock)
{
    /// <summary>Who opens the rooms of surveys.</summary>
    public static IReadOnlyList<Role> Readers { get; } = [Role.SurveyManager, Role.FieldSupervisor, Role.Interviewer, Role.Secretariat, Role.Observer];

    public async Task<IReadOnlyList<CampaignLine>> RunAsync(Person person, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var rows = (await db.Campaigns.ToListAsync(cancel)).Where(row => person.Is(row.Cycle, [.. Readers])).ToList();
        var drawn = await db.SampleCases.Where(one => !one.Reserve).GroupBy(one => one.Campaign).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancel);
        var waiting = await db.PendingResponses.GroupBy(one => new { one.Campaign, one.Channel }).Select(group => new { group.Key.Campaign, group.Key.Channel, Count = group.Count() }).ToListAsync(cancel);
        var stored = await db.Responses.GroupBy(one => new { one.Campaign, one.Channel }).Select(group => new { group.Key.Campaign, group.Key.Channel, Count = group.Count() }).ToListAsync(cancel);
        var forms = waiting.Concat(stored).ToLookup(one => one.Campaign, StringComparer.Ordinal);
        return [.. rows.OrderByDescending(row => row.Year).ThenBy(row => row.Purpose).ThenBy(row => row.Code, StringComparer.Ordinal).Select(row => new CampaignLine(row.Code, row.Cycle, row.Year, row.Purpose, row.Title,
            CampaignText.StageOf(row, now), row.Opens, row.Closes, drawn.GetValueOrDefault(row.Code), forms[row.Code].Sum(one => one.Count), [.. forms[row.Code].Select(one => one.Channel).Distinct().Order()]))];
    }
}
