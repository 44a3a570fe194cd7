using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Cycles;
using ParIndex.Core.Questionnaires;
using ParIndex.Testing;
using ParIndex.Web.Tests.Access;

namespace ParIndex.Web.Tests.Surveys;

/// <summary>A questionnaire from its first page to approval, and a campaign from its frame to printed letters, over HTTP, without script.</summary>
public sealed class SurveyPagesTests : IAsyncLifetime
{
    private const string Here = "/noi-bo/khao-sat/sipas-thu";
    private readonly Database database = new();
    private readonly SmallCycle small = new();
    private Microsoft.AspNetCore.Builder.WebApplication site = null!;
    private HttpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using (var db = database.Open()) await new MakeDemoPeople(db, TimeProvider.System).RunAsync(DemoPeople.All, default);
        await using (var db = database.Open()) await new ImportCycle(db, TimeProvider.System).RunAsync(small.Folder, CycleState.Open, default);
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
    public async Task A_campaign_goes_from_its_questionnaire_and_frame_to_letters()
    {
        await Visitor.SwitchAsync(client, database, "09-", Cancel);
        Assert.Equal("/noi-bo/khao-sat/phieu/SIPAS-VN-16/1", await ToAsync("/noi-bo/khao-sat/phieu", "Shipped", ("shipped", "citizen-service.json")));
        await ToAsync("/noi-bo/khao-sat/phieu/SIPAS-VN-16/1", "Approve", ("Version", "1"));
        string At(int days) => DateTime.Today.AddDays(days).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) + " 17:00";
        var key = (await PageAsync("/noi-bo/khao-sat")).QuerySelector("#Form option")!.GetAttribute("value")!;
        Assert.Equal(Here, await ToAsync("/noi-bo/khao-sat", null, ("Cycle", "1"), ("NewCode", "sipas-thu"), ("Purpose", "Satisfaction"), ("Form", key), ("TitleVi", "Khảo sát thử"), ("TitleEn", ""),
            ("AskerVi", "Sở Nội vụ"), ("AskerEn", "Home Affairs"), ("Opens", At(-2)), ("Closes", At(9)), ("Minimum", "30")));

        // One wrong cell: named, and nothing is taken.
        var wrong = await UploadAsync(Frame(40) + "HS-X,STC,1.0,40/40/2021,Trực tiếp,,,\n");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("D42", (await Visitor.DocumentAsync(await wrong.Content.ReadAsStringAsync(Cancel), Cancel)).QuerySelector("table tbody th")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await UploadAsync(Frame(400))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(Here + "/mau", "Plan", Plan("ClusterTake", "3"))).StatusCode);
        await ToAsync(Here + "/mau", "Plan", Plan());
        // Promised and kept stand side by side: 200 of 400 by the formula, 375 asked.
        var row = (await PageAsync(Here + "/mau")).QuerySelector("#dan-mau ~ table tbody tr")!.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToArray();
        Assert.Equal(["400", "400", "200", "300", "375"], row[..5]);
        await ToAsync(Here + "/mau", "Commit");
        var committed = (await PageAsync(Here + "/mau")).QuerySelector("#rut ~ p code")!.TextContent;
        await ToAsync(Here + "/mau", "Draw", ("Lot", "12345"));
        var drawn = await PageAsync(Here + "/mau");
        Assert.EndsWith("/12345", drawn.QuerySelectorAll("#rut ~ p code")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(committed, drawn.QuerySelectorAll("#rut ~ p code")[0].TextContent);
        var redone = await Visitor.DocumentAsync(await (await PostAsync(Here + "/mau", "Redo")).Content.ReadAsStringAsync(Cancel), Cancel);
        Assert.Contains(redone.QuerySelectorAll("main [role=status]"), said => said.TextContent.Contains("đúng mẫu này, từng người một", StringComparison.Ordinal));
        await ToAsync(Here + "/mau", "Issue");

        using (var letters = WordprocessingDocument.Open(await PrintAsync("letters"), isEditable: false))
        {
            var body = letters.MainDocumentPart!.Document!.Body!.InnerText;
            Assert.Contains("Kính gửi: Người 7", body, StringComparison.Ordinal);
            Assert.Equal(375, letters.MainDocumentPart.ImageParts.Count());
            Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(letters, Cancel).Take(3).Select(error => error.Description));
        }

        using (var sheets = WordprocessingDocument.Open(await PrintAsync("sheets"), isEditable: false))
            Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(sheets, Cancel).Take(3).Select(error => error.Description));
        await using (var db = database.Open()) Assert.Equal(375, await db.SampleCases.CountAsync(one => one.State == CaseState.Invited, Cancel));

        // A supervisor sees cases without names, an interviewer no sample, a unit's officer nothing at all.
        await Visitor.SwitchAsync(client, database, "10-", Cancel);
        Assert.DoesNotContain("Người 7", (await PageAsync(Here + "/nguoi")).DocumentElement.TextContent, StringComparison.Ordinal);
        await ToAsync(Here + "/nguoi/STC", "Replace", ("Case", "3"), ("State", "Refused"), ("Words", "không muốn"));
        await Visitor.SwitchAsync(client, database, "11-", Cancel);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(Here, UriKind.Relative), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(new Uri(Here + "/mau", UriKind.Relative), Cancel)).StatusCode);
        await Visitor.SwitchAsync(client, database, "01-", Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(new Uri("/noi-bo/khao-sat", UriKind.Relative), Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_questionnaire_is_designed_checked_approved_and_changed_into_a_new_version()
    {
        await Visitor.SwitchAsync(client, database, "09-", Cancel);
        const string form = "/noi-bo/khao-sat/phieu/THU/1";
        Assert.Equal(form, await ToAsync("/noi-bo/khao-sat/phieu", "New", ("NewCode", "THU"), ("TitleVi", "Phiếu thử"), ("TitleEn", "Trial")));
        await ToAsync(form, "Head", await V(form, ("TitleVi", "Phiếu thử"), ("TitleEn", "Trial"), ("IntroVi", "Xin mời"), ("IntroEn", "Please"), ("Edition", "trial"), ("Overall", "")));
        await ToAsync(form, "Parts", await V(form, ("PartCode", "S"), ("PartParent", ""), ("PartVi", "Dịch vụ"), ("PartEn", "Service"), ("PartArea", ""), ("PartCode", "S1"), ("PartParent", "S"), ("PartVi", "Tiếp cận"), ("PartEn", "Access"), ("PartArea", "3")));
        Assert.Equal($"{form}/thang/ba", await ToAsync($"{form}/thang/moi", null, await V(form, ("NewCode", "ba"),
            ("ChoiceValue", "1"), ("ChoiceVi", "Kém"), ("ChoiceEn", "Poor"), ("Percent", "0"), ("ChoiceValue", "2"), ("ChoiceVi", "Được"), ("ChoiceEn", "Fair"), ("Percent", "50"), ("ChoiceValue", "3"), ("ChoiceVi", "Tốt"), ("ChoiceEn", "Good"), ("Percent", "100"))));
        Assert.Equal("10,00", (await PageAsync($"{form}/thang/ba")).QuerySelectorAll("table")[^1].QuerySelector("tbody tr:last-child td")!.TextContent);
        await ToAsync(form, "Add", await V(form, ("Section", "A"), ("Kind", "single"), ("NewCode", "A1")));
        await ToAsync($"{form}/cau/A1", null, await V(form, ("NewCode", "A1"), ("WordsVi", "Ông/Bà là"), ("WordsEn", "You are"), ("ChoiceValue", "1"), ("ChoiceVi", "Cá nhân"), ("ChoiceEn", "A person"), ("ChoiceValue", "2"), ("ChoiceVi", "Tổ chức"), ("ChoiceEn", "An organisation")));
        await ToAsync(form, "Add", await V(form, ("Section", "A"), ("Kind", "scale"), ("NewCode", "S1.1")));
        (string, string)[] item = [("NewCode", "S1.1"), ("WordsVi", "Nơi tiếp đón"), ("WordsEn", "The place"), ("Scale", "ba"), ("Factor", "S1"), ("NotUsed", "true"), ("When", "A1")];
        await ToAsync($"{form}/cau/S1.1", null, await V(form, item));
        // No answer is chosen yet: the check says that nobody can reach the question, and where.
        var checks = (await PageAsync(form)).QuerySelector("#checks + table tbody tr")!;
        Assert.Equal(("Q025", $"{form}/cau/S1.1"), (checks.QuerySelector("th")!.TextContent, checks.QuerySelector("a")!.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(form, "Approve", await V(form))).StatusCode);
        await ToAsync($"{form}/cau/S1.1", null, await V(form, [.. item, ("AnyOf", "2")]));
        await ToAsync(form, "Move", await V(form, ("Up", "S1.1")));
        Assert.Equal("Q024", (await PageAsync(form)).QuerySelector("#checks + table tbody th")!.TextContent);
        await ToAsync(form, "Move", await V(form, ("Down", "S1.1")));
        // Two editors: the second to save is told, and nothing is overwritten.
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PostAsync($"{form}/cau/S1.1", null, [("Version", "1"), .. item])).StatusCode);
        Assert.Contains("Nơi tiếp đón", (await PageAsync($"{form}/xem/1")).QuerySelector("main form")!.TextContent, StringComparison.Ordinal);
        await ToAsync(form, "Approve", await V(form));
        await ToAsync(form, "Next");
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(form, "Next")).StatusCode);

        const string second = "/noi-bo/khao-sat/phieu/THU/2";
        await ToAsync($"{second}/cau/S1.1", null, await V(second, [.. item.Select(one => one.Item1 == "WordsVi" ? ("WordsVi", "Nơi tiếp đón sạch sẽ") : one), ("AnyOf", "2")]));
        Assert.Contains("S1.1 (1 → 2)", (await PageAsync(second)).QuerySelector("main .govuk-inset-text")!.TextContent, StringComparison.Ordinal);
        await using var db = database.Open();
        var (old, now) = (await ReadAsync(1), await ReadAsync(2));
        Assert.Equal((1, 2), (old.Questions[1].ItemVersion, now.Questions[1].ItemVersion));
        Assert.Empty(MethodOfForm.Comparable(now, old));

        async Task<Questionnaire> ReadAsync(int number) => QuestionnaireJson.Read((await db.QuestionnaireDrafts.SingleAsync(one => one.Code == "THU" && one.Number == number, Cancel)).Json, "THU").Value!;
    }

    private static string Frame(int count)
    {
        var text = new StringBuilder("Mã hồ sơ,Mã đơn vị,Mã thủ tục,Ngày trả kết quả,Kênh nộp,Họ tên,Điện thoại,Địa chỉ\n");
        for (var i = 0; i < count; i++) text.Append(CultureInfo.InvariantCulture, $"HS-{i},STC,1.00{i % 3},{1 + (i % 28)}/{1 + (i % 12)}/2021,Trực tiếp,Người {i},09{i:00000000},Số {i} phố Thử\n");
        return text.ToString();
    }

    private static (string, string)[] Plan(string? change = null, string to = "") => [.. new[] { ("PlanVersion", "0"), ("Formula", "Yamane"), ("Margin", "5"), ("DesignEffect", "1,5"), ("Response", "80"), ("TakeAllBelow", "30"), ("LeastPerStratum", "10"), ("ClusterTake", "0"),
        ("ClusterAlike", "0,05"), ("Reserve", "5"), ("Strata", "Unit"), ("Allocation", "Proportional"), ("Mode", "Web") }.Select(one => one.Item1 == change ? (one.Item1, to) : one)];

    /// <summary>Fields with the version of the draft as its page shows it.</summary>
    private async Task<(string, string)[]> V(string form, params (string, string)[] fields) =>
        [("Version", (await PageAsync(form)).QuerySelector("input[name=Version]")!.GetAttribute("value")!), .. fields];

    private async Task<HttpResponseMessage> UploadAsync(string csv)
    {
        var token = (await PageAsync(Here + "/mau")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "frame.csv" } };
        return await client.PostAsync(new Uri(Here + "/mau?handler=Frame", UriKind.Relative), content, Cancel);
    }

    private async Task<MemoryStream> PrintAsync(string what)
    {
        var answer = await PostAsync(Here + "/mau", "Print", ("Unit", ""), ("What", what));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new(await answer.Content.ReadAsByteArrayAsync(Cancel));
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
