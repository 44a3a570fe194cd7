using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Results;
using ParIndex.App.Storage;

namespace ParIndex.App.Heads;

/// <summary>
/// The published year of the demonstration with its run frozen, its heads classified and the notices sent, so that desk and head find something to do.
/// All of it is illustrative.
/// </summary>
public sealed class MakeDemoClassification(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(int cycle, string engine, CancellationToken cancel)
    {
        var chair = new Person(await AccountAsync(Role.CouncilChair, cancel), "", null, [new(Role.CouncilChair)], []);
        var secretary = new Person(await AccountAsync(Role.Secretariat, cancel), "", null, [new(Role.Secretariat)], [new("SNV", new(2000, 1, 1), null)]);
        var run = await new ComputeRun(db, clock).RunAsync(secretary, cycle, "Bản trình diễn: tính lại năm đã công bố", engine, cancel);
        db.ChangeTracker.Clear();
        await new FreezeRun(db, clock).RunAsync(chair, cycle, run.Number, 1, secondFactor: true, cancel);
        db.ChangeTracker.Clear();
        var number = await new Classify(db, clock).RunAsync(secretary, cycle, null, cancel);
        db.ChangeTracker.Clear();
        foreach (var head in await db.HeadCases.Where(one => one.Cycle == cycle && one.Number == number && one.Recused).Select(one => one.Head).ToListAsync(cancel))
            await new HandOverHead(db, clock).RunAsync(chair, cycle, number, head, "Thanh tra thành phố (minh họa)", "Văn bản minh họa", 1, cancel);
        db.ChangeTracker.Clear();
        await new SendHeadNotices(db, clock).RunAsync(secretary, cycle, number, clock.GetUtcNow().AddDays(7), 1, cancel);
        db.ChangeTracker.Clear();
    }

    private async Task<Guid> AccountAsync(Role role, CancellationToken cancel) =>
        await db.Grants.Where(grant => grant.Role == role && grant.EndedAt == null).OrderBy(grant => grant.Account).Select(grant => grant.Account).FirstAsync(cancel);
}
