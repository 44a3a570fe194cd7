using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Messages;
using ParIndex.App.Storage;

namespace ParIndex.App.Publication;

/// <summary>Người được đọc trước: named by the secretariat with a reason, told so, and every look they take is a row and a line of the journal.</summary>
public sealed class EarlyReading(IndexDb db, TimeProvider clock)
{
    private static readonly Role[] SeeAll = [Role.Secretariat, Role.CouncilChair, Role.Observer];

    /// <summary>Names an early reader of a cycle.</summary>
    public async Task NameAsync(Person person, int cycle, Guid account, string? reason, CancellationToken cancel)
    {
        person.Need(cycle, Role.Secretariat);
        var why = Reasons.Required(reason);
        var code = await db.Cycles.Where(row => row.Id == cycle).Select(row => row.Code).SingleOrDefaultAsync(cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (!await db.Users.AnyAsync(user => user.Id == account && user.DisabledAt == null, cancel))
            throw new RefusedException(Refusal.Invalid("account", new("Chọn một tài khoản đang dùng.", "Choose an account in use.")));
        if (await db.EarlyReaders.AnyAsync(row => row.Cycle == cycle && row.Account == account && row.EndedAt == null, cancel)) throw new RefusedException(Refusal.EarlyReaderAlready);
        var now = clock.GetUtcNow();
        db.Add(new EarlyReaderRow { Id = Guid.CreateVersion7(now), Cycle = cycle, Account = account, Reason = why, GivenBy = person.Account, GivenAt = now });
        db.Note(new(person.Account, JournalAct.Granted, JournalObject.Cycle(cycle), "early.named", now, After: new { account }, Reason: why));
        await db.TellAsync([account], MailText.EarlyReader(code, "/noi-bo/xem-truoc"), now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Ends the right before its time.</summary>
    public async Task EndAsync(Person person, int cycle, Guid id, CancellationToken cancel)
    {
        person.Need(cycle, Role.Secretariat);
        var row = await db.EarlyReaders.AsTracking().SingleOrDefaultAsync(one => one.Id == id && one.Cycle == cycle, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (row.EndedAt is not null) return;
        row.EndedAt = clock.GetUtcNow();
        db.Note(new(person.Account, JournalAct.Granted, JournalObject.Cycle(cycle), "early.ended", row.EndedAt.Value, new { row.Account }));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>What this person may read before everybody, newest first.</summary>
    public async Task<IReadOnlyList<ReleaseRow>> ListAsync(Person person, CancellationToken cancel)
    {
        var (account, now) = (person.Account, clock.GetUtcNow());
        var named = await db.EarlyReaders.Where(row => row.Account == account && row.EndedAt == null).Select(row => row.Cycle).ToListAsync(cancel);
        var cycles = await db.Cycles.Select(row => new { row.Id, row.Code }).ToListAsync(cancel);
        var codes = cycles.Where(cycle => named.Contains(cycle.Id) || person.Is(cycle.Id, SeeAll)).Select(cycle => cycle.Code).ToList();
        return await db.AllReleases.Where(row => codes.Contains(row.CycleCode) && row.Run != null && row.PublishedAt > now).OrderByDescending(row => row.Id).ToListAsync(cancel);
    }

    /// <summary>Opens a release that is not out, and notes who looked at what; for everybody else, and once it is out, there is nothing here.</summary>
    public async Task<ReleaseRow> OpenAsync(Person person, int id, string what, CancellationToken cancel)
    {
        var release = (await ListAsync(person, cancel)).FirstOrDefault(row => row.Id == id) ?? throw new RefusedException(Refusal.NotFound);
        var now = clock.GetUtcNow();
        db.Add(new EarlyViewRow { Id = Guid.CreateVersion7(now), ReleaseId = id, Account = person.Account, At = now, What = what });
        db.Note(new(person.Account, JournalAct.Granted, JournalObject.Release(id), "early.viewed", now, After: new { release.Edition, what }));
        await db.SaveChangesAsync(cancel);
        return release;
    }

    /// <summary>A file of a release that is not out, noted as a look.</summary>
    public async Task<DocumentRow> FileAsync(Person person, int id, string name, CancellationToken cancel)
    {
        if ((await ListAsync(person, cancel)).All(row => row.Id != id)) throw new RefusedException(Refusal.NotFound);
        var file = await db.OfAnyRelease<DocumentRow>().SingleOrDefaultAsync(row => row.ReleaseId == id && row.Name == name, cancel) ?? throw new RefusedException(Refusal.NotFound);
        await OpenAsync(person, id, name, cancel);
        return file;
    }
}
