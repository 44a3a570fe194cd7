using ParIndex.App.Accounts;
using ParIndex.App.Council;
using ParIndex.App.Cycles;
using ParIndex.App.Tests.Cycles;
using ParIndex.App.Tests.SelfAssessment;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Appraisal;

public sealed class CouncilTests
{
    [Theory, BothEngines]
    public async Task More_than_half_of_all_members_carries_and_the_ruling_is_the_act_that_counts(Engine engine)
    {
        using var database = new Database(engine);
        var story = await WithCaseAsync(database);
        Assert.Equal("no_quorum", await Officers.RefusedAsync(() => Do(story, meetings => meetings.OpenAsync(story.Chair, story.Cycle, 1, [story.Chair.Account], default))));
        await Do(story, meetings => meetings.OpenAsync(story.Chair, story.Cycle, 1, [.. story.Members.Select(member => member.Account)], default));
        await VoteAsync(story, story.Members[0], VoteChoice.Against);
        await VoteAsync(story, story.Members[0], VoteChoice.For);
        // Works in the unit the case is about.
        Assert.Equal("may_not_vote", await Officers.RefusedAsync(() => VoteAsync(story, story.Members[2], VoteChoice.For)));
        await VoteAsync(story, story.Members[1], VoteChoice.For);
        Assert.Equal("forbidden", await Officers.RefusedAsync(() => RuleAsync(story, story.Members[1])));
        Assert.Equal("cases_left", await Officers.RefusedAsync(() => Do(story, meetings => meetings.CloseAsync(story.Chair, story.Cycle, 1, default))));
        await RuleAsync(story, story.Chair);
        Assert.Equal("3 council 3", (await story.ActsAsync("1.2.1"))[^1]);
        Assert.Equal("voting_closed", await Officers.RefusedAsync(() => VoteAsync(story, story.Members[1], VoteChoice.Against)));
        await Do(story, meetings => meetings.CloseAsync(story.Chair, story.Cycle, 1, default));
        // Appraisal does not come back over the council.
        story.To(Phase.SecondAppraisal);
        Assert.Equal("council_ruled", await Officers.RefusedAsync(() => story.ScoreAsync(story.First, "1.2.1", "1", seen: 3)));
    }

    [Theory, BothEngines]
    public async Task Half_of_the_members_does_not_carry_and_the_points_in_force_stay(Engine engine)
    {
        using var database = new Database(engine);
        var story = await WithCaseAsync(database);
        await Do(story, meetings => meetings.OpenAsync(story.Chair, story.Cycle, 1, [.. story.Members.Take(2).Select(member => member.Account)], default));
        await VoteAsync(story, story.Members[0], VoteChoice.For);
        await VoteAsync(story, story.Members[1], VoteChoice.Abstain);
        await RuleAsync(story, story.Chair);
        Assert.Equal("3 council 2", (await story.ActsAsync("1.2.1"))[^1]);
    }

    [Theory]
    [InlineData(5, 10, false)]
    [InlineData(6, 10, true)]
    [InlineData(1, 2, false)]
    [InlineData(2, 3, true)]
    [InlineData(0, 1, false)]
    public void Carrying_needs_more_than_half_of_all_members(int agreed, int members, bool carries) => Assert.Equal(carries, Meetings.Carries(agreed, members));

    private static async Task<AppraisalStory> WithCaseAsync(Database database)
    {
        var story = await AppraisalStory.BeginAsync(database);
        await story.ScoreAsync(story.First, "1.2.1", "2");
        story.To(Phase.Council);
        Assert.Equal(1, await story.InAsync((db, cancel) => new Meetings(db, story.Clock).CallAsync(People.Secretary, story.Cycle, "Phiên thứ nhất", story.Clock.Now, cancel)));
        await Do(story, meetings => meetings.PutAsync(People.Secretary, story.Cycle, 1, "SNV", "1.2.1", "3", "Đơn vị đề nghị giữ điểm tự chấm", default));
        Assert.Equal("case_on_agenda", await Officers.RefusedAsync(() => Do(story, meetings =>
            meetings.PutAsync(People.Secretary, story.Cycle, 1, "SNV", "1.2.1", "2,5", "Đưa hai lần vào chương trình", default))));
        return story;
    }

    private static Task Do(AppraisalStory story, Func<Meetings, Task> act) => story.InAsync((db, _) => act(new(db, story.Clock)));

    private static Task VoteAsync(AppraisalStory story, Person member, VoteChoice choice) => Do(story, meetings =>
        meetings.VoteAsync(member, story.Cycle, 1, "SNV", "1.2.1", choice, default));

    private static Task RuleAsync(AppraisalStory story, Person chair) => Do(story, meetings =>
        meetings.RuleAsync(chair, story.Cycle, 1, "SNV", "1.2.1", "Hội đồng thống nhất theo đa số", default));
}
