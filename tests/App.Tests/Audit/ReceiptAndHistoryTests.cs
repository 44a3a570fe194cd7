using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.Core;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Audit;

public sealed class ReceiptAndHistoryTests
{
    [Theory, BothEngines]
    public async Task A_receipt_proves_the_act_alone_and_against_the_journal_and_an_altered_one_does_not(Engine engine)
    {
        using var story = new JournalStory(engine);
        await story.ScoreAsync(4);
        await using var db = story.Database.Open();
        db.Note(new(null, JournalAct.Submitted, JournalObject.CycleUnit(1, "SNV"), "self.submitted", story.Clock.Now, After: new { points = Points.Of(81.25m) }));
        await db.SaveChangesAsync();
        Assert.Equal(5, db.JournalledTo);
        var receipt = JournalReceipt.Parse((await new GiveReceipt(db).RunAsync(5, default)).ToJson())!;
        Assert.Contains("81.25", receipt.Payload, StringComparison.Ordinal);

        await story.ScoreAsync(2);
        var copy = await JournalCopy.ReadAsync(db, story.Audit, default);
        Assert.Empty(receipt.Verify(null));
        Assert.Empty(receipt.Verify(copy));
        Assert.Equal([5L], (receipt with { Payload = receipt.Payload.Replace("81.25", "91.25", StringComparison.Ordinal) }).Verify(null).Select(finding => finding.Number));
        Assert.NotEmpty((receipt with { Seq = 4 }).Verify(null));
        using var other = new JournalStory(engine);
        await other.ScoreAsync(7);
        await using var elsewhere = other.Database.Open();
        Assert.Equal(["J018", "J018"], receipt.Verify(await JournalCopy.ReadAsync(elsewhere, null, default)).Select(finding => finding.Code));
    }

    [Theory, BothEngines]
    public async Task History_says_who_when_from_to_and_why_and_of_an_erased_content_only_that_something_happened(Engine engine)
    {
        using var story = new JournalStory(engine);
        var somebody = Guid.NewGuid();
        await using var db = story.Database.Open();
        db.Add(new AccountRow { Id = somebody, UserName = "a", FullName = "Nguyễn Văn An", Post = "Chuyên viên", CreatedAt = story.Clock.Now });
        var leaf = JournalObject.Leaf(1, "SNV", "1.1.1");
        db.Note(new(somebody, JournalAct.Changed, leaf, "entry.saved", story.Clock.Now, new { claimed = Points.Of(1) }, new { claimed = Points.Of(1.5m) }, "Bổ sung báo cáo"));
        db.Note(new(somebody, JournalAct.Changed, JournalObject.Leaf(1, "STC", "1.1.1"), "entry.saved", story.Clock.Now));
        await db.SaveChangesAsync();
        var entry = Assert.Single(await new ReadHistory(db).RunAsync(leaf, default));
        Assert.Equal(("Nguyễn Văn An, Chuyên viên", "entry.saved", "Bổ sung báo cáo"), (entry.Who, entry.What, entry.Reason));
        Assert.Equal([new HistoryChange("claimed", "1", "1.5")], entry.Changes.Select(change => change with { From = change.From?.TrimEnd('0').TrimEnd('.'), To = change.To?.TrimEnd('0') }));

        await new ErasePayload(db, story.Clock).RunAsync(JournalStory.Somebody(Role.Administrator), entry.Seq, "Yêu cầu xóa dữ liệu cá nhân", default);
        var erased = Assert.Single(await new ReadHistory(db).RunAsync(leaf, default));
        Assert.True(erased.Erased);
        Assert.Equal(("changed", null), (erased.What, erased.Reason));
        Assert.Empty(erased.Changes);
        var verdict = await story.VerifyAsync();
        Assert.True(verdict.Good);
        Assert.Equal(1, verdict.Erased);
    }

    [Fact]
    public async Task Checkpoints_are_written_when_something_happened_and_the_key_is_for_the_service_alone()
    {
        using var story = new JournalStory(Engine.Sqlite);
        await story.ScoreAsync(2);
        Assert.Equal(2, (await story.SignAsync(CheckpointOccasion.Hourly))!.Size);
        Assert.Null(await story.SignAsync(CheckpointOccasion.Hourly));
        await story.ScoreAsync(1);
        var second = await story.SignAsync(CheckpointOccasion.Hourly);
        Assert.Equal((2, 3L), (second!.Number, second.Size));
        Assert.Equal(story.Audit.Checkpoints()[0].Hash, second.Previous);
        var key = Assert.Single(Directory.GetFiles(story.Audit.Path, "*key*"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        await using var db = story.Database.Open();
        Assert.DoesNotContain("PRIVATE", string.Join('\n', await db.Instance.Select(row => row.Value).ToListAsync()), StringComparison.Ordinal);
    }
}
