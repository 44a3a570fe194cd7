using Microsoft.EntityFrameworkCore;
using ParIndex.App.Cycles;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Testing;

namespace ParIndex.App.Tests.SelfAssessment;

public sealed class EntryWarningsTests
{
    [Theory, BothEngines]
    public async Task A_document_is_odd_when_unsigned_outside_the_year_without_file_or_used_by_another_unit_which_is_not_named(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        await using var db = database.Open();
        var good = Add(db, work, "SNV", new(2021, 3, 1), "aa", "intact: Nguyễn Văn Thử");
        var old = Add(db, work, "SNV", new(2020, 12, 31), "bb", "none");
        var proves = Add(db, work, "SNV", new(2022, 2, 1), "cc", "broken: ", row => (row.PeriodFrom, row.PeriodUntil) = (new(2021, 1, 1), new(2021, 12, 31)));
        var bare = Add(db, work, "SNV", new(2021, 5, 1), null, null);
        var shared = Add(db, work, "SNV", new(2021, 5, 1), "dd", "intact: A");
        Add(db, work, "STC", new(2021, 5, 1), "dd", "intact: A");
        Add(db, work, "STP", new(2021, 5, 1), "aa", "intact: A", row => row.WithdrawnAt = work.Clock.Now);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var cycle = await new LoadCycle(db).RunAsync(work.Cycle, TestContext.Current.CancellationToken, "SNV");
        var odd = await new EntryWarnings(db).OfEvidenceAsync(cycle, "SNV", [good, old, proves, bare, shared], TestContext.Current.CancellationToken);
        Assert.Empty(odd[good.Id]);
        Assert.Equal(["Ngoài thời gian đánh giá (năm 2021)", "Tệp không có chữ ký số"], odd[old.Id].Select(text => text.Vi));
        Assert.Equal(["Chữ ký số không khớp nội dung tệp"], odd[proves.Id].Select(text => text.Vi));
        Assert.Equal(["Chưa có tệp đính kèm"], odd[bare.Id].Select(text => text.Vi));
        Assert.Equal(["Một đơn vị khác cũng dùng đúng tệp này"], odd[shared.Id].Select(text => text.Vi));
    }

    [Theory, BothEngines]
    public async Task Figures_far_from_the_cycle_before_are_pointed_out_with_both_values(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        await using var db = database.Open();
        var cycle = await new LoadCycle(db).RunAsync(work.Cycle, TestContext.Current.CancellationToken, "SNV");
        var tasks = cycle.Leaf("SNV", "1.1.2")!;
        var last = new LastCycle(tasks, [new("on_time", 40m), new("assigned", 50m)], Points.Of(1.6m), Points.Of(1.6m), null);
        IReadOnlyList<string> Far(decimal onTime, decimal assigned, decimal? points) =>
            [.. EntryWarnings.FarFrom(last, tasks, [new("on_time", onTime), new("assigned", assigned)], points is { } some ? Points.Of(some) : null).Select(text => text.Vi)];
        Assert.Empty(Far(60, 70, 1.7m));
        Assert.Empty(Far(60, 70, null));
        Assert.Equal(["Khác nhiều so với kỳ trước: 40 nhiệm vụ đúng hạn, nay 80. Kiểm tra lại số liệu."], Far(80, 90, 1.77m));
        Assert.Equal(["Khác nhiều so với kỳ trước: được 1,6 trên 2 điểm, nay tự chấm 1 trên 2 điểm."], Far(30, 60, 1m));
        Assert.Empty(EntryWarnings.FarFrom(null, tasks, [new("on_time", 1m)], Points.Zero));
        Assert.Null(await new EntryWarnings(db).LastAsync(cycle, "SNV", "1.1.2", TestContext.Current.CancellationToken));
    }

    private static EvidenceRow Add(IndexDb db, Officers work, string unit, DateOnly day, string? sha, string? signature, Action<EvidenceRow>? change = null)
    {
        var row = new EvidenceRow { Cycle = work.Cycle, Unit = unit, Id = Guid.NewGuid(), Number = "", Title = "Tài liệu thử", Date = day, By = work.Officer.Account, At = work.Clock.Now };
        change?.Invoke(row);
        db.Add(row);
        if (sha is not null)
            db.Add(new EvidenceFileRow
            {
                Cycle = work.Cycle,
                Unit = unit,
                Evidence = row.Id,
                Revision = 1,
                Sha256 = sha.PadLeft(64, '0'),
                Length = 1,
                FileName = "a.pdf",
                MediaType = "application/pdf",
                State = FileState.NotScanned,
                Signature = signature,
                By = work.Officer.Account,
                At = work.Clock.Now,
            });
        return row;
    }
}
