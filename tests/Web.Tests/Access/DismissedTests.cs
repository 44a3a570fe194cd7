using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Tests;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Access;

/// <summary>H-27, and H-13 beside it: what is under way when a right ends, or a phase closes.</summary>
public sealed class DismissedTests
{
    private const string Library = $"/noi-bo/tai-lieu/{WorkSite.K}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Who_is_dismissed_during_an_upload_does_not_complete_it_and_is_out_everywhere(Engine engine)
    {
        foreach (var ending in new[] { "Close", "End" })
        {
            await using var work = await WorkSite.StartAsync(engine);
            using var officer = await work.AsAsync("97-");
            using var admin = await work.AsAsync("14-");
            Guid account, grant;
            await using (var db = work.Open())
            {
                account = await db.Users.Where(row => row.UserName!.StartsWith("97-")).Select(row => row.Id).SingleAsync(Cancel);
                grant = await db.Grants.Where(row => row.Account == account).Select(row => row.Id).SingleAsync(Cancel);
            }

            var upload = new Upload(await WorkSite.TokenAsync(officer), 256 * 1024);
            var sending = officer.PostAsync(new Uri(Library, UriKind.Relative), upload, Cancel);
            await upload.HalfSent.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
            var before = await FilesAsync(work);
            Assert.Equal(HttpStatusCode.Redirect, (await Visitor.SendAsync(admin, $"/noi-bo/nguoi-dung/{account}", new() { ["grant"] = $"{grant}", ["Reason"] = "Thôi việc từ trưa nay" }, Cancel, ending)).StatusCode);
            upload.GoOn();
            using var answer = await sending;
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{ending}: {(int)answer.StatusCode}");
            Assert.Equal(before, await FilesAsync(work));

            foreach (var page in new[] { Library, $"/noi-bo/cham/{WorkSite.K}", $"/noi-bo/cham/{WorkSite.K}/1.2.1" })
            {
                using var next = await officer.GetAsync(new Uri(page, UriKind.Relative), Cancel);
                Assert.True(next.StatusCode == HttpStatusCode.Forbidden || next.Headers.Location?.ToString().StartsWith("/noi-bo/dang-nhap", StringComparison.Ordinal) == true, $"{ending} {page}: {(int)next.StatusCode}");
            }
        }
    }

    [Theory, BothEngines]
    public async Task An_upload_that_begins_in_time_and_ends_too_late_is_kept_as_late_and_shown_to_no_appraiser(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        using var officer = await work.AsAsync("97-");
        var close = work.Opens.AddDays(10);
        work.Clock.Now = close.AddSeconds(-2);
        using var again = await work.AsAsync("97-");
        var upload = new Upload(await WorkSite.TokenAsync(again), 25 * 1024 * 1024);
        var sending = again.PostAsync(new Uri(Library, UriKind.Relative), upload, Cancel);
        await upload.HalfSent.WaitAsync(TimeSpan.FromSeconds(60), Cancel);
        work.Clock.Now = close;
        upload.GoOn();
        using var answer = await sending;
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var said = await Visitor.PageAsync(again, answer.Headers.Location!.ToString(), Cancel);
        Assert.Contains("muộn", said.QuerySelector(".govuk-notification-banner")!.TextContent, StringComparison.Ordinal);
        await using var db = work.Open();
        var file = await db.EvidenceFiles.SingleAsync(row => row.FileName == "lon.pdf", Cancel);
        Assert.Equal((FileState.Late, 25L * 1024 * 1024), (file.State, file.Length));

        // The appraiser, who may see the leaf's other evidence, sees neither its name nor its content.
        using var appraiser = await work.AsAsync("03-");
        var leaf = await Visitor.PageAsync(appraiser, $"/noi-bo/tham-dinh/{WorkSite.K}/{WorkSite.Own}/1.1.1", Cancel);
        Assert.Contains("bao-cao.pdf", leaf.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("lon.pdf", leaf.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var direct = await appraiser.GetAsync(new Uri($"/noi-bo/tep/{WorkSite.K}/{WorkSite.Own}/{file.Evidence}/1", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, direct.StatusCode);

        // After the close nothing begins.
        var late = new Upload(await WorkSite.TokenAsync(again), 1024);
        late.GoOn();
        using var refused = await again.PostAsync(new Uri(Library, UriKind.Relative), late, Cancel);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("đã đóng", (await Visitor.DocumentAsync(await refused.Content.ReadAsStringAsync(Cancel), Cancel)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<(int Rows, int Files)> FilesAsync(WorkSite work)
    {
        await using var db = work.Open();
        return (await db.EvidenceFiles.CountAsync(Cancel), Directory.Exists(work.EvidenceFolder) ? Directory.GetFiles(work.EvidenceFolder, "*", SearchOption.AllDirectories).Length : 0);
    }

    /// <summary>A PDF of some size, of which half is sent; the rest waits until it is told.</summary>
    private sealed class Upload : HttpContent
    {
        private readonly TaskCompletionSource half = new(TaskCreationOptions.RunContinuationsAsynchronously), rest = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly byte[] head, body, tail;

        public Upload(string token, int size)
        {
            var parts = new[] { ("__RequestVerificationToken", token), ("act", "add"), ("title", "Tệp lớn"), ("leaves", "1.1.1") }.Select(part => $"--b\r\nContent-Disposition: form-data; name=\"{part.Item1}\"\r\n\r\n{part.Item2}\r\n");
            head = Encoding.UTF8.GetBytes(string.Concat(parts) + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"lon.pdf\"\r\nContent-Type: application/pdf\r\n\r\n");
            var (begin, end) = (Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<<>>endobj\n%"), Encoding.ASCII.GetBytes("\ntrailer<<>>\n%%EOF\n"));
            body = [.. begin, .. Enumerable.Repeat((byte)'x', size - begin.Length - end.Length), .. end];
            tail = Encoding.UTF8.GetBytes("\r\n--b--\r\n");
            Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        }

        public Task HalfSent => half.Task;

        public void GoOn() => rest.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(head, Cancel);
            await stream.WriteAsync(body.AsMemory(0, body.Length / 2), Cancel);
            await stream.FlushAsync(Cancel);
            // Long enough on its way for the site to have begun with it.
            await Task.Delay(300, Cancel);
            half.TrySetResult();
            await rest.Task;
            await stream.WriteAsync(body.AsMemory(body.Length / 2), Cancel);
            await stream.WriteAsync(tail, Cancel);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = head.Length + body.Length + tail.Length;
            return true;
        }
    }
}
