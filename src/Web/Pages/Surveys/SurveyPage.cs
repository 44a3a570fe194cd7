using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Surveys;

/// <summary>A page of one campaign, with the way to its other parts.</summary>
public abstract class SurveyPage(IndexDb db, Who who, SiteSettings settings) : WorkPage(who)
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string Code { get; set; } = "";

    public CampaignRow Campaign { get; private set; } = null!;

    public CampaignStage Stage { get; private set; }

    /// <summary>Names of the units of the cycle, by code.</summary>
    public IReadOnlyDictionary<string, Text> Units { get; private set; } = new Dictionary<string, Text>();

    public string Here => $"/noi-bo/khao-sat/{Code}";

    public bool Manages => Person.Is(Campaign.Cycle, Role.SurveyManager);

    protected IndexDb Db => db;

    protected DateTimeOffset Now => settings.Clock.GetUtcNow();

    /// <summary>Where this page stands in <see cref="SurveyDoors"/>.</summary>
    public abstract string Door { get; }

    public Text UnitName(string unit) => Units.GetValueOrDefault(unit) ?? Text.Same(unit);

    /// <summary>The campaign, read once, for who may see it; the title names it.</summary>
    protected async Task ReadCampaignAsync(Text title)
    {
        Campaign = await db.Campaigns.SingleOrDefaultAsync(row => row.Code == Code, Cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (!Person.Is(Campaign.Cycle, SurveyDoors.All.FirstOrDefault(door => door.Path == Door)?.Roles ?? [.. ReadCampaigns.Readers])) throw new RefusedException(Refusal.NotFound);
        Stage = CampaignText.StageOf(Campaign, Now);
        Units = await db.CycleUnits.Where(row => row.Cycle == Campaign.Cycle).ToDictionaryAsync(row => row.Unit, row => row.Name, Cancel);
        Title = new($"{title.Vi}: {Campaign.Title.Vi}", $"{title.En}: {Campaign.Title.En}");
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (SurveysWords.Surveys, "/noi-bo/khao-sat"), .. Door.Length == 0 ? Array.Empty<(Text, string)>() : [(Campaign.Title, Here)]];
    }
}
