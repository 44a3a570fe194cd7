using System.Net;
using System.Xml.Linq;

namespace ParIndex.Web.Tests.Portal;

public sealed class FeedTests(RunningSite site)
{
    [Theory]
    [InlineData("", "vi", "Quyết định số 903/QĐ-UBND: kết quả năm 2021", "SỐ LIỆU MINH HỌA")]
    [InlineData("/en", "en", "Decision 903/QĐ-UBND: results of 2021", "ILLUSTRATIVE FIGURES")]
    public async Task The_feed_names_each_release_in_its_language_with_its_notice_and_links_that_open(string before, string language, string title, string notice)
    {
        using var answer = await site.Client.GetAsync(before + "/cong-bo/rss.xml");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/rss+xml", answer.Content.Headers.ContentType!.MediaType);
        var channel = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Element("channel")!;
        Assert.Equal(language, channel.Element("language")!.Value);
        // The year and the one before it, of which only totals are known.
        Assert.Equal(2, channel.Elements("item").Count());
        var item = channel.Elements("item").Single(one => one.Element("guid")!.Value == "903-qd-ubnd#1");
        Assert.Equal(title, item.Element("title")!.Value);
        Assert.Contains(notice, item.Element("description")!.Value, StringComparison.Ordinal);
        Assert.Equal($"{site.Address}{before}/cong-bo/903-qd-ubnd", item.Element("link")!.Value);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(item.Element("link")!.Value)).StatusCode);
    }

    [Fact]
    public async Task The_list_of_releases_links_to_the_feed() =>
        Assert.Contains("href=\"/cong-bo/rss.xml\"", await site.Client.GetStringAsync("/cong-bo"), StringComparison.Ordinal);
}
