using Microsoft.AspNetCore.Mvc;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;
using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>X1: who has an account, what each may do, and which rights wait for a second administrator.</summary>
[MayOpen(Role.Administrator, Role.Observer)]
public sealed class PeopleModel(ReadPeople read, IndexDb db, Who who) : WorkPage(who)
{
    private const int PageLength = 100;

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Sought { get; set; }

    /// <summary>Which accounts: cho (something waits), moi (invited), khoa (locked), dong (closed), or empty: all that are not closed.</summary>
    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "vai")]
    public Role? WithRole { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<PersonShown> People { get; private set; } = [];

    public int Found { get; private set; }

    public int Pages => Math.Max(1, (Found + PageLength - 1) / PageLength);

    /// <summary>Rights that wait, with whom they are for.</summary>
    public IReadOnlyList<(PersonShown Person, GrantShown Grant)> Waiting { get; private set; } = [];

    public bool MayChange => Person.Is(Role.Administrator);

    public static IReadOnlyList<(string Value, Text Words)> States { get; } =
    [
        ("", new("Đang có (chưa đóng)", "All but closed")), ("cho", new("Có quyền chờ xác nhận", "With a right that waits")), ("moi", new("Đã mời, chưa thiết lập", "Invited, not set up")),
        ("khoa", new("Đang tạm khóa", "Locked for a while")), ("dong", new("Đã đóng", "Closed")),
    ];

    public async Task OnGetAsync()
    {
        Title = AccountsText.People;
        Above = [(new("Việc của tôi", "My work"), "/noi-bo")];
        if (Sought?.Length > 80) Sought = Sought[..80];
        var all = await read.ListAsync(Person, Sought, Cancel);
        Waiting = [.. all.SelectMany(person => person.Waiting.Select(grant => (person, grant))).OrderBy(pair => pair.grant.ProposedAt)];
        var chosen = all.Where(person => State switch
        {
            "cho" => person.Waiting.Any(),
            "moi" => person.State is AccountState.Invited or AccountState.InvitationExpired,
            "khoa" => person.State == AccountState.Locked,
            "dong" => person.State == AccountState.Closed,
            _ => person.State != AccountState.Closed,
        }).Where(person => WithRole is not { } role || person.InForce.Any(grant => grant.Role == role)).ToList();
        Found = chosen.Count;
        PageNumber = Math.Clamp(PageNumber, 1, Pages);
        People = [.. chosen.Skip((PageNumber - 1) * PageLength).Take(PageLength)];
    }

    /// <summary>The workbook to fill in.</summary>
    public async Task<IActionResult> OnGetTemplateAsync()
    {
        var target = new MemoryStream();
        PeopleSheet.WriteEmpty(await UnitNames.ReadAsync(db, Cancel), target);
        return File(target.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "nguoi-dung.xlsx");
    }

    /// <summary>This list with another page.</summary>
    public string To(int page) => $"/noi-bo/nguoi-dung?tim={Uri.EscapeDataString(Sought ?? "")}&trang-thai={State}&vai={WithRole}&trang={page}";
}
