using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Heads;
using ParIndex.App.Storage;
using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Units;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Heads;

/// <summary>Who headed a unit when: posts by period, each with its appointment. No names, no grades.</summary>
[MayOpen(Role.Secretariat, Role.Observer, Role.Administrator, Role.CouncilChair)]
public sealed class PostsModel(IndexDb db, ReadUnits units, SaveHeadPost save, TimeProvider clock, Who who) : WorkPage(who)
{
    [FromRoute(Name = "code")]
    public string Unit { get; set; } = "";

    /// <summary>The post that is changed; null: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Post { get; set; }

    [BindProperty]
    public string? PostVi { get; set; }

    [BindProperty]
    public string? PostEn { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public Guid? Account { get; set; }

    public IReadOnlyList<HeadPostRow> Posts { get; private set; } = [];

    public IReadOnlyList<(Guid Account, string Name)> Accounts { get; private set; } = [];

    public Text UnitName { get; private set; } = new("", "");

    public bool MayChange => Person.Is(Role.Secretariat);

    public string Here => $"/noi-bo/don-vi/{Unit}/dung-dau";

    public async Task OnGetAsync()
    {
        await ReadAsync();
        if (Posts.FirstOrDefault(post => post.Code == Post) is not { } chosen) return;
        (PostVi, PostEn, Document, Account) = (chosen.Post.Vi, chosen.Post.En, chosen.Document, chosen.Account);
        (From, To) = (chosen.From is { } from ? TypedDate.Write(from) : null, chosen.To is { } to ? TypedDate.Write(to) : null);
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            await save.RunAsync(Person, Unit, string.IsNullOrEmpty(Post) ? null : Post,
                new(PostVi, PostEn, TypedDate.Day(From, "from"), TypedDate.Day(To, "to"), Document, Account), Cancel);
            return Then(Here, HeadsText.PostSaved);
        },
        ReadAsync);

    private async Task ReadAsync()
    {
        UnitName = (await units.RunAsync(Vietnam.Day(clock.GetUtcNow()), Cancel)).Unit(Unit)?.Name ?? throw new RefusedException(Refusal.NotFound);
        Title = HeadsText.Posts;
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (UnitsWords.Units, "/noi-bo/don-vi"), (UnitName, $"/noi-bo/don-vi/{Unit}")];
        var posts = await db.HeadPosts.Where(post => post.Unit == Unit).ToListAsync(Cancel);
        Posts = [.. posts.OrderByDescending(post => post.From ?? DateOnly.MinValue).ThenBy(post => post.Code, StringComparer.Ordinal)];
        var accounts = await (from grant in db.Grants.Where(grant => grant.Unit == Unit && grant.Role == Role.UnitHead && grant.ConfirmedAt != null)
                              join user in db.Users on grant.Account equals user.Id
                              select new { user.Id, user.FullName }).Distinct().ToListAsync(Cancel);
        Accounts = [.. accounts.OrderBy(one => one.FullName, StringComparer.Ordinal).ThenBy(one => one.Id).Select(one => (one.Id, one.FullName))];
    }
}
