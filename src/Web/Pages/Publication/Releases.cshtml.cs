using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Publication;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Documents.OpenData;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Cycles;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Publication;

/// <summary>D2: drafts from the frozen run, their moment, early readers and what they looked at, withdrawal. Undo is not offered, correct is.</summary>
[MayOpen(Role.Secretariat, Role.CouncilChair, Role.Observer)]
public sealed class ReleasesModel(
    LoadCycle load, DraftRelease draft, ScheduleRelease schedule, WithdrawRelease withdraw, EarlyReading early, IndexDb db, SecondFactor factor, TimeProvider clock, Who who) : CyclePage(load, who)
{
    [BindProperty]
    public int Id { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    /// <summary>Day and hour as typed; empty: now.</summary>
    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? NoteVi { get; set; }

    [BindProperty]
    public string? NoteEn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public Guid Account { get; set; }

    /// <summary>The code of the second factor, as typed.</summary>
    [BindProperty(Name = "code")]
    public string? FactorCode { get; set; }

    public string? Sent { get; private set; }

    public SecondFactor Factor => factor;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public int? FrozenRun { get; private set; }

    public int? NewestRun { get; private set; }

    public IReadOnlyList<ReleaseRow> Releases { get; private set; } = [];

    public IReadOnlyList<EarlyReaderRow> Readers { get; private set; } = [];

    public IReadOnlyList<EarlyViewRow> Views { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<(Guid Account, string Name, string? Post)> People { get; private set; } = [];

    /// <summary>What the newest unpublished version would change of the one that is in force.</summary>
    public IReadOnlyList<PackageChange> Changes { get; private set; } = [];

    public ReleaseRow? Waiting => Releases.FirstOrDefault(release => release.PublishedAt > Now && !release.IsDraft);

    /// <summary>The newest draft, when nothing waits for its moment.</summary>
    public ReleaseRow? Draft => Waiting is null && Releases is [{ IsDraft: true } newest, ..] ? newest : null;

    public ReleaseRow? InForce => Releases.FirstOrDefault(release => release.PublishedAt <= Now && release.WithdrawnAt is null);

    public bool MayAct => MayRun;

    public bool MayDraft => MayAct && FrozenRun is not null && FrozenRun == NewestRun && Waiting is null;

    public async Task OnGetAsync()
    {
        await ReadCycleAsync(new("Công bố", "Release"));
        var (id, code) = (Cycle.Id, Cycle.Row.Code);
        Person.Need(id, Role.Secretariat, Role.CouncilChair, Role.Observer);
        Title = PublicationText.Title(Cycle.Cycle.Year);
        NewestRun = await db.Runs.Where(row => row.Cycle == id).MaxAsync(row => (int?)row.Number, Cancel);
        FrozenRun = await db.Runs.Where(row => row.Cycle == id && row.FrozenAt != null).MaxAsync(row => (int?)row.Number, Cancel);
        Releases = await db.AllReleases.Where(row => row.CycleCode == code).OrderByDescending(row => row.Revision).ToListAsync(Cancel);
        Readers = await db.EarlyReaders.Where(row => row.Cycle == id).OrderBy(row => row.GivenAt).ToListAsync(Cancel);
        var ids = Releases.Select(release => release.Id).ToList();
        Views = await db.EarlyViews.Where(row => ids.Contains(row.ReleaseId)).OrderByDescending(row => row.At).Take(200).ToListAsync(Cancel);
        var people = await db.Users.Where(user => user.DisabledAt == null).Select(user => new { user.Id, user.FullName, user.Post }).ToListAsync(Cancel);
        Names = people.ToDictionary(user => user.Id, user => user.FullName);
        People = [.. people.OrderBy(user => user.FullName, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("vi-VN"), false)).Select(user => (user.Id, user.FullName, user.Post))];
        if ((Waiting ?? Draft) is { } next && InForce is { } current) Changes = await ReleaseChanges.ReadAsync(db, current.Id, next.Id, Cancel);
    }

    public Task<IActionResult> OnPostDraftAsync() => ActAsync("draft", async () => PublicationText.Drafted((await draft.RunAsync(Person, Cycle.Id, Cancel)).Edition));

    public Task<IActionResult> OnPostScheduleAsync() => ActAsync("schedule", async () =>
    {
        var note = string.IsNullOrWhiteSpace(NoteVi) ? null : Both(NoteVi, NoteEn, "note-vi");
        var release = await schedule.RunAsync(Person, Id, Version, TypedDate.Moment(At, "day"), note, await factor.GivenAsync(FactorCode), Cancel);
        return PublicationText.Scheduled(release, Now);
    });

    public Task<IActionResult> OnPostMoveAsync() => ActAsync("move", async () =>
    {
        await schedule.MoveAsync(Person, Id, Version, TypedDate.Moment(At, "day"), Reason, await factor.GivenAsync(FactorCode), Cancel);
        return PublicationText.Moved;
    });

    public Task<IActionResult> OnPostCancelAsync() => ActAsync("cancel", async () =>
    {
        await schedule.CancelAsync(Person, Id, Version, Reason, Cancel);
        return PublicationText.Cancelled;
    });

    public Task<IActionResult> OnPostWithdrawAsync() => ActAsync("withdraw", async () =>
    {
        var edition = await db.Releases.Where(row => row.Id == Id).FirstOrDefaultAsync(Cancel);
        await withdraw.RunAsync(Person, Id, Version, Both(NoteVi, NoteEn, "w-note-vi"), await factor.GivenAsync(FactorCode), Cancel);
        return PublicationText.Withdrawn(edition?.Edition ?? "");
    });

    public Task<IActionResult> OnPostNameAsync() => ActAsync("name", async () =>
    {
        await early.NameAsync(Person, Cycle.Id, Account, Reason, Cancel);
        return PublicationText.Named;
    });

    public Task<IActionResult> OnPostEndAsync(Guid reader) => ActAsync("end", async () =>
    {
        await early.EndAsync(Person, Cycle.Id, reader, Cancel);
        return PublicationText.Ended;
    });

    /// <summary>A reason for everybody: Vietnamese is asked for, English stands beside it or is the same.</summary>
    private static Text Both(string? vi, string? en, string field)
    {
        var words = Reasons.Required(vi, field);
        return new(words, string.IsNullOrWhiteSpace(en) ? words : Reasons.Required(en, field.Replace("-vi", "-en", StringComparison.Ordinal)));
    }

    private Task<IActionResult> ActAsync(string form, Func<Task<Text>> act)
    {
        Sent = form;
        return TryAsync(
            async () =>
            {
                await ReadCycleAsync(new("Công bố", "Release"));
                return Then($"{Here}/cong-bo", await act());
            },
            OnGetAsync);
    }
}
