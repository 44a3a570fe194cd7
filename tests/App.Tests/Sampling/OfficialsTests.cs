using Microsoft.EntityFrameworkCore;
using ParIndex.App.Campaigns;
using ParIndex.App.Sampling;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Sampling;

/// <summary>Officials judge every unit their group judges and never the own one.</summary>
public class OfficialsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Nobody_judges_the_own_unit_and_who_got_which_link_is_stored_nowhere(Engine engine)
    {
        await using var story = await SurveyStory.BeginAsync(engine);
        await using var db = story.Database.Open();
        await new CreateCampaign(db, story.Clock).RunAsync(story.Manager, new(1, "xhh-nho", story.Now.Year, CampaignPurpose.Officials, new("Điều tra cán bộ", "Officials"), new("Sở Nội vụ", "Home Affairs"),
            File.ReadAllBytes(Repository.Path("questionnaires", "officials.json")), story.Now, story.Now.AddDays(9)), Cancel);
        var invite = new InviteOfficials(db, new(db, story.Clock), story.Clock);
        var wrong = await invite.RunAsync(story.Manager, "xhh-nho", Sheet(("nobody", "STC"), ("commune_leader", "KHONGCO")), Cancel);
        Assert.Equal(["A2", "B3"], wrong.Faults.Select(fault => fault.Cell));
        Assert.Equal(0, await db.SurveyTokens.CountAsync(Cancel));

        var (links, faults) = await invite.RunAsync(story.Manager, "xhh-nho", Sheet([.. Enumerable.Repeat(("city_council_deputy", "STC"), 12), ("commune_leader", "STP"), ("department_leader", "STC")]), Cancel);
        Assert.Empty(faults);
        Assert.DoesNotContain(links, link => link.Unit == link.OwnUnit);
        // Three departments, one of them the own: two each for thirteen persons; leaders of departments judge communes, of which there are none.
        Assert.Equal(26, links.Count);
        Assert.Equal(26, links.Select(link => link.Token).Distinct().Count());
        Assert.Equal(0, await db.TokenLinks.CountAsync(Cancel));
        Assert.Equal(["", "city_council_deputy"], await db.SurveyTokens.Select(token => token.Stratum).Distinct().OrderBy(one => one).ToListAsync(Cancel));
    }

    private static FilledSheet Sheet(params (string Group, string Unit)[] people) => new(new Dictionary<string, string> { ["Group"] = "A", ["Unit"] = "B" },
        [.. people.Select((one, i) => new FilledRow(i + 2, new Dictionary<string, string> { ["Group"] = one.Group, ["Unit"] = one.Unit }))]);
}
