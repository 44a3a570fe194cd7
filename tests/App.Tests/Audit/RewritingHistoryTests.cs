using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Audit;

/// <summary>H-40: history rewritten directly in the database.</summary>
public sealed class RewritingHistoryTests
{
    [Theory, BothEngines]
    public async Task A_score_changed_in_its_table_is_found_with_the_line_that_tells_of_it(Engine engine)
    {
        using var story = await SignedStoryAsync(engine);
        await story.TamperAsync("UPDATE \"Acts\" SET \"Points\" = 99999 WHERE \"Leaf\" = '017'");
        await FoundAsync(story, 17, "J010", quick: false);
    }

    [Theory, BothEngines]
    public async Task A_score_put_there_or_taken_away_past_the_program_is_found(Engine engine)
    {
        using var story = await SignedStoryAsync(engine);
        await story.TamperAsync(
            "INSERT INTO \"Acts\" SELECT \"Cycle\", \"Unit\", \"Leaf\", 2, \"Stage\", \"Points\" + 5000, \"Reason\", \"By\", \"Actor\", \"At\" FROM \"Acts\" WHERE \"Leaf\" = '003'"
                .Replace("SELECT", "(\"Cycle\", \"Unit\", \"Leaf\", \"Seq\", \"Stage\", \"Points\", \"Reason\", \"By\", \"Actor\", \"At\") SELECT", StringComparison.Ordinal),
            "DELETE FROM \"Acts\" WHERE \"Leaf\" = '021'");
        var verdict = await story.VerifyAsync();
        Assert.Equal(["J011", "J017"], verdict.Findings.Select(finding => finding.Code).Order(StringComparer.Ordinal));
        Assert.Equal(21, verdict.FirstWrong);
    }

    [Theory, BothEngines]
    public async Task A_line_deleted_in_the_middle_is_found_by_its_number(Engine engine)
    {
        using var story = await SignedStoryAsync(engine);
        await story.TamperAsync("DELETE FROM \"JournalLines\" WHERE \"Seq\" = 12");
        await FoundAsync(story, 12, "J002", quick: true);
    }

    [Theory, BothEngines]
    public async Task Two_lines_swapped_are_found_by_the_first_of_them(Engine engine)
    {
        using var story = await SignedStoryAsync(engine);
        await story.TamperAsync(
            "UPDATE \"JournalLines\" SET \"Seq\" = 1000 WHERE \"Seq\" = 8",
            "UPDATE \"JournalLines\" SET \"Seq\" = 8 WHERE \"Seq\" = 9",
            "UPDATE \"JournalLines\" SET \"Seq\" = 9 WHERE \"Seq\" = 1000");
        await FoundAsync(story, 8, "J002", quick: true);
    }

    [Theory, BothEngines]
    public async Task The_last_ten_lines_cut_off_are_found_by_comparison_with_the_newest_checkpoint(Engine engine)
    {
        using var story = await SignedStoryAsync(engine);
        await story.TamperAsync(CutTo(20));
        await FoundAsync(story, 21, "J006", quick: true);
    }

    [Theory, BothEngines]
    public async Task Yesterdays_copy_put_back_is_found_and_a_restore_that_two_persons_acknowledge_stays_visible(Engine engine)
    {
        using var story = await SignedStoryAsync(engine);
        await story.TamperAsync([.. CutTo(20), "DELETE FROM \"Checkpoints\" WHERE \"Number\" > 1", "DELETE FROM \"Acts\" WHERE \"Leaf\" > '020'"]);
        await FoundAsync(story, 21, "J006", quick: true);

        // The story goes on from where the copy ended, and tells of it for ever.
        await story.ScoreAsync(3);
        await story.SignAsync();
        var verdict = await story.VerifyAsync();
        Assert.True(verdict.Good, string.Join('\n', verdict.Findings.Select(finding => finding.Message.En)));
        Assert.Contains("Restored from size 30 to size 20, acknowledged by two persons (checkpoint 3).", verdict.Findings.Select(finding => finding.Message.En));
        await using var db = story.Database.Open();
        Assert.Contains(await new ReadHistory(db).RunAsync(JournalObject.Instance, default), entry =>
            entry.What == "integrity.restored" && entry.Changes.Contains(new("size", "30", "20")));
    }

    [Theory, BothEngines]
    public async Task A_journal_written_anew_with_fitting_hashes_is_found_at_the_checkpoint(Engine engine)
    {
        using var story = new JournalStory(engine);
        await story.ScoreAsync(5);
        await story.SignAsync();
        await story.ScoreAsync(5);
        await story.SignAsync();
        using var other = new JournalStory(engine);
        await other.ScoreAsync(10);
        // The other story has the same length and valid hashes; only what was signed tells them apart.
        await using var forged = other.Database.Open();
        var copy = await JournalCopy.ReadAsync(forged, null, default);
        await using var db = story.Database.Open();
        var real = await JournalCopy.ReadAsync(db, story.Audit, default);
        var verdict = VerifyJournal.Run(copy with { Origin = real.Origin, Checkpoints = real.Checkpoints, Certificate = real.Certificate });
        Assert.Equal("J005", verdict.Findings[0].Code);
        Assert.Equal(1, verdict.FirstWrong);
    }

    [Theory, BothEngines]
    public async Task One_person_alone_cannot_end_the_alarm(Engine engine)
    {
        using var story = await SignedStoryAsync(engine);
        await story.TamperAsync("DELETE FROM \"JournalLines\" WHERE \"Seq\" = 12");
        Assert.NotNull(await story.StartAsync(full: true));
        Assert.Null(await story.SignAsync());
        var first = JournalStory.Somebody(Role.Administrator);
        Assert.False(await story.AcknowledgeAsync(first));
        Assert.Equal("second_person_needed", (await Assert.ThrowsAsync<RefusedException>(() => story.AcknowledgeAsync(first))).Refusal.Code);
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<RefusedException>(() => story.AcknowledgeAsync(JournalStory.Somebody(Role.UnitOfficer)))).Refusal.Code);
        Assert.Equal("integrity_alarm", (await Assert.ThrowsAsync<RefusedException>(() => story.ScoreAsync(1))).Refusal.Code);
    }

    private static async Task<JournalStory> SignedStoryAsync(Engine engine)
    {
        var story = new JournalStory(engine);
        await story.ScoreAsync(20);
        await story.SignAsync();
        await story.ScoreAsync(10);
        await story.SignAsync();
        var verdict = await story.VerifyAsync();
        Assert.True(verdict.Good, string.Join('\n', verdict.Findings.Select(finding => finding.Message.En)));
        Assert.Equal((30, 2, 30, 30, 30), (verdict.Size, verdict.Checkpoints, (int)verdict.CoveredTo, verdict.Payloads, verdict.Rows));
        Assert.Null(await story.StartAsync(full: false));
        Assert.Null(await story.StartAsync(full: true));
        return story;
    }

    /// <summary>Verification names the number; the server notices at its start, refuses every write, and two persons end the alarm.</summary>
    private static async Task FoundAsync(JournalStory story, long number, string code, bool quick)
    {
        var verdict = await story.VerifyAsync();
        Assert.False(verdict.Good);
        Assert.Equal(number, verdict.FirstWrong);
        Assert.Contains(code, verdict.Findings.Where(finding => finding.Number == number).Select(finding => finding.Code));
        var alarm = await story.StartAsync(full: !quick);
        Assert.NotNull(alarm);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => story.ScoreAsync(1));
        Assert.Equal(RefusalKind.Unavailable, refused.Refusal.Kind);
        await using (var db = story.Database.Open()) Assert.Contains(await db.SecurityEvents.ToListAsync(), entry => entry.Kind == "integrity.alarm");
        Assert.False(await story.AcknowledgeAsync(JournalStory.Somebody(Role.Administrator)));
        Assert.True(await story.AcknowledgeAsync(JournalStory.Somebody(Role.Secretariat)));
        await story.ScoreAsync(1);
    }

    private static string[] CutTo(int size) =>
    [
        $"DELETE FROM \"JournalLines\" WHERE \"Seq\" > {size}",
        $"DELETE FROM \"JournalPayloads\" WHERE \"Seq\" > {size}",
        $"UPDATE \"JournalHeads\" SET \"Size\" = {size}, \"Hash\" = (SELECT \"Hash\" FROM \"JournalLines\" WHERE \"Seq\" = {size})",
    ];
}
