using Microsoft.AspNetCore.Mvc;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Work;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Audit;

namespace ParIndex.Web.Pages.Work;

/// <summary>X6: how the installation is, and the alarm with its two acknowledgements.</summary>
[MayOpen(Role.Administrator, Role.Secretariat, Role.CouncilChair, Role.Observer)]
public sealed class HealthModel(ReadHealth read, AcknowledgeAlarm acknowledge, Who who) : WorkPage(who)
{
    [BindProperty]
    public string? Reason { get; set; }

    public Health Health { get; private set; } = null!;

    public bool MayAcknowledge => Person.Is(Role.Administrator) || Person.Is(Role.Secretariat) || Person.Is(Role.CouncilChair);

    public async Task OnGetAsync()
    {
        Title = new("Sức khỏe hệ thống", "Health of the system");
        Health = await read.RunAsync(Cancel);
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () => Then("/noi-bo/suc-khoe", AuditText.Acknowledged(await acknowledge.RunAsync(Person, Reason, Cancel))), OnGetAsync);
}
