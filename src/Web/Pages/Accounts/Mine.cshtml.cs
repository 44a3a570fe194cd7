using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>The own account: who one is here, which rights are in force, how one signs in, and where one is signed in.</summary>
[MayOpen, BeforeSecondFactor]
public sealed class MineModel(IndexDb db, UserManager<AccountRow> users, EndSessions end, SiteSettings settings, Who who) : WorkPage(who)
{
    /// <summary>Each right with the place it holds in.</summary>
    public IEnumerable<(Text Role, string Where)> Rights => Person.Rights.Select(right => (
        WorkText.Name(right.Role), string.Join(", ", new[] { right.Unit, right.Department }.OfType<string>())));

    public AccountRow Account { get; private set; } = null!;

    public int PasskeyCount { get; private set; }

    /// <summary>Sessions that are open: those whose cookie may still be good.</summary>
    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Title = AccountsText.Mine;
        Account = (await users.FindByIdAsync(Person.Account.ToString()))!;
        PasskeyCount = (await users.GetPasskeysAsync(Account)).Count;
        var since = settings.Clock.GetUtcNow() - TimeSpan.FromHours(10.1);
        Sessions = await db.Sessions.Where(row => row.Account == Person.Account && row.EndedAt == null && row.SeenAt > since).OrderByDescending(row => row.SeenAt).ToListAsync(Cancel);
    }

    public Task<IActionResult> OnPostEndOthersAsync() => TryAsync(
        async () => Then("/noi-bo/tai-khoan", AccountsText.SessionsEnded(await end.OthersAsync(Person, Who.Session, Cancel))), OnGetAsync);
}
