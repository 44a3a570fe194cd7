using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Cycles;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Tests.SelfAssessment;
using ParIndex.Core;
using ParIndex.Statistics;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Appraisal;

public sealed class ScoreSignsTests
{
    [Theory, BothEngines]
    public async Task Signs_come_from_the_last_claims_and_acts_and_from_what_was_submitted(Engine engine)
    {
        using var database = new Database(engine);
        var story = await AppraisalStory.BeginAsync(database);
        await story.ScoreAsync(story.First, "1.1.1", "0,5", seen: 1);
        await story.ScoreAsync(story.Second, "1.2.1", "2,5", seen: 1);
        await story.ScoreAsync(story.Second, "1.2.1", "2", seen: 2);
        const string Copied = "Đơn vị đã ban hành kế hoạch và triển khai đầy đủ nhiệm vụ trong năm.";
        await story.InAsync(async (db, cancel) =>
        {
            foreach (var unit in new[] { "STC", "STP" })
            {
                db.Add(new EntryRow
                {
                    Cycle = story.Cycle,
                    Unit = unit,
                    Leaf = "1.1.1",
                    State = EntryState.Submitted,
                    Inputs = [],
                    Explanation = unit == "STC" ? Copied : Copied.ToUpperInvariant(),
                    By = Guid.NewGuid(),
                    At = story.Clock.Now,
                    Version = 1,
                });
            }

            await db.SaveChangesAsync(cancel);
        });

        var signs = await ReadAsync(story, Role.Secretariat);
        var unit = Assert.Single(signs.Units);
        Assert.Equal(("SNV", 2, Points.Of(2.5m)), (unit.Unit.Value, unit.Leaves, unit.Given));
        Assert.Equal(2, signs.Appraisers.Count);
        Assert.Equal(story.Second.Account, signs.Appraisers[0].By);
        Assert.Equal((1, 1, 25m), (signs.Appraisers[0].Scores, signs.Appraisers[0].Lowered, signs.Appraisers[0].Mean));
        Assert.Equal(Undefined.NoDegreesOfFreedom, signs.WhyNoEffects);
        Assert.Equal(["STC", "STP"], Assert.Single(signs.Explanations).Places.Select(place => place.Unit.Value));
        Assert.Empty(signs.Reasons);
        Assert.Equal("second", signs.Names[story.Second.Account]);
    }

    [Theory, BothEngines]
    public async Task Units_and_appraisers_do_not_see_signs(Engine engine)
    {
        using var database = new Database(engine);
        var story = await AppraisalStory.BeginAsync(database);
        foreach (var role in new[] { Role.UnitOfficer, Role.UnitHead, Role.Appraiser, Role.AppraisalLead, Role.CouncilMember, Role.Administrator })
            Assert.Equal("forbidden", await Officers.RefusedAsync(() => ReadAsync(story, role)));
        Assert.Empty((await ReadAsync(story, Role.Observer)).Units);
    }

    private static Task<ScoreSigns> ReadAsync(AppraisalStory story, Role role) => story.InAsync(async (db, cancel) =>
        await new ReadScoreSigns(db).RunAsync(Officers.Of(role, "SNV"), await new LoadCycle(db).RunAsync(story.Cycle, cancel), cancel));
}
