using System.Diagnostics;
using System.Globalization;
using ParIndex.App.Audit;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Audit;

/// <summary>G-13: an exported journal, damaged in 500 ways; both verifiers find each and name the first wrong number.</summary>
public sealed class MutationTests
{
    private const int Size = 90, EachKind = 50, Seed = 20260302;

    /// <summary>Every mutation goes through the second verifier in the full check; a part of each kind otherwise, for each is a process.</summary>
    public static readonly bool Full = Environment.GetEnvironmentVariable("PARINDEX_FULL") is { Length: > 0 };

    [Fact]
    public async Task Every_mutation_is_found_by_both_verifiers_and_the_first_wrong_number_named()
    {
        using var story = new JournalStory(Engine.Sqlite);
        var checkpoints = new[] { 25, 60, Size };
        foreach (var (size, before) in checkpoints.Zip(checkpoints.Prepend(0)))
        {
            await story.ScoreAsync(size - before);
            await story.SignAsync();
        }

        var intact = Path.Combine(story.Database.Folder, "intact");
        await using (var db = story.Database.Open()) JournalFolder.Write(intact, await JournalCopy.ReadAsync(db, story.Audit, default), contents: true);
        Assert.Equal((0, ""), Second(intact));
        Assert.True(VerifyJournal.Run(JournalFolder.Read(intact)).Good);

        var random = new Random(Seed);
        var missed = new List<string>();
        var count = 0;
        foreach (var kind in Mutation.Kinds)
            for (var i = 0; i < EachKind; i++)
            {
                var folder = Path.Combine(story.Database.Folder, string.Create(CultureInfo.InvariantCulture, $"{kind.Method.Name}-{i}"));
                var mutated = new Mutation(intact, checkpoints, random);
                var expected = kind(mutated);
                mutated.Write(folder);
                count++;
                var first = VerifyJournal.Run(JournalFolder.Read(folder)) is { Good: false } verdict ? verdict.FirstWrong : -1;
                if (first != expected) missed.Add($"{kind.Method.Name} {i}: expected {expected}, the program says {first}");
                if (!Full && i >= 2) continue;
                var (code, number) = Second(folder);
                if (code != 1 || number != expected.ToString(CultureInfo.InvariantCulture)) missed.Add($"{kind.Method.Name} {i}: expected {expected}, the second verifier says {code} {number}");
            }

        Assert.Equal(500, count);
        Assert.Empty(missed);
    }

    /// <summary>Exit code and named number of docs/verify-journal.py.</summary>
    public static (int Code, string Number) Second(string folder)
    {
        var start = new ProcessStartInfo("/usr/bin/env", ["python3", Repository.Path("docs", "verify-journal.py"), folder]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        _ = output.Result;
        return (process.ExitCode, error.Contains("first number: ", StringComparison.Ordinal) ? error[(error.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Trim() : error);
    }
}
