using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;

namespace ParIndex.App.Fieldwork;

/// <summary>Whose fieldwork a person sees: managers all of it, a supervisor that of the units the right names.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Units">Units; null: all.</param>
public sealed record FieldTeam(CampaignRow Campaign, IReadOnlySet<string>? Units)
{
    /// <summary>Who looks at fieldwork.</summary>
    public static Role[] Readers { get; } = [Role.SurveyManager, Role.FieldSupervisor, Role.Secretariat, Role.Observer];

    public bool Has(string unit) => Units is null || Units.Contains(unit);

    /// <summary>The team; for others the campaign is not there.</summary>
    public static async Task<FieldTeam> OfAsync(IndexDb db, Person person, string code, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.SingleOrDefaultAsync(row => row.Code == code, cancel);
        if (campaign is null || !person.Is(campaign.Cycle, Readers)) throw new RefusedException(Refusal.NotFound);
        if (person.Is(campaign.Cycle, Role.SurveyManager, Role.Secretariat, Role.Observer)) return new(campaign, null);
        var own = person.Rights.Where(right => right.Role == Role.FieldSupervisor && (right.Cycle is null || right.Cycle == campaign.Cycle)).Select(right => right.Unit).ToList();
        return new(campaign, own.Contains(null) ? null : own.OfType<string>().ToHashSet(StringComparer.Ordinal));
    }
}
