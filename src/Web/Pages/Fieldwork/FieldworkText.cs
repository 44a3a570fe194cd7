using ParIndex.App.Campaigns;
using ParIndex.Core;

namespace ParIndex.Web.Pages.Fieldwork;

/// <summary>Words of fieldwork.</summary>
public static class FieldworkText
{
    public static Text Title(CampaignRow campaign) => new($"Thực địa: {campaign.Title.Vi}", $"Fieldwork: {campaign.Title.En}");

    public static Text Assigned(int cases, string collector) => collector.Length == 0
        ? new($"Đã bỏ giao {cases} trường hợp.", $"{cases} cases are assigned to nobody.") : new($"Đã giao {cases} trường hợp cho {collector}.", $"{cases} cases are assigned to {collector}.");

    public static Text Of(CaseState state) => state switch
    {
        CaseState.Waiting => new("Chưa mời", "Waiting"),
        CaseState.Invited => new("Đã mời", "Invited"),
        CaseState.Contacted => new("Đã liên hệ", "Contacted"),
        CaseState.Refused => new("Từ chối", "Refused"),
        CaseState.NotReached => new("Không gặp được", "Not reached"),
        CaseState.NotEligible => new("Không thuộc đối tượng", "Not eligible"),
        CaseState.Replaced => new("Đã thay", "Replaced"),
        _ => new("Hoàn thành", "Done"),
    };
}
