using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Publication;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Web.Access;

namespace ParIndex.Web;

/// <summary>RSS 2.0 of the releases and corrections, for who wants to be told without giving an address.</summary>
internal static class Feeds
{
    public const string Releases = "/cong-bo/rss.xml";

    public static void Map(WebApplication site) => site.MapGet(Releases, ReleasesAsync);

    private static async Task<IResult> ReleasesAsync(HttpContext context, SiteSettings settings, IndexDb db, CancellationToken cancel)
    {
        var language = context.Language();
        var releases = await db.Releases.OrderByDescending(r => r.PublishedAt).ThenByDescending(r => r.Id).Take(50).ToListAsync(cancel);
        var first = releases.Select(r => r.Id).ToList();
        var statements = (await db.Statements.Where(s => first.Contains(s.ReleaseId)).OrderBy(s => s.Order).ToListAsync(cancel)).ToLookup(s => s.ReleaseId);
        var origin = settings.PublicOrigin?.GetLeftPart(UriPartial.Authority) ?? $"{context.Request.Scheme}://{context.Request.Host}";
        var pages = origin + context.Request.PathBase;
        var channel = new XElement("channel",
            new XElement("title", new Text("Công bố và đính chính kết quả cải cách hành chính", "Releases and corrections of the results of administrative reform").In(language)),
            new XElement("link", $"{pages}/cong-bo"),
            new XElement("description", new Text("Mỗi lần công bố và mỗi lần đính chính là một mục; mục cũ không bị ghi đè.", "One item a release and one a correction; earlier ones are never overwritten.").In(language)),
            new XElement("language", language == Language.Vietnamese ? "vi" : "en"),
            releases.Select(release => Item(release, statements[release.Id], $"{pages}/cong-bo/{release.Slug}", language)));
        var feed = new XDocument(new XElement("rss", new XAttribute("version", "2.0"), channel));

        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = true, Indent = true })) feed.Save(writer);
        return Results.Bytes(bytes.ToArray(), "application/rss+xml; charset=utf-8");
    }

    private static XElement Item(ReleaseRow release, IEnumerable<StatementRow> statements, string address, Language language)
    {
        var name = release.DecisionNumber is { } number
            ? new Text($"Quyết định số {number}: kết quả năm {release.Year}", $"Decision {number}: results of {release.Year}")
            : new Text($"Kết quả năm {release.Year}", $"Results of {release.Year}");
        var title = release.WithdrawnAt is not null ? new Text($"Đã thu hồi: {name.Vi}, phiên bản {release.Edition}", $"Withdrawn: {name.En}, version {release.Edition}")
            : release.Corrects ? new Text($"{name.Vi} – đính chính, phiên bản {release.Edition}", $"{name.En} – correction, version {release.Edition}") : name;
        IEnumerable<Text> words = [.. release.Notice is { } notice ? [notice] : Array.Empty<Text>(), .. release.WithdrawnReason is { } back ? [back] : Array.Empty<Text>(), .. release.RevisionNote is { } why ? [why] : Array.Empty<Text>(), .. statements.Select(s => s.Words)];
        return new XElement("item",
            new XElement("title", title.In(language)),
            new XElement("link", address),
            new XElement("guid", new XAttribute("isPermaLink", "false"), $"{release.Slug}#{release.Revision}"),
            new XElement("pubDate", release.PublishedAt.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture)),
            new XElement("description", string.Join('\n', words.Select(text => text.In(language)).Distinct())));
    }
}
