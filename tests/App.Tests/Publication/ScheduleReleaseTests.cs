using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Cycles;
using ParIndex.App.Publication;
using ParIndex.App.Results;
using ParIndex.App.Storage;
using ParIndex.App.Tests.Cycles;
using ParIndex.Core;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Publication;

/// <summary>From the frozen run to drafts, a moment, corrections and withdrawal, by a clock that the test moves.</summary>
public sealed class ScheduleReleaseTests : IDisposable
{
    private readonly StandingClock clock = new(new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero));
    private readonly SmallCycle small = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => small.Dispose();

    [Theory, BothEngines]
    public async Task A_classification_that_the_decision_publishes_has_to_be_approved_first(Engine engine)
    {
        small.AddHeads();
        using var database = new Database(engine);
        var cycle = await FrozenAsync(database);
        await RefusedAsync(() => DraftAsync(database, cycle), "classification_blocks");
    }

    [Theory, BothEngines]
    public async Task A_draft_gets_its_moment_and_comes_out_by_the_clock_alone_with_everything_that_belongs_to_it(Engine engine)
    {
        using var database = new Database(engine);
        var cycle = await FrozenAsync(database);
        var draft = await DraftAsync(database, cycle);
        Assert.Equal(("0.1", "small-2021-du-thao-1", true, 64), (draft.Edition, draft.Slug, draft.IsDraft, draft.ResultsHash.Length));

        var moment = clock.Now.AddHours(4);
        await ScheduleAsync(database, draft.Id, 1, moment);
        foreach (var early in new[] { clock.Now, moment.AddTicks(-1) })
        {
            clock.Now = early;
            await using var before = Open(database);
            Assert.Equal(0, await before.Releases.CountAsync(Cancel));
            Assert.Equal((0, 0, 0, 0), (await before.Units.CountAsync(Cancel), await before.UnitResults.CountAsync(Cancel), await before.LeafResults.CountAsync(Cancel), await before.PartResults.CountAsync(Cancel)));
            Assert.Equal((0, 0, 0, 0), (await before.Documents.CountAsync(Cancel) + await before.SearchEntries.CountAsync(Cancel), await before.Statements.CountAsync(Cancel), await before.Groups.CountAsync(Cancel), await before.Criteria.CountAsync(Cancel)));
            Assert.Equal(0, await before.Frameworks.CountAsync(Cancel) + await before.Satisfaction.CountAsync(Cancel) + await before.FormSigns.CountAsync(Cancel) + await before.Heads.CountAsync(Cancel));
            Assert.Equal((0, 0), (await new TellRelease(before, clock).RunAsync(Cancel), await before.FollowUps.CountAsync(Cancel)));
        }

        clock.Now = moment;
        await using var db = Open(database);
        var release = await db.Releases.SingleAsync(Cancel);
        Assert.Equal(("1.0", "small-2021", moment, 1), (release.Edition, release.Slug, release.PublishedAt, release.Run));
        Assert.Equal([("SNV", 88.50m), ("STC", 80.50m), ("STP", 75.24m)], (await db.UnitResults.OrderBy(unit => unit.Rank).ToListAsync(Cancel)).Select(unit => (unit.Unit, unit.Published!.Value)));
        Assert.Equal("/cong-bo/small-2021", (await db.SearchEntries.SingleAsync(entry => entry.Kind == Findable.Decision, Cancel)).Path);
        Assert.Contains("quyet-dinh.docx", await db.Documents.Select(file => file.Name).ToListAsync(Cancel));

        // What follows is done once, by whoever comes first.
        Assert.Equal(1, await new TellRelease(db, clock).RunAsync(Cancel));
        Assert.Equal(0, await new TellRelease(db, clock).RunAsync(Cancel));
        Assert.NotEqual(0, await db.FollowUps.CountAsync(Cancel));
        Assert.Equal(CycleState.Published, (await db.Cycles.SingleAsync(Cancel)).State);
    }

    [Theory, BothEngines]
    public async Task The_moment_can_be_moved_or_taken_away_until_it_has_come_and_never_after(Engine engine)
    {
        using var database = new Database(engine);
        var cycle = await FrozenAsync(database);
        var draft = await DraftAsync(database, cycle);
        await RefusedAsync(() => ScheduleAsync(database, draft.Id, 1, clock.Now.AddMinutes(-1)), "invalid");
        await RefusedAsync(() => ScheduleAsync(database, draft.Id, 7, clock.Now.AddHours(1)), "stale");
        await RefusedAsync(() => ScheduleAsync(database, draft.Id, 1, clock.Now.AddHours(1), secondFactor: false), "second_factor_needed");
        await RefusedAsync(() => ScheduleAsync(database, draft.Id, 1, clock.Now.AddHours(1), person: People.Officer), "forbidden");
        await ScheduleAsync(database, draft.Id, 1, clock.Now.AddHours(1));
        await RefusedAsync(() => ScheduleAsync(database, draft.Id, 2, clock.Now.AddHours(1)), "release_has_moment");
        await using (var db = Open(database)) await new ScheduleRelease(db, clock).MoveAsync(People.Secretary, draft.Id, 2, clock.Now.AddHours(9), "Dời theo lịch họp báo", true, Cancel);
        clock.Now = clock.Now.AddHours(2);
        await using (var db = Open(database))
        {
            Assert.Equal(0, await db.Releases.CountAsync(Cancel));
            await new ScheduleRelease(db, clock).CancelAsync(People.Secretary, draft.Id, 3, "Chờ ý kiến của lãnh đạo", Cancel);
        }

        clock.Now = clock.Now.AddDays(1);
        await using (var db = Open(database))
        {
            Assert.Equal(0, await db.Releases.CountAsync(Cancel));
            var row = await db.AllReleases.SingleAsync(Cancel);
            Assert.Equal(("0.1", "small-2021-du-thao-1"), (row.Edition, row.Slug));
        }

        await ScheduleAsync(database, draft.Id, 4, null);
        await RefusedAsync(async () =>
        {
            await using var db = Open(database);
            await new ScheduleRelease(db, clock).MoveAsync(People.Secretary, draft.Id, 5, clock.Now.AddHours(1), "Dời theo lịch họp báo", true, Cancel);
        }, "release_out");
        await RefusedAsync(async () =>
        {
            await using var db = Open(database);
            await new ScheduleRelease(db, clock).CancelAsync(People.Secretary, draft.Id, 5, "Chờ ý kiến của lãnh đạo", Cancel);
        }, "release_out");
    }

    [Theory, BothEngines]
    public async Task A_correction_is_a_version_of_its_own_with_its_reason_and_a_withdrawn_one_stays_readable(Engine engine)
    {
        using var database = new Database(engine);
        var cycle = await FrozenAsync(database);
        var first = await DraftAsync(database, cycle);
        await ScheduleAsync(database, first.Id, 1, null);

        await using (var db = Open(database))
        {
            db.Add(new ActRow { Cycle = cycle, Unit = "SNV", Leaf = "1.2.1", Seq = 4, Stage = "appraisal", Points = Points.Of(2.5m), Reason = "Kết luận kiểm tra", By = Guid.NewGuid(), Actor = "Tổ thẩm định", At = clock.Now });
            await db.SaveChangesAsync(Cancel);
        }

        await using (var db = Open(database)) await new ComputeRun(db, clock).RunAsync(People.Secretary, cycle, "Đính chính theo kết luận kiểm tra", "test", Cancel);
        // Computed anew and not frozen: what was frozen before is stale.
        await RefusedAsync(() => DraftAsync(database, cycle), "run_not_frozen");
        await FreezeAsync(database, cycle, 2);
        var second = await DraftAsync(database, cycle);
        Assert.Equal("0.1", second.Edition);
        await RefusedAsync(() => ScheduleAsync(database, second.Id, 1, null), "revision_without_note");
        await ScheduleAsync(database, second.Id, 1, null, new("Sửa điểm 1.2.1 của Sở Nội vụ.", "Points of 1.2.1 of Home Affairs corrected."));

        await using (var db = Open(database))
        {
            var all = await db.Releases.OrderBy(row => row.Revision).ToListAsync(Cancel);
            Assert.Equal([("1.0", "small-2021"), ("1.1", "small-2021-2")], all.Select(row => (row.Edition, row.Slug)));
            Assert.Equal([(first.Id, 88.50m), (second.Id, 86.00m)],
                (await db.UnitResults.Where(unit => unit.Unit == "SNV").OrderBy(unit => unit.ReleaseId).ToListAsync(Cancel)).Select(unit => (unit.ReleaseId, unit.Published!.Value)));
        }

        await using (var db = Open(database)) await new WithdrawRelease(db, clock).RunAsync(People.Secretary, second.Id, 2, new("Công bố nhầm.", "Published by mistake."), true, Cancel);
        await using var stored = Open(database);
        Assert.Equal([first.Id], await stored.Releases.InForce().Select(row => row.Id).ToListAsync(Cancel));
        Assert.Equal(2, await stored.Releases.CountAsync(Cancel));
        Assert.Equal("Công bố nhầm.", (await stored.Releases.SingleAsync(row => row.Id == second.Id, Cancel)).WithdrawnReason!.Vi);
    }

    [Theory, BothEngines]
    public async Task Early_readers_are_named_with_a_reason_and_every_look_is_kept(Engine engine)
    {
        using var database = new Database(engine);
        var cycle = await FrozenAsync(database);
        var reader = new AccountRow { Id = Guid.NewGuid(), UserName = "doc-truoc", FullName = "Người đọc trước", CreatedAt = clock.Now };
        await using (var db = Open(database))
        {
            db.Add(reader);
            await db.SaveChangesAsync(Cancel);
        }

        var draft = await DraftAsync(database, cycle);
        var person = People.Of(Role.Clerk) with { Account = reader.Id };
        await RefusedAsync(() => LookAsync(database, person, draft.Id, "page"), "not_found");
        await using (var db = Open(database)) await RefusedAsync(() => new EarlyReading(db, clock).NameAsync(People.Secretary, cycle, reader.Id, "ngắn", Cancel), "reason_too_short");
        await using (var db = Open(database)) await new EarlyReading(db, clock).NameAsync(People.Secretary, cycle, reader.Id, "Chuẩn bị họp báo công bố", Cancel);
        await LookAsync(database, person, draft.Id, "page");
        await using (var db = Open(database)) Assert.Equal("quyet-dinh.docx", (await new EarlyReading(db, clock).FileAsync(person, draft.Id, "quyet-dinh.docx", Cancel)).Name);
        await using (var db = Open(database))
        {
            Assert.Equal(["page", "quyet-dinh.docx"], await db.EarlyViews.OrderBy(view => view.What).Select(view => view.What).ToListAsync(Cancel));
            Assert.All(await db.EarlyViews.ToListAsync(Cancel), view => Assert.Equal((draft.Id, reader.Id), (view.ReleaseId, view.Account)));
            var named = await db.EarlyReaders.SingleAsync(Cancel);
            await new EarlyReading(db, clock).EndAsync(People.Secretary, cycle, named.Id, Cancel);
        }

        await RefusedAsync(() => LookAsync(database, person, draft.Id, "page"), "not_found");
        await ScheduleAsync(database, draft.Id, 1, null);
        // Once it is out there is nothing early about it.
        await RefusedAsync(() => LookAsync(database, People.Secretary, draft.Id, "page"), "not_found");
    }

    private IndexDb Open(Database database)
    {
        var db = database.Open();
        db.Clock = clock;
        return db;
    }

    private async Task LookAsync(Database database, Person person, int release, string what)
    {
        await using var db = Open(database);
        await new EarlyReading(db, clock).OpenAsync(person, release, what, Cancel);
    }

    private async Task<int> FrozenAsync(Database database)
    {
        int id;
        await using (var db = Open(database)) id = (await new ImportCycle(db, clock).RunAsync(small.Folder, CycleState.Open, Cancel)).Cycle!.Value;
        await using (var db = Open(database)) await new ComputeRun(db, clock).RunAsync(People.Secretary, id, null, "test", Cancel);
        await RefusedAsync(() => DraftAsync(database, id), "run_not_frozen");
        await FreezeAsync(database, id, 1);
        return id;
    }

    private async Task FreezeAsync(Database database, int id, int run)
    {
        await using var db = Open(database);
        await new FreezeRun(db, clock).RunAsync(People.Chair, id, run, 1, true, Cancel);
    }

    private async Task<ReleaseRow> DraftAsync(Database database, int cycle)
    {
        await using var db = Open(database);
        return await new DraftRelease(db, clock).RunAsync(People.Secretary, cycle, Cancel);
    }

    private async Task ScheduleAsync(Database database, int release, int version, DateTimeOffset? at, Text? note = null, bool secondFactor = true, Person? person = null)
    {
        await using var db = Open(database);
        await new ScheduleRelease(db, clock).RunAsync(person ?? People.Secretary, release, version, at, note, secondFactor, Cancel);
    }

    private static async Task RefusedAsync(Func<Task> act, string code) => Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Code);
}
