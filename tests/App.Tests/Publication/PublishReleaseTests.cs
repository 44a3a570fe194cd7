using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Publication;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Documents.Cycles;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Publication;

public sealed class PublishReleaseTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2022, 3, 28, 5, 0, 0, TimeSpan.Zero);
    private readonly Database database = new();
    private readonly SmallCycle cycle = new();

    public void Dispose()
    {
        database.Dispose();
        cycle.Dispose();
    }

    [Fact]
    public async Task What_was_published_reads_back_with_the_same_figures()
    {
        var published = await Publish();

        await using var db = database.Open();
        var release = await db.Releases.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((1, "small-2021", 2021, "small-2021", (Text?)null), (release.Revision, release.Slug, release.Year, release.CycleCode, release.RevisionNote));
        Assert.Equal((published.Id, Noon, "test 1", 64), (release.Id, release.PublishedAt, release.Engine, release.InputsHash.Length));
        Assert.Equal("SỐ LIỆU MINH HỌA", release.Notice!.Vi);

        // 0.5 + 90 % of 2 + 2.75 + 95 % of 4; 1 + 2 (nothing arose) + 2.5 + 62.5 % of 4; (1 + 80 % of 2 + two thirds of 4) of the 7 that apply. STC has 0.5 of bonus on top.
        var units = await db.UnitResults.OrderBy(unit => unit.Rank).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [("SNV", 1, 8.85m, 10m, 88.50m), ("STC", 2, 8m, 10m, 80.50m), ("STP", 3, 5.2667m, 7m, 75.24m)],
            units.Select(unit => (unit.Unit, unit.Rank!.Value, unit.Achieved!.Value.Value, unit.Applicable!.Value.Value, unit.Published!.Value)));
        Assert.Equal(0.5m, units[1].Bonus.Value);

        var leaf = await db.LeafResults.SingleAsync(row => row.Unit == "SNV" && row.Code == "1.2.1", TestContext.Current.CancellationToken);
        Assert.Equal((2.75m, 3m, 3m, 2.75m), (leaf.Points.Value, leaf.Applicable.Value, leaf.Self!.Value.Value, leaf.Appraised!.Value.Value));
        Assert.Equal(["Tự đánh giá", "Thẩm định", "Giải trình"], leaf.Acts.Select(act => act.Stage.Vi));
        Assert.Equal([3m, 2.75m, null], leaf.Acts.Select(act => act.Points));
        Assert.Equal("Thiếu một kết luận", leaf.Acts[1].Reason);
    }

    [Fact]
    public async Task A_file_of_a_release_reads_back_byte_for_byte()
    {
        await Publish();
        await using var db = database.Open();
        var file = await db.Documents.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("thong-cao.md", 12L), (file.Name, file.Length));
        Assert.Equal("Thông cáo\n"u8.ToArray(), file.Content);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("Thông cáo\n"))), file.Sha256);
        var statements = await db.Statements.OrderBy(row => row.Order).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["Câu một.", "Câu hai."], statements.Select(row => row.Words.Vi));
    }

    [Fact]
    public async Task The_same_figures_again_are_the_same_release()
    {
        var first = await Publish();
        var again = await Publish();
        Assert.Equal((first.Id, 1), (again.Id, again.Revision));
        await using var db = database.Open();
        Assert.Equal((1, 3), (await db.Releases.CountAsync(TestContext.Current.CancellationToken), await db.UnitResults.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Other_figures_without_a_note_are_refused_and_nothing_changes()
    {
        await Publish();
        cycle.Change("acts.csv", "2.75", "2.5");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Publish());

        Assert.Equal("revision_without_note", refused.Refusal.Code);
        Assert.Contains("small-2021", refused.Refusal.Message.Vi, StringComparison.Ordinal);
        await using var db = database.Open();
        Assert.Equal((1, 3, 1), (await db.Releases.CountAsync(TestContext.Current.CancellationToken),
            await db.UnitResults.CountAsync(TestContext.Current.CancellationToken), await db.Documents.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_correction_is_the_next_revision_with_its_note_and_the_first_stays_as_it_was()
    {
        var first = await Publish();
        cycle.Change("acts.csv", "2.75", "2.5");

        var second = await Publish(new("Sửa điểm 1.2.1 của Sở Nội vụ.", "Points of 1.2.1 of Home Affairs corrected."));

        Assert.Equal((1, "small-2021", 2, "small-2021-2"), (first.Revision, first.Slug, second.Revision, second.Slug));
        await using var db = database.Open();
        Assert.Equal(
            [(first.Id, 88.50m), (second.Id, 86.00m)],
            (await db.UnitResults.Where(unit => unit.Unit == "SNV").OrderBy(unit => unit.ReleaseId).ToListAsync(TestContext.Current.CancellationToken))
                .Select(unit => (unit.ReleaseId, unit.Published!.Value)));
        var notes = await db.Releases.OrderBy(release => release.Revision).Select(release => release.RevisionNote).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([null, "Sửa điểm 1.2.1 của Sở Nội vụ."], notes.Select(note => note?.Vi));
    }

    [Fact]
    public async Task A_number_is_never_given_twice()
    {
        await Publish();
        await using var db = database.Open();
        var release = await db.Releases.SingleAsync(TestContext.Current.CancellationToken);
        release.Id++;
        db.Add(release);
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    private async Task<ReleaseRow> Publish(Text? note = null)
    {
        var reading = CycleFolder.Read(cycle.Folder);
        Assert.Empty(reading.Findings);
        var result = Computing.Compute(reading.Input!, "test 1");
        await using var db = database.Open();
        return await new PublishRelease(db, new StandingClock(Noon)).RunAsync(
            new(result, [new("thong-cao.md", "text/markdown", "Thông cáo\n"u8.ToArray())], [new("Câu một.", "One."), new("Câu hai.", "Two.")], note),
            TestContext.Current.CancellationToken);
    }
}
