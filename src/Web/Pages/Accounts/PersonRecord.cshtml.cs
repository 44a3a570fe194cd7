using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>One account: what it may do, what waits, and what an administrator may do about it, with its history from the journal.</summary>
[MayOpen(App.Accounts.Role.Administrator, App.Accounts.Role.Observer)]
public sealed class PersonRecordModel(
    ReadPeople read, ProposeGrant propose, ConfirmGrant confirm, EndGrant end, CloseAccount close, RemoveSecondFactor remove, InviteAgain again, ReadHistory history, SecondFactor factor, IndexDb db, SiteSettings settings, Who who) : WorkPage(who)
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public Role? Role { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public int? Cycle { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Which form was sent, so that what was typed comes back there.</summary>
    public string? Sent { get; private set; }

    public PersonShown Shown { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public IReadOnlyDictionary<string, Text> Units { get; private set; } = new Dictionary<string, Text>();

    public IReadOnlyList<(int Id, int Year, string Code)> Cycles { get; private set; } = [];

    /// <summary>A new invitation, where it has to be handed over.</summary>
    public Invited? HandOver { get; private set; }

    public SecondFactor Factor => factor;

    public bool MayChange => Person.Is(App.Accounts.Role.Administrator) && Id != Person.Account && Shown.State != AccountState.Closed;

    public bool MayInvite => MayChange && Shown.State is AccountState.Invited or AccountState.InvitationExpired;

    public bool IsMine => Id == Person.Account;

    public async Task OnGetAsync()
    {
        Shown = await read.OneAsync(Person, Id, Cancel);
        Title = Text.Same(Shown.Name);
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (AccountsText.People, "/noi-bo/nguoi-dung")];
        History = await history.RunAsync(JournalObject.Account(Id), Cancel);
        Units = await UnitNames.ReadAsync(db, Cancel);
        var cycles = await db.Cycles.OrderByDescending(cycle => cycle.Year).ThenBy(cycle => cycle.Id).Select(cycle => new { cycle.Id, cycle.Year, cycle.Code }).ToListAsync(Cancel);
        Cycles = [.. cycles.Select(cycle => (cycle.Id, cycle.Year, cycle.Code))];
    }

    public Task<IActionResult> OnPostProposeAsync() => ActAsync("propose", async () =>
    {
        var role = Role ?? throw new RefusedException(Refusal.Invalid("Role", new("Chọn vai trò.", "Choose a role.")));
        var place = RoleText.PlaceOf(role);
        if (place != RolePlace.Everywhere && string.IsNullOrWhiteSpace(Place))
            throw new RefusedException(Refusal.Invalid("Place", new($"“{RoleText.Of(role).Vi}” cần chọn đơn vị.", $"“{RoleText.Of(role).En}” needs a unit.")));
        await propose.RunAsync(Person, new(Id, role, Cycle, place == RolePlace.Unit ? Place : null, place == RolePlace.Department ? Place : null, Reason), Cancel);
        return AccountsText.Proposed;
    });

    public Task<IActionResult> OnPostConfirmAsync(Guid grant, string? code) => ActAsync($"confirm-{grant}", async () =>
    {
        // The code only after everything else: a wrong one counts towards the lock.
        if (!await db.Grants.AnyAsync(row => row.Id == grant && row.Account == Id, Cancel)) throw new RefusedException(Refusal.NotFound);
        if (!await factor.GivenAsync(code)) throw new RefusedException(Refusal.SecondFactorNeeded);
        await confirm.RunAsync(Person, grant, Cancel);
        return AccountsText.Confirmed;
    });

    public Task<IActionResult> OnPostEndAsync(Guid grant) => ActAsync($"end-{grant}", async () =>
    {
        if (!await db.Grants.AnyAsync(row => row.Id == grant && row.Account == Id, Cancel)) throw new RefusedException(Refusal.NotFound);
        await end.RunAsync(Person, grant, Reason, Cancel);
        return AccountsText.Ended;
    });

    public Task<IActionResult> OnPostCloseAsync() => ActAsync("close", async () =>
    {
        await close.RunAsync(Person, Id, Reason, Cancel);
        return AccountsText.Closed;
    });

    public Task<IActionResult> OnPostResetAsync(string? code) => ActAsync("reset", async () =>
    {
        if (!await factor.GivenAsync(code)) throw new RefusedException(Refusal.SecondFactorNeeded);
        await remove.RunAsync(Person, Id, Reason, Links.ByMail(settings) ? settings.PublicAddress : null, Cancel);
        return AccountsText.SignInReset;
    });

    public Task<IActionResult> OnPostInviteAsync() => TryAsync(
        async () =>
        {
            var byMail = Links.ByMail(settings);
            HandOver = await again.RunAsync(Person, Id, byMail ? settings.PublicAddress : null, Cancel);
            await OnGetAsync();
            return byMail ? Then($"/noi-bo/nguoi-dung/{Id}", AccountsText.InvitationSent(Shown.Email)) : Page();
        },
        OnGetAsync);

    private Task<IActionResult> ActAsync(string form, Func<Task<Text>> act)
    {
        Sent = form;
        return TryAsync(async () => Then($"/noi-bo/nguoi-dung/{Id}", await act()), OnGetAsync);
    }
}
