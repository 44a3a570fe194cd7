using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ParIndex.App.Accounts;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Accounts;

/// <summary>H-37: whether an account exists cannot be told from the time of the answer.</summary>
public sealed class SignInTimingTests
{
    private const int Tries = 500;

    [Fact]
    public async Task Known_and_unknown_accounts_cost_the_same_hash_and_the_same_time()
    {
        using var database = new Database();
        var clock = new StandingClock(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        var story = await PeopleStory.BeginAsync(database, clock);
        // A fiftieth of the real cost, so that a thousand tries stay cheap: whatever differs besides the hash weighs fifty times as much.
        var hasher = new Counting(Options.Create(new PasswordHasherOptions { IterationCount = 4_200 }));
        await using (var db = database.Open())
        {
            var account = await db.Users.AsTracking().SingleAsync(row => row.Id == story.First, Cancel);
            account.PasswordHash = hasher.HashPassword(account, "mua thu hai phong 2026");
            await db.SaveChangesAsync(Cancel);
        }

        string?[] answers = [null, null];
        var times = new[] { new List<double>(Tries), new List<double>(Tries) };
        for (var i = -10; i < Tries; i++)
        {
            for (var kind = 0; kind < 2; kind++)
            {
                var email = kind == 0 ? "hanh@haiphong.gov.vn" : $"khong.co.{i}@haiphong.gov.vn";
                await using var db = database.Open();
                var (before, watch) = (hasher.Verified, Stopwatch.GetTimestamp());
                var refused = await Assert.ThrowsAsync<RefusedException>(() => new CheckPassword(db, hasher, clock).RunAsync(email, "sai mat khau roi", Cancel));
                var took = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
                Assert.Equal(before + 1, hasher.Verified);
                answers[kind] ??= refused.Refusal.Message.Vi;
                Assert.Equal(answers[0], refused.Refusal.Message.Vi);
                if (i >= 0) times[kind].Add(took);
            }
        }

        var medians = times.Select(list => list.Order().ElementAt(Tries / 2)).ToArray();
        TestContext.Current.SendDiagnosticMessage("known {0:0.00} ms, unknown {1:0.00} ms", medians[0], medians[1]);
        Assert.True(Math.Abs(medians[0] - medians[1]) < 0.25 * medians.Max(), $"known {medians[0]:0.00} ms, unknown {medians[1]:0.00} ms");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed class Counting(IOptions<PasswordHasherOptions> options) : PasswordHasher<AccountRow>(options)
    {
        public int Verified { get; private set; }

        public override PasswordVerificationResult VerifyHashedPassword(AccountRow user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
