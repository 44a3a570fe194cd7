using Microsoft.AspNetCore.Mvc;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Fieldwork;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Fieldwork;

/// <summary>V4: how far the fieldwork is, by cluster, interviewer and day, what needs somebody, and who goes to whom.</summary>
[MayOpen(Role.SurveyManager, Role.FieldSupervisor, Role.Secretariat, Role.Observer)]
public sealed class ProgressModel(ReadFieldwork read, AssignCases assign, Who who) : WorkPage(who)
{
    /// <summary>Cases on one page.</summary>
    public const int Most = 100;

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public List<string> Cases { get; set; } = [];

    [BindProperty]
    public string? Collector { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public App.Fieldwork.Fieldwork Field { get; private set; } = null!;

    public IReadOnlyList<SampleCaseRow> Listed { get; private set; } = [];

    public int Pages { get; private set; }

    public bool MayAssign => Person.Is(Field.Team.Campaign.Cycle, Role.SurveyManager, Role.FieldSupervisor);

    public string Path => $"/noi-bo/khao-sat/{Field.Team.Campaign.Code}/thuc-dia";

    public async Task OnGetAsync(string campaign)
    {
        Field = await read.RunAsync(Person, campaign, Cancel);
        Title = FieldworkText.Title(Field.Team.Campaign);
        Above = [(new("Việc của tôi", "My work"), "/noi-bo")];
        var cases = Field.Cases.Where(row => string.IsNullOrEmpty(Unit) || row.Unit == Unit).ToList();
        Pages = Math.Max(1, (cases.Count + Most - 1) / Most);
        Number = Math.Clamp(Number, 1, Pages);
        Listed = [.. cases.Skip((Number - 1) * Most).Take(Most)];
    }

    public Task<IActionResult> OnPostAsync(string campaign) => TryAsync(
        async () =>
        {
            var done = await assign.RunAsync(Person, campaign, Cases, Collector, Reason, Cancel);
            return Then($"/noi-bo/khao-sat/{campaign}/thuc-dia{(string.IsNullOrEmpty(Unit) ? "" : $"?don-vi={Uri.EscapeDataString(Unit)}")}", FieldworkText.Assigned(done, Collector?.Trim() ?? ""));
        },
        () => OnGetAsync(campaign));
}
