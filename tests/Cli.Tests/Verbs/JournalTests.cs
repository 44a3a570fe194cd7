using ParIndex.App.Audit;
using ParIndex.Testing;

namespace ParIndex.Cli.Tests.Verbs;

public sealed class JournalTests
{
    [Fact]
    public async Task A_journal_is_signed_exported_and_verified_from_the_terminal_and_a_changed_line_is_named()
    {
        using var database = new Database();
        await using (var db = database.Open())
        {
            for (var i = 0; i < 5; i++)
            {
                db.Note(new(null, JournalAct.Kept, JournalObject.Instance, "test", DateTimeOffset.UnixEpoch));
                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            }
        }

        var signed = Call.Of("journal", "checkpoint", "--data", database.Path);
        Assert.True(signed.ExitCode == 0, signed.Error);
        var folder = Path.Combine(database.Folder, "out");
        Assert.Equal(0, Call.Of("journal", "export", folder, "--data", database.Path, "--payloads").ExitCode);
        foreach (var what in new[] { folder, Path.Combine(folder, "journal.jsonl"), database.Path })
        {
            var verified = Call.Of("journal", "verify", what);
            Assert.True(verified.ExitCode == 0, verified.Error);
            Assert.Contains("INTACT: 5 lines", verified.Output, StringComparison.Ordinal);
            Assert.Contains("signed up to line 5", verified.Output, StringComparison.Ordinal);
        }

        // Once more into the same folder would mix two exports.
        Assert.Equal(2, Call.Of("journal", "export", folder, "--data", database.Path).ExitCode);

        var lines = Path.Combine(folder, "journal.jsonl");
        var text = await File.ReadAllTextAsync(lines, TestContext.Current.CancellationToken);
        var at = text.IndexOf("\"seq\":3", StringComparison.Ordinal);
        await File.WriteAllTextAsync(lines, text[..at] + text[at..].Replace("\"kept\"", "\"sent\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var wrong = Call.Of("journal", "verify", lines);
        Assert.Equal(1, wrong.ExitCode);
        Assert.EndsWith("WRONG, first wrong number: 3\n", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(2, Call.Of("journal", "verify", Path.Combine(folder, "nothing")).ExitCode);
    }
}
