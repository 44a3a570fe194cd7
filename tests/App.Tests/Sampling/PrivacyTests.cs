using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Sampling;
using ParIndex.Core.Questionnaires;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Sampling;

/// <summary>G-25 for surveys: a known identity goes through every flow and is erased; the register and its clock; withdrawal until sealing.</summary>
public class PrivacyTests
{
    private const string Name = "Nguyễn Hoàng Chim Yến";
    private const string Phone = "0987654321";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_canary_is_nowhere_in_plain_and_after_erasure_nowhere_at_all_and_the_journal_verifies(Engine engine)
    {
        await using var story = await SurveyStory.BeginAsync(engine);
        Assert.Empty((await story.TakeAsync(story.Frame(30, more: $"HS-CHIM-YEN,STC,1.001,05/05/{story.Now.Year},Trực tiếp,Quầy 1,,{Name},{Phone},12 phố Chim Yến\n"))).Faults);
        string dossier;
        await using (var db = story.Database.Open())
        {
            dossier = SurveySeals.Hash((await db.Campaigns.SingleAsync(Cancel)).FrameKey!, "dossier", "HS-CHIM-YEN");
            await new PlanSample(db, story.Clock).RunAsync(story.Manager, SurveyStory.Code, 0, new(new() { Response = 0.1m }, Channel.Web), Cancel);
            await new CommitSeed(db, story.Seals, story.Clock).RunAsync(story.Manager, SurveyStory.Code, Cancel);
        }

        await using (var db = story.Database.Open()) Assert.Equal(31, await new DrawSample(db, story.Seals, story.Clock).RunAsync(story.Manager, SurveyStory.Code, null, Cancel));
        await using (var db = story.Database.Open()) await story.Issue(db).RunAsync(story.Manager, SurveyStory.Code, Cancel);
        await using (var db = story.Database.Open())
            Assert.Contains(await new PrintSample(db, story.Seals, story.Clock).RunAsync(story.Manager, SurveyStory.Code, null, "letters", 100, Cancel), one => one.Contact.Name == Name);
        int request;
        await using (var db = story.Database.Open())
            request = await new PrivacyRequests(db, story.Seals, story.Clock).ReceiveAsync(story.Manager, SurveyStory.Code, RequestKind.Erasure, $"{Name}, {Phone}, đề nghị xóa", Cancel);
        await AssertNowhereAsync(story, Name, Phone, "Chim Yến", "HS-CHIM-YEN");
        await using (var db = story.Database.Open()) Assert.Equal(1, await db.Contacts.CountAsync(one => one.Dossier == dossier, Cancel));

        await using (var db = story.Database.Open())
            Assert.Equal(1, await new PrivacyRequests(db, story.Seals, story.Clock).EraseAsync(story.Manager, SurveyStory.Code, "+84 987 654 321", request, "Theo yêu cầu của người dân", Cancel));
        await using (var db = story.Database.Open())
            await new PrivacyRequests(db, story.Seals, story.Clock).AnswerAsync(story.Manager, SurveyStory.Code, request, "Đã xóa và báo lại", Cancel);

        await using (var db = story.Database.Open())
        {
            Assert.Equal(0, await db.Contacts.CountAsync(one => one.Dossier == dossier, Cancel));
            var drawn = await db.SampleCases.SingleAsync(one => one.Dossier == dossier, Cancel);
            Assert.Equal(0, await db.TokenLinks.CountAsync(one => one.Number == drawn.Number, Cancel));
            Assert.Equal(1, await db.SurveyTokens.CountAsync(one => one.State == TokenState.Revoked, Cancel));
            foreach (var contact in await db.Contacts.ToListAsync(Cancel)) Assert.NotEqual(Name, story.Seals.Open(contact).Name);
            Assert.DoesNotContain(Name, story.Seals.Words(await db.PrivacyRequests.SingleAsync(Cancel)), StringComparison.Ordinal);
            Assert.True((await new Reconcile(db).RunAsync(SurveyStory.Code, Cancel)).Single().Balanced);
            Assert.True(VerifyJournal.Run(await JournalCopy.ReadAsync(db, new(Path.Combine(story.Database.Folder, "audit")), Cancel)).Good);
        }

        await AssertNowhereAsync(story, Name, Phone, "Chim Yến", "HS-CHIM-YEN");
    }

    [Theory, BothEngines]
    public async Task A_form_is_withdrawn_with_token_and_receipt_until_it_is_sealed(Engine engine)
    {
        await using var story = await SurveyStory.BeginAsync(engine);
        await using var db = story.Database.Open();
        var tokens = await new IssueTokens(db, story.Clock).RunAsync(null, SurveyStory.Code, [.. Enumerable.Repeat(new TokenPlace("STC"), 3)], Cancel);
        var campaign = await db.Campaigns.SingleAsync(Cancel);
        var receipts = new List<string>();
        for (var i = 0; i < 2; i++) receipts.Add(await AnswerAsync(story, campaign, tokens[i], i));
        story.Clock.Advance(TimeSpan.FromDays(6));
        async Task<string> TryAsync(string token, string receipt)
        {
            await using var fresh = story.Database.Open();
            try
            {
                await new WithdrawForm(fresh, new(StoryServices.Of(story)), story.Clock).RunAsync(SurveyStory.Code, token, receipt, Cancel);
                return "withdrawn";
            }
            catch (RefusedException refused)
            {
                return refused.Refusal.Code;
            }
        }

        Assert.Equal("no_withdrawal", await TryAsync(tokens[2], receipts[0]));
        Assert.Equal("no_withdrawal", await TryAsync(tokens[0], "0000-0000-0000-0000"));
        Assert.Equal("withdrawn", await TryAsync(tokens[0], receipts[0]));
        Assert.Equal("no_withdrawal", await TryAsync(tokens[0], receipts[0]));
        var balance = Assert.Single(await new Reconcile(db).RunAsync(SurveyStory.Code, Cancel));
        Assert.Equal((1, 1, 1, 1, true), (balance.Unused, balance.Used, balance.Revoked, balance.Waiting, balance.Balanced));
        await using (var sealing = story.Database.Open()) Assert.Equal(1, await new SealResponses(sealing, story.Clock).RunAsync(Cancel));
        Assert.Equal("no_withdrawal", await TryAsync(tokens[1], receipts[1]));
    }

    [Fact]
    public void A_request_is_due_at_the_end_of_the_second_working_day()
    {
        DateTimeOffset At(int day, int hour) => new(2022, 11, day, hour, 0, 0, TimeSpan.FromHours(7));
        Assert.Equal(At(4, 0), PrivacyRequests.DueOf(At(1, 9))); // Tuesday → through Thursday
        Assert.Equal(At(9, 0), PrivacyRequests.DueOf(At(4, 16))); // Friday → through Tuesday
        Assert.Equal(At(9, 0), PrivacyRequests.DueOf(At(6, 1))); // Sunday → through Tuesday
    }

    /// <summary>Stores one form as the writer does, and gives its receipt.</summary>
    private static async Task<string> AnswerAsync(SurveyStory story, CampaignRow campaign, string token, int number)
    {
        Assert.True(SurveyToken.TryRead(token, out var read));
        var form = CampaignBook.Read(campaign);
        var given = form.Questions.Select(question => question is ScaleQuestion ? Given.Of(4) : question.Required && question is ConsentQuestion ? Given.Of(1) : Given.Blank).ToArray();
        await using var writer = new ResponseWriter(StoryServices.Of(story));
        var stored = await writer.StoreAsync(new(campaign.Code, read, SurveyToken.Hash(campaign.TokenKey, read), $"key-{number}-0123456789abcdef", Packed.Write(form, given)) { Channel = Channel.Web, Day = Vietnam.Day(story.Now) }, Cancel);
        return stored.Receipt!;
    }

    private static async Task AssertNowhereAsync(SurveyStory story, params string[] words)
    {
        await using var db = story.Database.Open();
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null && !type.IsOwned()))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            await db.Database.OpenConnectionAsync(Cancel);
            command.CommandText = $"SELECT * FROM \"{type.GetTableName()}\"";
            await using var rows = await command.ExecuteReaderAsync(Cancel);
            while (await rows.ReadAsync(Cancel))
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    var cell = rows.GetValue(i) switch { byte[] bytes => Encoding.UTF8.GetString(bytes), var value => value.ToString() ?? "" };
                    foreach (var word in words) Assert.False(cell.Contains(word, StringComparison.OrdinalIgnoreCase), $"{type.GetTableName()}.{rows.GetName(i)} holds “{word}”");
                }
        }
    }
}
