using Microsoft.AspNetCore.Mvc;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;
using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>Invites one person; where no mail is sent, shows the link once, to be handed over.</summary>
[MayOpen(Role.Administrator)]
public sealed class InviteModel(InviteAccount invite, IndexDb db, SiteSettings settings, Who who) : WorkPage(who)
{
    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Post { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    public IReadOnlyDictionary<string, Text> Units { get; private set; } = new Dictionary<string, Text>();

    /// <summary>The invitation just made, where it has to be handed over.</summary>
    public Invited? HandOver { get; private set; }

    public bool ByMail => Links.ByMail(settings);

    public async Task OnGetAsync()
    {
        Title = AccountsText.Invite;
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (AccountsText.People, "/noi-bo/nguoi-dung")];
        Units = await UnitNames.ReadAsync(db, Cancel);
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            var invited = await invite.RunAsync(Person, new(FullName, Email, Post, Unit, ByMail ? settings.PublicAddress : null), Cancel);
            if (ByMail) return Then($"/noi-bo/nguoi-dung/{invited.Account}", AccountsText.InvitationSent(Email!.Trim()));
            HandOver = invited;
            await OnGetAsync();
            return Page();
        },
        OnGetAsync);
}
