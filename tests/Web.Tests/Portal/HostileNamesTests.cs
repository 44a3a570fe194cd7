using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using ParIndex.App.Publication;
using ParIndex.App.Storage;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Portal;

/// <summary>H-34: names, reasons and criteria that try to be script, a link or a formula stay words in every page, document and table.</summary>
public sealed class HostileNamesTests
{
    private const string Script = "<script>alert(1)</script>";
    private const string Svg = "\"><svg onload=alert(1)>";
    private const string Formula = "=HYPERLINK(javascript:alert(1)) {{7*7}}";

    [Fact]
    public async Task Nothing_that_was_typed_becomes_part_of_a_page_or_a_document()
    {
        using var cycle = new SmallCycle();
        cycle.Change("units.csv", "SNV,Sở Nội vụ,Department of Home Affairs", $"SNV,Sở {Script},\"{Svg.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")
            .Change("units.csv", "STC,Sở Tài chính,Department of Finance", $"STC,{Formula},javascript:alert(1)")
            .Change("framework.json", "\"vi\": \"Kế hoạch\", \"en\": \"Plan\"", $"\"vi\": \"{Script}\", \"en\": \"{Svg.Replace("\"", "\\\"", StringComparison.Ordinal)}\"")
            .Change("framework.json", "\"vi\": \"đúng hạn\", \"en\": \"on time\"", $"\"vi\": \"{Script}\", \"en\": \"javascript:alert(1)\"")
            .Change("acts.csv", "Thiếu một kết luận", Script)
            .Change("acts.csv", "Đã bổ sung kết luận", Formula)
            .Change("evidence.csv", "Kế hoạch 01/KH-SNV", Script);
        var folder = Directory.CreateTempSubdirectory("hostile-").FullName;
        var database = Path.Combine(folder, "portal.db");
        await using (var db = SqliteStorage.Open(database))
        {
            await PrepareDatabase.RunAsync(db, default);
            var published = await new PublishFolder(db, TimeProvider.System).RunAsync(cycle.Folder, "0.1.0", default);
            Assert.True(published.Release is not null, string.Join('\n', published.Findings));
        }

        await using var site = Site.Build(new() { Database = database, Urls = ["http://127.0.0.1:0"] });
        await site.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(site.Urls.First()) };
        var (waiting, seen) = (new Queue<string>(["/", "/en"]), new HashSet<string>());
        var words = new HashSet<string>();
        while (waiting.TryDequeue(out var address))
        {
            if (!seen.Add(address)) continue;
            using var answer = await client.GetAsync(address);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                if (address.EndsWith(".docx", StringComparison.Ordinal)) words.Add(await WordsOfAsync(answer));
                if (address.EndsWith(".xlsx", StringComparison.Ordinal)) await HasNoFormulaAsync(answer);
                continue;
            }

            Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync());
            Assert.Empty(page.QuerySelectorAll("script:not([src])"));
            foreach (var element in page.All)
            {
                Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
                foreach (var link in new[] { "href", "src", "action", "formaction", "xlink:href" })
                    Assert.False(element.GetAttribute(link)?.Trim().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) ?? false, $"{address}: {element.OuterHtml}");
            }

            words.Add(page.Body!.TextContent);
            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]))
                if (!link.StartsWith("/noi-bo", StringComparison.Ordinal)) waiting.Enqueue(link);
        }

        // They were shown, as words: the test would be empty otherwise.
        Assert.True(seen.Count > 30, $"only {seen.Count} addresses");
        foreach (var typed in new[] { Script, Svg, Formula, "javascript:alert(1)" })
            Assert.Contains(words, text => text.Contains(typed, StringComparison.Ordinal));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task HasNoFormulaAsync(HttpResponseMessage answer)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), isEditable: false);
        foreach (var sheet in workbook.WorkbookPart!.WorksheetParts)
        {
            Assert.Empty(sheet.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>());
            Assert.Empty(sheet.HyperlinkRelationships);
        }
    }

    private static async Task<string> WordsOfAsync(HttpResponseMessage answer)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), isEditable: false);
        Assert.Empty(document.MainDocumentPart!.HyperlinkRelationships);
        return document.MainDocumentPart.Document!.InnerText;
    }
}
