using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Cycles;
using ParIndex.App.Tests;
using ParIndex.Testing;
using ParIndex.Web.Tests.Access;

namespace ParIndex.Web.Tests.Library;

/// <summary>H-28 to H-30 and H-32 at the door of the evidence library: what is not what it says, what unpacks without end, names that bite.</summary>
public sealed class HostileFilesTests
{
    private const string Library = $"/noi-bo/tai-lieu/{WorkSite.K}", Pdf = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task H28_what_is_not_what_its_name_says_is_refused_with_the_kinds_that_are_taken_and_nothing_is_kept(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        using var officer = await work.AsAsync("97-");
        var (token, before, files) = (await WorkSite.TokenAsync(officer), await work.StateAsync(), Kept(work));
        foreach (var (name, content) in new (string, byte[])[]
        {
            ("chuong-trinh.pdf", [(byte)'M', (byte)'Z', 0x90, 0, .. new byte[600]]), ("trang.pdf", Encoding.UTF8.GetBytes("<html>" + new string(' ', 594) + "%PDF-1.7 %%EOF")),
            ("anh.png", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")), ("anh.jpg", Encoding.UTF8.GetBytes("GIF89a/*\u0001*/=1;alert(1)")),
            ("mot-byte.pdf", [(byte)'%']), ("bao-cao.docm", Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()))), ("bao-cao.pdf.exe", Encoding.UTF8.GetBytes(Pdf)),
        })
        {
            using var answer = await UploadAsync(officer, token, name, content);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
            Assert.Contains(".pdf", (await PageAsync(answer)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }

        using var empty = await UploadAsync(officer, token, "rong.pdf", []);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal((before, files), (await work.StateAsync(), Kept(work)));
    }

    [Theory, BothEngines]
    public async Task H29_bombs_are_refused_in_time_and_memory_while_others_go_on(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        using var officer = await work.AsAsync("97-");
        using var other = await work.AsAsync("03-");
        var (token, before, files) = (await WorkSite.TokenAsync(officer), await work.StateAsync(), Kept(work));
        var bombs = new (string, byte[])[]
        {
            ("bom.xlsx", Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("xl/workbook.xml", "<workbook/>"u8.ToArray()), ("xl/worksheets/sheet1.xml", new byte[300 * 1024 * 1024]))),
            ("nhieu.docx", Zip([.. Enumerable.Range(0, 20_000).Select(i => ($"word/{i}.xml", Array.Empty<byte>()))])),
            ("cuoi.docx", Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", Encoding.UTF8.GetBytes(Laughs())))),
        };
        GC.Collect();
        GC.WaitForPendingFinalizers();
        foreach (var (name, content) in bombs)
        {
            var (watch, allocated) = (Stopwatch.StartNew(), GC.GetTotalMemory(forceFullCollection: true));
            using var answer = await UploadAsync(officer, token, name, content);
            var (took, rise) = (watch.Elapsed, (GC.GetTotalMemory(forceFullCollection: false) - allocated) / 1048576.0);
            Assert.True(answer.StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest, $"{name}: {(int)answer.StatusCode}");
            Assert.True(took < TimeSpan.FromSeconds(2), $"{name}: {took.TotalSeconds:0.0} s");
            Assert.True(rise < 100, $"{name}: {rise:0} MB");
            using var page = await other.GetAsync(new Uri($"/noi-bo/tham-dinh/{WorkSite.K}", UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }

        Assert.Equal((before, files), (await work.StateAsync(), Kept(work)));
    }

    [Theory, BothEngines]
    public async Task H30_names_that_bite_are_refused_others_shown_composed_and_sent_in_one_line(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        using var officer = await work.AsAsync("97-");
        var (token, before, files) = (await WorkSite.TokenAsync(officer), await work.StateAsync(), Kept(work));
        foreach (var name in new[] { "..%2F..%2Fx.pdf", "con.pdf", new string('a', 300) + ".pdf", "<img src=x onerror=alert(1)>.pdf", "baocao\u202efdp.exe", "a\u0007b.pdf", ".pdf" })
        {
            using var answer = await UploadAsync(officer, token, name, Encoding.UTF8.GetBytes(Pdf), raw: true);
            // Nothing of a path or a line end ever was part of the name; such a name is refused, or is another one.
            if (name.Contains("%2F", StringComparison.Ordinal)) continue;
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType, $"{name}: {(int)answer.StatusCode}");
            Assert.Null((await PageAsync(answer)).QuerySelector("main img"));
        }

        await using (var db = work.Open())
        {
            foreach (var odd in await db.EvidenceFiles.Where(row => row.FileName != "bao-cao.pdf" && row.Unit == WorkSite.Own).ToListAsync(Cancel))
                Assert.DoesNotContain("..", odd.FileName.Replace("..%2F..%2F", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        using var taken = await UploadAsync(officer, token, "Báo cáo quý.pdf".Normalize(NormalizationForm.FormD), Encoding.UTF8.GetBytes(Pdf + "% hai"));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var link = (await Visitor.PageAsync(officer, Library, Cancel)).QuerySelectorAll("a").Single(one => one.TextContent == "Báo cáo quý.pdf").GetAttribute("href")!;
        using var file = await officer.GetAsync(new Uri(link, UriKind.Relative), Cancel);
        var disposition = file.Content.Headers.GetValues("Content-Disposition").Single();
        Assert.DoesNotContain('\n', disposition);
        Assert.Equal("Báo cáo quý.pdf", ContentDispositionHeaderValue.Parse(disposition).FileNameStar);
        // It lies under its hash, whatever it is called.
        Assert.All(Directory.GetFiles(work.EvidenceFolder, "*", SearchOption.AllDirectories), path => Assert.Matches("^[0-9a-f]{64}$", Path.GetFileName(path)));
        Assert.NotEqual((before, files), (await work.StateAsync(), Kept(work)));
    }

    [Theory, BothEngines]
    public async Task H32_another_file_of_the_same_name_leaves_the_first_and_what_was_handed_in_is_not_deleted(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        using var officer = await work.AsAsync("97-");
        var token = await WorkSite.TokenAsync(officer);
        async Task<byte[]> FirstAsync()
        {
            using var answer = await officer.GetAsync(new Uri($"/noi-bo/tep/{WorkSite.K}/{WorkSite.Own}/{WorkSite.Document}/1", UriKind.Relative), Cancel);
            return await answer.Content.ReadAsByteArrayAsync(Cancel);
        }

        var first = await FirstAsync();
        using var form = Form(token, "bao-cao.pdf", Encoding.UTF8.GetBytes(Pdf + "% bản khác"), ("act", "revise"), ("id", $"{WorkSite.Document}"));
        using (var revised = await officer.PostAsync(new Uri(Library, UriKind.Relative), form, Cancel)) Assert.Equal(HttpStatusCode.Redirect, revised.StatusCode);
        Assert.Equal(first, await FirstAsync());
        using var head = await work.AsAsync("98-");
        Assert.Equal(HttpStatusCode.Redirect, (await WorkSite.PostAsync(head, $"/noi-bo/nop/{WorkSite.K}", await WorkSite.TokenAsync(head), ("code", "000000"))).StatusCode);
        using var withdrawn = await WorkSite.PostAsync(officer, Library, token, ("act", "withdraw"), ("id", $"{WorkSite.Document}"), ("reason", "Không cần dùng tài liệu này nữa"));
        Assert.Equal(HttpStatusCode.Conflict, withdrawn.StatusCode);
        work.To(Phase.Explanation);
        using var later = await work.AsAsync("97-");
        using var afterwards = await WorkSite.PostAsync(later, Library, await WorkSite.TokenAsync(later), ("act", "withdraw"), ("id", $"{WorkSite.Document}"), ("reason", "Không cần dùng tài liệu này nữa"));
        Assert.Equal(HttpStatusCode.Conflict, afterwards.StatusCode);
        await using var db = work.Open();
        Assert.Null((await db.Evidence.SingleAsync(row => row.Cycle == work.Cycle && row.Unit == WorkSite.Own && row.Id == WorkSite.Document, Cancel)).WithdrawnAt);
    }

    private static int Kept(WorkSite work) => Directory.GetFiles(work.EvidenceFolder, "*", SearchOption.AllDirectories).Length;

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string token, string name, byte[] content, bool raw = false)
    {
        using var form = Form(token, name, content, ("act", "add"), ("title", "Tài liệu thử"));
        return await client.PostAsync(new Uri(Library, UriKind.Relative), form, Cancel);
    }

    private static ByteArrayContent Form(string token, string name, byte[] content, params (string Name, string Value)[] fields)
    {
        // Written by hand: a well-behaved client would mend some of these names.
        var body = new MemoryStream();
        void Write(string text) => body.Write(Encoding.UTF8.GetBytes(text));
        foreach (var (field, value) in fields.Append(("__RequestVerificationToken", token))) Write($"--grenze\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        Write($"--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.Write(content);
        Write("\r\n--grenze--\r\n");
        return new(body.ToArray()) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=grenze") } };
    }

    private static async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer) => await Visitor.DocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);

    private static string Laughs() => "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY l0 \"lol\">" + string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">")) + "]><lolz>&l9;</lolz>";

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return output.ToArray();
    }
}
