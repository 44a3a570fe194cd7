using ParIndex.App.Accounts;

namespace ParIndex.Web.Tests.Work;

/// <summary>My work, for everybody in the demonstration: a year at work beside one that came as files.</summary>
public sealed class WorkDoorsTests(DemoSite site, Browser browser)
{
    [Fact]
    public async Task Every_door_that_my_work_shows_to_a_person_opens()
    {
        var shut = new List<string>();
        var doors = 0;
        foreach (var person in DemoPeople.All)
        {
            await using var context = await browser.ContextAsync(script: false);
            var page = await context.NewPageAsync();
            await site.ActAsAsync(page, person.Login);
            foreach (var link in await page.Locator("main a[href^='/noi-bo']").AllAsync())
            {
                var path = (await link.GetAttributeAsync("href"))!;
                var answer = await context.APIRequest.GetAsync(site.Address + path);
                doors++;
                if (answer.Status >= 400) shut.Add($"{person.Name}: {path} {answer.Status}");
            }
        }

        Assert.True(doors > 60, $"only {doors} doors");
        Assert.Empty(shut);
    }
}
