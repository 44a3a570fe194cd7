using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.Testing;
using ParIndex.Web.Tests.Access;

namespace ParIndex.Web.Tests.Cycles;

/// <summary>A year from its plan to its opening and to an extension, over HTTP, without script.</summary>
public sealed class PreparePagesTests : IAsyncLifetime
{
    private const string Here = "/noi-bo/ky/small-2022";
    private readonly Database database = new();
    private readonly SmallCycle small = new();
    private Microsoft.AspNetCore.Builder.WebApplication site = null!;
    private HttpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using (var db = database.Open())
            await new MakeDemoPeople(db, TimeProvider.System).RunAsync(
                [.. DemoPeople.All, new("96-sub", "Chuyên viên thay", "Thay", Role.Appraiser, Department: "SNV"), new("97-stc", "Đầu mối, Sở Tài chính", "Nhập", Role.UnitOfficer, Unit: "STC", MemberOf: "STC")], default);
        await using (var db = database.Open()) await new ImportCycle(db, TimeProvider.System).RunAsync(small.Folder, CycleState.Published, default);
        site = Site.Build(new() { Database = database.Path, Urls = ["http://127.0.0.1:0"], Demo = true });
        await site.StartAsync();
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await site.DisposeAsync();
        database.Dispose();
        small.Dispose();
    }

    [Fact]
    public async Task A_year_is_planned_decided_assigned_opened_and_extended_for_one_unit()
    {
        await Visitor.SwitchAsync(client, database, "06-", Cancel);
        Assert.Equal($"{Here}/chuan-bi", await ToAsync("/noi-bo/ky", null, ("From", "1"), ("Year", "2022"), ("Code", "small-2022"), ("Plan", "Kế hoạch 5/KH-UBND")));

        // Opening says all that is missing and does nothing.
        var draft = await PageAsync(Here + "/chuan-bi");
        Assert.Contains("Bước “Tự đánh giá” chưa có ngày", draft.QuerySelector("#open + ul")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("chưa có người thẩm định", draft.QuerySelector("#open + ul")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(Here + "/chuan-bi", "Open", ("Version", "1"))).StatusCode);

        var today = DateTime.Today;
        string At(int days) => today.AddDays(days).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture) + " 17:00";
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(Here + "/chuan-bi", "Phases", ("Version", "1"), ("Opens", At(5)), ("Closes", At(-5)), ("Stage", "self"))).StatusCode);
        await ToAsync(Here + "/chuan-bi", "Phases", ("Version", "1"), ("Opens", At(-5)), ("Closes", At(5)), ("Stage", "self"), ("Opens", At(5)), ("Closes", At(20)), ("Stage", "appraisal"));

        await ToAsync(Here + "/ap-dung", null, ("Leaf", "1.2.1"), ("Units", "STC"), ("Units", "STP"), ("Applies", "false"), ("Reason", "Không có đơn vị sự nghiệp trực thuộc"));
        Assert.Equal(2, (await PageAsync(Here + "/ap-dung")).QuerySelectorAll("div.wide td").Count(cell => cell.TextContent == "không"));

        // Who belongs to a scored unit is refused without a substitute; the page keeps what was ticked and says who.
        var (own, substitute) = (await AccountAsync("03-"), await AccountAsync("96-"));
        var boxes = (await PageAsync(Here + "/phan-cong")).QuerySelectorAll("input[name=Leaves]").Select(box => ("Leaves", box.GetAttribute("value")!)).ToList();
        var refused = await PostAsync(Here + "/phan-cong", null, [.. boxes, ("Department", "SNV"), ("Account", own), ("Substitute", "")]);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var shown = await Visitor.DocumentAsync(await refused.Content.ReadAsStringAsync(Cancel), Cancel);
        Assert.Equal(boxes.Count, shown.QuerySelectorAll("input[name=Leaves][checked]").Length);
        await ToAsync(Here + "/phan-cong", null, [.. boxes, ("Department", "SNV"), ("Account", own), ("Substitute", substitute)]);
        var loads = (await PageAsync(Here + "/phan-cong")).QuerySelector("table")!.QuerySelectorAll("tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent, row => row.QuerySelectorAll("td").Select(cell => cell.TextContent).ToArray());
        Assert.Equal($"{boxes.Count * 2}", loads["Chuyên viên thẩm định, Sở Nội vụ"][2]);
        Assert.Equal($"{boxes.Count}", loads["Chuyên viên thay"][2]);
        Assert.Contains("Xung đột", loads["Chuyên viên thẩm định, Sở Nội vụ"][3], StringComparison.Ordinal);

        await ToAsync(Here + "/chuan-bi", "Open", ("Version", "2"));
        await ToAsync(Here + "/gia-han", "Extend", ("Unit", "STC"), ("Phase", "SelfAssessment"), ("Until", At(9)), ("Reason", "Mất điện ba ngày do bão số 3"));

        await Visitor.SwitchAsync(client, database, "97-", Cancel);
        var seen = await PageAsync(Here + "/gia-han");
        Assert.Contains("Mất điện ba ngày do bão số 3", seen.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(seen.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(new Uri(Here + "/chuan-bi", UriKind.Relative), Cancel)).StatusCode);
    }

    private async Task<string> AccountAsync(string login)
    {
        await using var db = database.Open();
        return (await db.Users.Where(row => row.UserName!.StartsWith(login)).Select(row => row.Id).SingleAsync(Cancel)).ToString();
    }

    private Task<IHtmlDocument> PageAsync(string path) => Visitor.PageAsync(client, path, Cancel);

    private async Task<string?> ToAsync(string path, string? handler, params (string Name, string Value)[] fields)
    {
        var answer = await PostAsync(path, handler, fields);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            Assert.Fail($"{path}: {(int)answer.StatusCode} " + (await Visitor.DocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel)).QuerySelector(".govuk-error-summary, main")?.TextContent.Trim());
        return answer.Headers.Location?.ToString();
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string? handler, params (string Name, string Value)[] fields)
    {
        var token = (await PageAsync(path)).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var sent = fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)).Append(new("__RequestVerificationToken", token));
        return await client.PostAsync(new Uri(handler is null ? path : $"{path}?handler={handler}", UriKind.Relative), new FormUrlEncodedContent(sent), Cancel);
    }
}
