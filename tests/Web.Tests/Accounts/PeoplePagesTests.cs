using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.Documents.Workbooks;
using ParIndex.Testing;
using ParIndex.Web.Tests.Access;

namespace ParIndex.Web.Tests.Accounts;

/// <summary>What two administrators do about people, over HTTP.</summary>
public sealed class PeoplePagesTests : IAsyncLifetime
{
    private readonly Database database = new();
    private Microsoft.AspNetCore.Builder.WebApplication site = null!;

    public async ValueTask InitializeAsync()
    {
        await using (var db = database.Open()) await new MakeDemoPeople(db, TimeProvider.System).RunAsync(DemoPeople.All, default);
        site = Site.Build(new() { Database = database.Path, Urls = ["http://127.0.0.1:0"], Demo = true });
        await site.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task People_are_found_without_marks_by_name_post_or_unit()
    {
        using var admin = await AsAsync("14-quan-tri-1");
        var found = await Visitor.PageAsync(admin, "/noi-bo/nguoi-dung?tim=van+thu+ubnd", Cancel);
        Assert.Equal("1 tài khoản", found.QuerySelector("table caption")!.TextContent.Trim());
        Assert.Contains("Văn thư UBND thành phố", found.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2 tài khoản", (await Visitor.PageAsync(admin, "/noi-bo/nguoi-dung?tim=&vai=Administrator", Cancel)).QuerySelector("table caption")!.TextContent.Trim());
        Assert.Contains("Không có tài khoản nào khớp", (await Visitor.PageAsync(admin, "/noi-bo/nguoi-dung?tim=khong+ai+ca", Cancel)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_goes_from_proposal_over_the_other_administrators_code_to_its_end_and_the_page_tells_its_history()
    {
        using var first = await AsAsync("14-quan-tri-1");
        using var second = await AsAsync("15-quan-tri-2");
        var clerk = await IdAsync("12-van-thu");
        var path = $"/noi-bo/nguoi-dung/{clerk}";
        Assert.Equal(HttpStatusCode.BadRequest, (await Visitor.SendAsync(first, path, new() { ["Role"] = "Observer", ["Reason"] = "ngắn" }, Cancel, "Propose")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Visitor.SendAsync(first, path, new() { ["Role"] = "Appraiser", ["Reason"] = "Theo phân công của Sở" }, Cancel, "Propose")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Visitor.SendAsync(first, path, new() { ["Role"] = "Observer", ["Reason"] = "Theo kế hoạch thanh tra 2026" }, Cancel, "Propose")).StatusCode);
        var own = await Visitor.PageAsync(first, path, Cancel);
        Assert.Null(own.QuerySelector("form[action*='Confirm']"));
        Assert.Contains("quản trị khác phải xác nhận", own.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var grant = ((IHtmlInputElement)(await Visitor.PageAsync(second, path, Cancel)).QuerySelector("form[action*='Confirm'] input[name=grant]")!).Value;
        Assert.Equal(HttpStatusCode.Conflict, (await Visitor.SendAsync(first, path, new() { ["grant"] = grant, ["code"] = "000000" }, Cancel, "Confirm")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Visitor.SendAsync(second, path, new() { ["grant"] = grant, ["code"] = "123456" }, Cancel, "Confirm")).StatusCode);

        using var person = await AsAsync("12-van-thu");
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync(new Uri("/noi-bo/nhat-ky", UriKind.Relative), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Visitor.SendAsync(second, path, new() { ["grant"] = grant, ["code"] = "000000" }, Cancel, "Confirm")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync(new Uri("/noi-bo/nhat-ky", UriKind.Relative), Cancel)).StatusCode);

        // The session that was open while the right ended does nothing with it any more, at its next request.
        Assert.Equal(HttpStatusCode.Redirect, (await Visitor.SendAsync(first, path, new() { ["grant"] = grant, ["Reason"] = "Kết thúc đợt thanh tra" }, Cancel, "End")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync(new Uri("/noi-bo/nhat-ky", UriKind.Relative), Cancel)).StatusCode);
        var history = (await Visitor.PageAsync(first, path, Cancel)).QuerySelectorAll("table tbody tr").Select(row => row.QuerySelector("th")!.TextContent).ToList();
        Assert.Equal(["Kết thúc quyền", "Xác nhận quyền", "Đề xuất quyền"], history.Take(3));
        Assert.Contains("Kết thúc đợt thanh tra", (await Visitor.PageAsync(first, path, Cancel)).QuerySelectorAll("table tbody tr")[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_scored_is_not_proposed_to_score_and_the_page_says_why()
    {
        using var admin = await AsAsync("14-quan-tri-1");
        var appraiser = await IdAsync("03-tham-dinh-snv");
        await using (var db = database.Open())
        {
            db.Add(new ParIndex.App.Units.OrgUnitRow { Code = "SNV", Kind = "department" });
            db.Add(new ParIndex.App.Units.OrgNameRow { Unit = "SNV", From = new(2020, 1, 1), Name = new("Sở Nội vụ", "Home Affairs"), ShortName = new("SNV", "SNV") });
            await db.SaveChangesAsync(Cancel);
        }

        var answer = await Visitor.SendAsync(admin, $"/noi-bo/nguoi-dung/{appraiser}", new() { ["Role"] = "UnitOfficer", ["Place"] = "SNV", ["Reason"] = "Theo phân công của Sở" }, Cancel, "Propose");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Visitor.DocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
        Assert.Contains("vừa là đơn vị được chấm, vừa là cơ quan chấm", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Theo phân công của Sở", ((IHtmlInputElement)page.QuerySelector("#Reason")!).Value);
    }

    [Fact]
    public async Task An_invitation_without_a_mail_server_shows_its_link_once_and_a_closed_account_is_out_with_its_link()
    {
        using var admin = await AsAsync("14-quan-tri-1");
        var answer = await Visitor.SendAsync(admin, "/noi-bo/nguoi-dung/moi", new() { ["FullName"] = "Phạm Thị Lan", ["Email"] = "lan@haiphong.gov.vn" }, Cancel);
        var page = await Visitor.DocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
        var link = new Uri(page.QuerySelector("#link")!.TextContent.Trim());
        using var guest = Client();
        Assert.Contains("Phạm Thị Lan", (await Visitor.PageAsync(guest, link.AbsolutePath, Cancel)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await Visitor.SendAsync(admin, "/noi-bo/nguoi-dung/moi", new() { ["FullName"] = "Phạm Thị Lan", ["Email"] = "LAN@haiphong.gov.vn" }, Cancel)).StatusCode);

        var record = $"/noi-bo/nguoi-dung/{await IdAsync("lan@")}";
        var again = await Visitor.SendAsync(admin, record, [], Cancel, "Invite");
        var newer = new Uri((await Visitor.DocumentAsync(await again.Content.ReadAsStringAsync(Cancel), Cancel)).QuerySelector("#link")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(new Uri(link.AbsolutePath, UriKind.Relative), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(new Uri(newer.AbsolutePath, UriKind.Relative), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Visitor.SendAsync(admin, record, new() { ["Reason"] = "Chuyển công tác khỏi thành phố" }, Cancel, "Close")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(new Uri(newer.AbsolutePath, UriKind.Relative), Cancel)).StatusCode);
        Assert.Contains("Đã đóng", (await Visitor.PageAsync(admin, "/noi-bo/nguoi-dung?trang-thai=dong", Cancel)).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_is_shown_with_its_faults_by_cell_then_accepted_as_a_whole()
    {
        using var admin = await AsAsync("14-quan-tri-1");
        var wrong = await UploadAsync(admin, ["<script>alert(1)</script>", "khong-phai-thu", "", "", "Văn thư", "", "", "Theo phân công 2026"]);
        Assert.Equal("B2", wrong.QuerySelector("tbody th")!.TextContent);
        Assert.Null(wrong.QuerySelector("main script"));
        var good = await UploadAsync(admin, ["Phạm Thị Lan", "lan@haiphong.gov.vn", "", "", "Văn thư", "", "", "Theo phân công 2026"]);
        var accept = (IHtmlFormElement)good.QuerySelector("form[action*='Accept']")!;
        var fields = accept.Elements.OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        using var done = await admin.PostAsync(new Uri("/noi-bo/nguoi-dung/nhap?handler=Accept", UriKind.Relative), form, Cancel);
        var page = await Visitor.DocumentAsync(await done.Content.ReadAsStringAsync(Cancel), Cancel);
        Assert.Contains("1 tài khoản mới, 1 quyền chờ", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("/noi-bo/loi-moi/", page.QuerySelector("tbody code")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, await IdAsync("lan@"));
    }

    private static async Task<IHtmlDocument> UploadAsync(HttpClient client, string[] row)
    {
        var file = new MemoryStream();
        string[] headings = ["Họ và tên", "Thư điện tử", "Chức vụ", "Đơn vị công tác", "Vai trò", "Đơn vị được giao", "Kỳ đánh giá", "Lý do, văn bản phân công"];
        PlainWorkbook.Write([new("Người dùng", [.. headings.Select(heading => (heading, 20))], [row])], file);
        var page = await Visitor.PageAsync(client, "/noi-bo/nguoi-dung/nhap", Cancel);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(((IHtmlInputElement)page.QuerySelector("main input[name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" },
            { new ByteArrayContent(file.ToArray()), "file", "nguoi-dung.xlsx" },
        };
        using var answer = await client.PostAsync(new Uri("/noi-bo/nguoi-dung/nhap", UriKind.Relative), form, Cancel);
        return await Visitor.DocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
    }

    private async Task<HttpClient> AsAsync(string login)
    {
        var client = Client();
        await Visitor.SwitchAsync(client, database, login, Cancel);
        return client;
    }

    private async Task<Guid> IdAsync(string login)
    {
        await using var db = database.Open();
        return await db.Users.Where(row => row.UserName!.StartsWith(login)).Select(row => row.Id).SingleAsync(Cancel);
    }

    private HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Urls.First()) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
