using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Audit;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core.Cycles;
using ParIndex.Documents.Cycles;

namespace ParIndex.App.Cycles;

/// <summary>
/// A year at work for the demonstration, made of the published year: one unit is half way through its self-assessment, the others have
/// handed theirs in, and every phase is open, so that each role finds something to do. All of it is illustrative.
/// </summary>
public sealed class MakeDemoCycle(IndexDb db, TimeProvider clock)
{
    /// <summary>The unit whose officer and head are in the cast.</summary>
    public const string Unit = "NQ";

    /// <summary>Makes the cycle of the year after <paramref name="from"/>, and gives its code.</summary>
    public async Task<string> RunAsync(int from, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var published = await db.Cycles.SingleAsync(row => row.Id == from, cancel);
        var before = CycleSettings.Read(Encoding.UTF8.GetBytes(published.Settings)).Value!;
        var settings = before with
        {
            Code = $"{before.Place.Code}-{before.Year + 1}",
            Year = before.Year + 1,
            Previous = null,
            Decision = null,
            Groups = [.. before.Groups.Select(group => group with { PreviousGroup = null })],
            GroupingNote = null,
            Notice = new("SỐ LIỆU MINH HỌA: kỳ trình diễn, không phải số liệu của thành phố.", "ILLUSTRATIVE FIGURES: a demonstration, not the city's data."),
        };
        var id = await db.Cycles.MaxAsync(row => row.Id, cancel) + 1;
        db.Add(new CycleRow
        {
            Id = id,
            Code = settings.Code,
            Year = settings.Year,
            State = CycleState.Open,
            Settings = Encoding.UTF8.GetString(CycleSettings.Write(settings)),
            Plan = "Kế hoạch minh họa",
            Previous = from,
            Version = 1,
        });
        await CopyAsync(from, id, now, cancel);
        if (settings.InitiativesLeaf is { } counting) await AddInitiativesAsync(from, id, counting.Value, settings.Year, now, cancel);
        await AddFindingAsync(from, id, now, cancel);
        await AssignAsync(from, id, cancel);
        await new DemoAppraisal(db).RunAsync(from, id, settings, now, cancel);
        foreach (var (phase, stage) in Phases(settings))
            db.Add(new PhaseRow { Cycle = id, Phase = phase, Stage = stage?.Code, Opens = now.AddDays(-20), Closes = now.AddDays(20 + (5 * (int)phase)) });
        db.Note(new(null, JournalAct.Moved, JournalObject.Cycle(id), "demo.cycle", now, After: new { settings.Code }));
        await db.SaveChangesAsync(cancel);
        return settings.Code;
    }

    private static IEnumerable<(Phase Phase, Stage? Stage)> Phases(Cycle settings)
    {
        var appraisals = settings.Stages.Where(stage => stage.Kind == StageKind.Appraisal).ToList();
        yield return (Phase.SelfAssessment, settings.Stages.FirstOrDefault(stage => stage.Kind == StageKind.SelfAssessment));
        yield return (Phase.FirstAppraisal, appraisals.FirstOrDefault());
        yield return (Phase.Explanation, settings.Stages.FirstOrDefault(stage => stage.Kind == StageKind.Explanation));
        yield return (Phase.SecondAppraisal, appraisals.Skip(1).FirstOrDefault() ?? appraisals.FirstOrDefault());
        yield return (Phase.Council, settings.Stages.FirstOrDefault(stage => stage.Kind == StageKind.Council));
    }

    private async Task CopyAsync(int from, int to, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var row in await db.CycleFrameworks.Where(row => row.Cycle == from).ToListAsync(cancel)) Add(row, copy => copy.Cycle = to);
        foreach (var row in await db.CycleUnits.Where(row => row.Cycle == from).ToListAsync(cancel)) Add(row, copy => copy.Cycle = to);
        foreach (var row in await db.Applicability.Where(row => row.Cycle == from).ToListAsync(cancel)) Add(row, copy => copy.Cycle = to);
        foreach (var row in await db.CycleFiles.Where(row => row.Cycle == from && !row.Name.StartsWith("previous/")).ToListAsync(cancel)) Add(row, copy => copy.Cycle = to);
        foreach (var row in await db.Evidence.Where(row => row.Cycle == from && row.Unit != Unit).ToListAsync(cancel)) Add(row, copy => copy.Cycle = to);
        foreach (var row in await db.EvidenceUses.Where(row => row.Cycle == from && row.Unit != Unit).ToListAsync(cancel)) Add(row, copy => copy.Cycle = to);
        var entered = 0;
        foreach (var row in await db.Entries.Where(row => row.Cycle == from).OrderBy(row => row.Unit).ThenBy(row => row.Leaf).ToListAsync(cancel))
        {
            if (row.Unit == Unit && ++entered % 2 == 0) continue;
            Add(row, copy =>
            {
                copy.Cycle = to;
                copy.At = now.AddDays(-6);
                if (copy.Unit == Unit) copy.State = entered % 4 == 1 ? EntryState.Ready : EntryState.Entering;
            });
        }

        var self = (await db.Acts.Where(row => row.Cycle == from && row.Unit != Unit && row.Seq == 1).ToListAsync(cancel));
        foreach (var row in self) Add(row, copy => { copy.Cycle = to; copy.At = now.AddDays(-5); });
    }

    /// <summary>As many initiatives as each unit reported, so that the count is that of the list.</summary>
    private async Task AddInitiativesAsync(int from, int to, string leaf, int year, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var entry in await db.Entries.Where(row => row.Cycle == from && row.Leaf == leaf).ToListAsync(cancel))
        {
            for (var i = 1; i <= (int)(entry.Inputs.FirstOrDefault()?.Value ?? 0); i++)
                db.Add(new InitiativeRow
                {
                    Cycle = to,
                    Unit = entry.Unit,
                    Id = Guid.CreateVersion7(now),
                    Title = $"Sáng kiến minh họa số {i}",
                    Document = $"{10 + i}/QĐ-{entry.Unit} (minh họa)",
                    Date = new(year, 11, 10 + Math.Min(i, 18)),
                    Issuer = "Hội đồng sáng kiến",
                    By = entry.By,
                    At = now.AddDays(-6),
                });
        }
    }

    /// <summary>A finding of an inspection that is overdue, and a proof that waits to be accepted.</summary>
    private async Task AddFindingAsync(int from, int to, DateTimeOffset now, CancellationToken cancel)
    {
        db.Add(new FollowUpRow
        {
            Unit = Unit,
            Id = Guid.CreateVersion7(now),
            Cycle = to,
            Kind = FollowUpKind.Inspection,
            What = "Niêm yết thủ tục hành chính tại bộ phận một cửa chưa cập nhật theo quyết định công bố mới.",
            Document = "Thông báo kết luận kiểm tra số 05/TB-SNV (minh họa)",
            Who = "Văn phòng HĐND và UBND quận",
            Due = Vietnam.Day(now.AddDays(-3)),
            By = Guid.Empty,
            At = now.AddDays(-30),
        });
        var lost = await db.FollowUps.AsTracking().Where(row => row.Cycle == from && row.Unit == Unit).OrderBy(row => row.Leaf).FirstOrDefaultAsync(cancel);
        if (lost is null) return;
        (lost.Who, lost.Due, lost.Proof) = ("Phòng Nội vụ", Vietnam.Day(now.AddDays(10)), "45/KH-UBND ngày 12/01 (minh họa)");
    }

    private async Task AssignAsync(int from, int to, CancellationToken cancel)
    {
        var appraisers = await (from grant in db.Grants.Where(grant => grant.Role == Role.Appraiser && grant.Department != null)
                                join account in db.Users.Where(account => account.Demo) on grant.Account equals account.Id
                                select new { grant.Department, account.Id }).ToListAsync(cancel);
        foreach (var row in await db.Assignments.Where(row => row.Cycle == from).ToListAsync(cancel))
            Add(row, copy =>
            {
                copy.Cycle = to;
                copy.Account = appraisers.FirstOrDefault(one => one.Department == row.Department)?.Id;
            });
    }

    private void Add<T>(T row, Action<T> change)
        where T : class
    {
        change(row);
        db.Add(row);
    }
}
