using Microsoft.AspNetCore.Mvc;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.SurveyQuality;
using ParIndex.Core.Surveys;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.SurveyQuality;

/// <summary>V5: what stands out in the forms, as cards with counts; each opens its list, and a decision needs a person, a reason and a look at its effect.</summary>
[MayOpen(Role.SurveyManager, Role.Secretariat, Role.Observer)]
public sealed class DeskModel(ReadQuality read, DecideOnForms decide, Who who) : WorkPage(who)
{
    /// <summary>Cases of a list before the rest is left off, which the page says.</summary>
    public const int Most = 100;

    [BindProperty(SupportsGet = true, Name = "dau-hieu")]
    public QualityCheck? Check { get; set; }

    /// <summary>Forms chosen, several joined by a comma where a case is a group.</summary>
    [BindProperty]
    public List<string> Forms { get; set; } = [];

    [BindProperty]
    public ResponseDecision Decision { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What the effect was shown for: forms and decision, so that another choice is looked at anew.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public QualityDesk Desk { get; private set; } = null!;

    public IReadOnlyList<DecisionEffect> Effects { get; private set; } = [];

    public bool MayDecide => Person.Is(Desk.Campaign.Cycle, Role.SurveyManager);

    public string Path => $"/noi-bo/khao-sat/{Desk.Campaign.Code}/chat-luong";

    /// <summary>Forms as chosen.</summary>
    public IReadOnlyList<string> Chosen => [.. Forms.SelectMany(one => one.Split(',')).Where(one => one.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Stands for what the effect is shown of.</summary>
    public string Mark => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
        System.Text.Encoding.UTF8.GetBytes($"{Decision}\n{string.Join('\n', Chosen.Order(StringComparer.Ordinal))}")));

    public async Task OnGetAsync(string campaign)
    {
        Desk = await read.RunAsync(Person, campaign, Cancel);
        Title = SurveyQualityText.Title(Desk.Campaign);
        Above = [(new("Việc của tôi", "My work"), "/noi-bo")];
    }

    /// <summary>Shows the effect first; with the effect seen, records.</summary>
    public Task<IActionResult> OnPostAsync(string campaign) => TryAsync(
        async () =>
        {
            if (Seen == Mark)
            {
                var forms = await decide.RunAsync(Person, campaign, Check ?? QualityCheck.StraightLines, Chosen, Decision, Reason, effectSeen: true, Cancel);
                return Then($"/noi-bo/khao-sat/{campaign}/chat-luong?dau-hieu={Check}", SurveyQualityText.Decided(forms, Decision));
            }

            Effects = await decide.EffectAsync(Person, campaign, Chosen, Decision, Cancel);
            await OnGetAsync(campaign);
            return Page();
        },
        () => OnGetAsync(campaign));
}
