using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Sampling;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Sampling;

/// <summary>From a frame to tokens: whole or not at all, committed before drawn, replaced by rule.</summary>
public class SampleTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_frame_with_one_wrong_cell_is_refused_by_cell_and_nothing_is_stored(Engine engine)
    {
        await using var story = await SurveyStory.BeginAsync(engine);
        var wrong = await story.TakeAsync(story.Frame(40, more:
            $"HS-STC-0003,STC,1.000,05/05/{story.Now.Year},Trực tiếp,,,,,\nHS-X,KHONGCO,1.000,31/02/{story.Now.Year},Bồ câu,,,,12,\n,STC,\"a,b\",05/05/1999,,,,,,\n"));
        Assert.Equal(["A42", "B43", "D43", "E43", "I43", "A44", "C44", "D44"], wrong.Faults.Select(fault => fault.Cell));
        await using var db = story.Database.Open();
        Assert.Equal((0, 0), (await db.FrameEntries.CountAsync(Cancel), await db.Contacts.CountAsync(Cancel)));
        Assert.Null((await db.Campaigns.SingleAsync(Cancel)).FrameSha256);
    }

    [Theory, BothEngines]
    public async Task A_frame_is_kept_as_hashes_and_its_contacts_apart_and_sealed(Engine engine)
    {
        await using var story = await SurveyStory.BeginAsync(engine);
        // With semicolons, as Excel writes in Vietnamese.
        Assert.Empty((await story.TakeAsync(story.Frame(50, persons: 20).Replace(',', ';'))).Faults);
        await using var db = story.Database.Open();
        var entries = await db.FrameEntries.ToListAsync(Cancel);
        Assert.Equal((50, 20), (entries.Count, entries.Select(one => one.Person).Distinct().Count()));
        Assert.All(entries, one => Assert.Matches("^[0-9a-f]{64}$", one.Dossier));
        var contacts = await db.Contacts.ToListAsync(Cancel);
        Assert.Equal(50, contacts.Count);
        Assert.All(contacts, one => Assert.DoesNotContain("Người", one.Sealed, StringComparison.Ordinal));
        Assert.Equal("0900000007", story.Seals.Open(contacts.First(one => one.Dossier == SurveySeals.Hash(db.Campaigns.Single().FrameKey!, "dossier", "HS-STC-0007"))).Phone);
    }

    [Theory, BothEngines]
    public async Task The_seed_is_committed_before_the_draw_and_whoever_has_it_draws_the_same(Engine engine)
    {
        await using var story = await SurveyStory.BeginAsync(engine);
        await story.TakeAsync(story.Frame(900));
        await using (var db = story.Database.Open())
        {
            Assert.Equal("plan_missing", (await Assert.ThrowsAsync<RefusedException>(() => new CommitSeed(db, story.Seals, story.Clock).RunAsync(story.Manager, SurveyStory.Code, Cancel))).Refusal.Code);
            await new PlanSample(db, story.Clock).RunAsync(story.Manager, SurveyStory.Code, 0, new(new(), Channel.Interview), Cancel);
        }

        string committed;
        await using (var db = story.Database.Open())
        {
            Assert.Equal("seed_not_committed", (await Assert.ThrowsAsync<RefusedException>(() => new DrawSample(db, story.Seals, story.Clock).RunAsync(story.Manager, SurveyStory.Code, null, Cancel))).Refusal.Code);
            committed = await new CommitSeed(db, story.Seals, story.Clock).RunAsync(story.Manager, SurveyStory.Code, Cancel);
        }

        await using (var db = story.Database.Open())
        {
            // From here on frame and plan stay.
            Assert.Equal("seed_committed", (await Assert.ThrowsAsync<RefusedException>(() => new SetFrame(db, story.Seals, story.Clock).RemoveAsync(story.Manager, SurveyStory.Code, "Muốn dàn mẫu khác", Cancel))).Refusal.Code);
            Assert.Equal("seed_committed", (await Assert.ThrowsAsync<RefusedException>(() => new PlanSample(db, story.Clock).RunAsync(story.Manager, SurveyStory.Code, 1, new(new(), Channel.Web), Cancel))).Refusal.Code);
            Assert.DoesNotContain(committed, (await db.Campaigns.SingleAsync(Cancel)).Seed!, StringComparison.Ordinal);
            // 277 by the formula, times 1.5, over 0.8.
            Assert.Equal(520, await new DrawSample(db, story.Seals, story.Clock).RunAsync(story.Manager, SurveyStory.Code, "Xổ số 01/11: 12345", Cancel));
        }

        await using (var db = story.Database.Open())
        {
            var row = await db.Campaigns.SingleAsync(Cancel);
            Assert.EndsWith("/Xổ số 01/11: 12345", row.Seed, StringComparison.Ordinal);
            Assert.Equal(committed, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(row.Seed!.Split('/')[0]))));
            var redone = await new RedoDraw(db).RunAsync(SurveyStory.Code, Cancel);
            Assert.True(redone.Same);
            // Only those drawn can still be reached.
            Assert.Equal(await db.SampleCases.CountAsync(Cancel), await db.Contacts.CountAsync(Cancel));
            Assert.Equal(780, await db.SampleCases.CountAsync(Cancel));
            await db.SampleCases.Where(one => one.Number == 1).ExecuteUpdateAsync(set => set.SetProperty(one => one.Dossier, "someone-else"), Cancel);
            Assert.False((await new RedoDraw(db).RunAsync(SurveyStory.Code, Cancel)).Same);
        }
    }

    [Theory, BothEngines]
    public async Task Somebody_is_replaced_by_the_next_of_the_reserve_and_the_old_token_is_revoked(Engine engine)
    {
        await using var story = await SurveyStory.BeginAsync(engine);
        await story.DrawAsync(100, new() { DesignEffect = 1, Response = 1, Reserve = 0.1m });
        await using (var db = story.Database.Open()) Assert.Equal(80, await story.Issue(db).RunAsync(story.Manager, SurveyStory.Code, Cancel));
        await using (var db = story.Database.Open())
        {
            Assert.Equal("attempts_missing", (await Assert.ThrowsAsync<RefusedException>(() => story.Replace(db).RunAsync(story.Manager, SurveyStory.Code, "STC", 5, CaseState.NotReached, null, Cancel))).Refusal.Code);
        }

        await using (var db = story.Database.Open())
        {
            Assert.Equal(81, (await story.Replace(db).RunAsync(story.Manager, SurveyStory.Code, "STC", 5, CaseState.Refused, "không muốn trả lời", Cancel)).Number);
        }

        await using (var db = story.Database.Open())
        {
            Assert.Equal("not_replaceable", (await Assert.ThrowsAsync<RefusedException>(() => story.Replace(db).RunAsync(story.Manager, SurveyStory.Code, "STC", 5, CaseState.Refused, null, Cancel))).Refusal.Code);
            var balance = Assert.Single(await new Reconcile(db).RunAsync(SurveyStory.Code, Cancel));
            Assert.Equal((81, 80, 1, true), (balance.Issued, balance.Unused, balance.Revoked, balance.Balanced));
            Assert.Equal(80, await db.TokenLinks.CountAsync(Cancel));
            var ledger = Assert.Single(await new ReadSample(db).LedgerAsync(SurveyStory.Code, Cancel));
            Assert.Equal((80, 1, 1), (ledger.Drawn, ledger.Replaced, ledger.Refused));
            // Weights and places on tokens are those of their cases, and fit at least ten persons.
            Assert.All(await db.SurveyTokens.GroupBy(one => new { one.Unit, one.Stratum, one.Cluster, one.Weight }).Select(group => group.Count()).ToListAsync(Cancel), count => Assert.True(count >= 10));
        }
    }

    [Theory, BothEngines]
    public async Task The_link_is_destroyed_after_closing_and_leaves_a_record(Engine engine)
    {
        await using var story = await SurveyStory.BeginAsync(engine);
        await story.DrawAsync(100, new() { DesignEffect = 1, Response = 1, Reserve = 0 });
        await using (var db = story.Database.Open()) await story.Issue(db).RunAsync(story.Manager, SurveyStory.Code, Cancel);
        await using (var db = story.Database.Open())
            Assert.Equal("campaign_open", (await Assert.ThrowsAsync<RefusedException>(() => new UnlinkCampaign(db, story.Clock).RunAsync(story.Manager, SurveyStory.Code, "Đã phúc tra xong", Cancel))).Refusal.Code);
        story.Clock.Advance(TimeSpan.FromDays(30));
        await using (var db = story.Database.Open())
            Assert.Equal((80, 80), await new UnlinkCampaign(db, story.Clock).RunAsync(story.Manager, SurveyStory.Code, "Đã phúc tra xong", Cancel));
        await using (var db = story.Database.Open())
        {
            Assert.Equal((0, 0), (await db.Contacts.CountAsync(Cancel), await db.TokenLinks.CountAsync(Cancel)));
            Assert.Null((await db.Campaigns.SingleAsync(Cancel)).FrameKey);
            Assert.Contains(await db.JournalPayloads.Select(row => row.Payload).ToListAsync(Cancel), payload => System.Text.Encoding.UTF8.GetString(payload).Contains("campaign.unlinked", StringComparison.Ordinal));
            Assert.Equal("unlinked", (await Assert.ThrowsAsync<RefusedException>(() => story.Issue(db).RunAsync(story.Manager, SurveyStory.Code, Cancel))).Refusal.Code);
        }
    }

    [Theory, BothEngines]
    public async Task The_retention_table_is_carried_out_by_the_clock_and_forms_wait_for_the_approval(Engine engine)
    {
        await using var story = await SurveyStory.BeginAsync(engine);
        await story.DrawAsync(100);
        await using (var db = story.Database.Open()) Assert.Equal(0, await new EraseExpired(db, story.Clock).RunAsync(Cancel));
        story.Clock.Advance(TimeSpan.FromDays(20 + 61));
        await using (var db = story.Database.Open()) Assert.Equal(2, await new EraseExpired(db, story.Clock).RunAsync(Cancel));
        await using (var db = story.Database.Open())
        {
            Assert.Equal(0, await db.Contacts.CountAsync(Cancel));
            Assert.Equal(100, await db.FrameEntries.CountAsync(Cancel));
        }

        story.Clock.Advance(TimeSpan.FromDays(4000));
        await using (var db = story.Database.Open())
        {
            Assert.Equal(2, await new EraseExpired(db, story.Clock).RunAsync(Cancel));
            Assert.Null((await db.Retentions.SingleAsync(one => one.Kind == RetainedKind.Responses, Cancel)).ErasedAt);
            Assert.Equal(0, await db.FrameEntries.CountAsync(Cancel));
        }
    }

    [Fact]
    public async Task Only_who_manages_surveys_takes_a_frame_or_draws()
    {
        await using var story = await SurveyStory.BeginAsync(Engine.Sqlite);
        await using var db = story.Database.Open();
        var secretary = new Person(Guid.NewGuid(), "Thường trực", null, [new(Role.Secretariat)], []);
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<RefusedException>(() => new CommitSeed(db, story.Seals, story.Clock).RunAsync(secretary, SurveyStory.Code, Cancel))).Refusal.Code);
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<RefusedException>(() => new SetFrame(db, story.Seals, story.Clock).RunAsync(secretary, SurveyStory.Code, Stream.Null, Cancel))).Refusal.Code);
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<RefusedException>(() => new DrawSample(db, story.Seals, story.Clock).RunAsync(secretary, SurveyStory.Code, null, Cancel))).Refusal.Code);
    }
}
