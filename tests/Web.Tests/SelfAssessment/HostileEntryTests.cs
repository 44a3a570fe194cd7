using System.Net;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Cycles;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Tests;
using ParIndex.Core;
using ParIndex.Testing;
using ParIndex.Web.Tests.Access;

namespace ParIndex.Web.Tests.SelfAssessment;

/// <summary>H-12, H-14 to H-17 and H-20 at the door: a unit's forms with times, versions, points, fields and steps that are not theirs.</summary>
public sealed class HostileEntryTests
{
    private const string Leaf = $"/noi-bo/cham/{WorkSite.K}/1.2.1", Submit = $"/noi-bo/nop/{WorkSite.K}", Why = "Hồ sơ lưu tại văn thư đơn vị";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task H12_the_last_millisecond_is_in_time_the_closing_moment_is_not_and_no_clock_but_the_servers_is_asked(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        var close = work.Opens.AddDays(10);
        work.Clock.Now = close.AddMilliseconds(-1);
        using var officer = await work.AsAsync("97-");
        officer.DefaultRequestHeaders.Date = close.AddHours(-1);
        var token = await WorkSite.TokenAsync(officer);
        Assert.Equal(HttpStatusCode.BadRequest, (await SaveAsync(officer, token, 1, ("submittedAt", "16:00"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(officer, token, 1)).StatusCode);
        work.Clock.Now = close;
        using var late = await SaveAsync(officer, token, 2);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var said = (await PageAsync(late)).QuerySelector("[role=alert]")!.TextContent;
        var moment = close.ToOffset(TimeSpan.FromHours(7)).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("đã đóng lúc", said, StringComparison.Ordinal);
        Assert.Equal(2, said.Split(moment).Length - 1);
        Assert.Equal(2, (await EntryAsync(work)).Version);
        using var head = await work.AsAsync("98-");
        Assert.Equal(HttpStatusCode.Conflict, (await WorkSite.PostAsync(head, Submit, await WorkSite.TokenAsync(head), ("code", "000000"))).StatusCode);
    }

    [Theory, BothEngines]
    public async Task H14_the_second_of_two_officers_is_told_the_first_ones_text_stays_and_a_version_is_never_guessed(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        using var officer = await work.AsAsync("97-");
        var token = await WorkSite.TokenAsync(officer);
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(officer, token, 1, ("note", "của người thứ nhất"))).StatusCode);
        using var stale = await SaveAsync(officer, token, 1, ("note", "của người thứ hai"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        var page = await PageAsync(stale);
        Assert.Equal("2", page.QuerySelector("input[name=version]")!.GetAttribute("value"));
        Assert.Equal("của người thứ hai", page.QuerySelector("#note")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await SaveAsync(officer, token, null)).StatusCode);
        Assert.Equal(("của người thứ nhất", 2), ((await EntryAsync(work)).NoteToAppraiser, (await EntryAsync(work)).Version));
    }

    [Theory, BothEngines]
    public async Task H15_points_outside_the_frame_are_refused_with_range_and_step_and_a_comma_is_a_comma(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        using var officer = await work.AsAsync("97-");
        var token = await WorkSite.TokenAsync(officer);
        foreach (var wrong in new[] { "3,01", "-0,01", "2.5000000001", "1e-30", "0,1", "hai", "NaN", "2,5,0" })
        {
            using var refused = await SaveAsync(officer, token, 1, ("claimed", wrong));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var alert = (await PageAsync(refused)).QuerySelector(".govuk-error-summary")!;
            Assert.Equal("#claimed", alert.QuerySelector("a")!.GetAttribute("href"));
        }

        using (var outside = await SaveAsync(officer, token, 1, ("claimed", "3,01")))
        {
            var said = (await PageAsync(outside)).QuerySelector(".govuk-error-summary")!.TextContent;
            foreach (var part in new[] { "1.2.1", "0", "3", "0,25" }) Assert.Contains(part, said, StringComparison.Ordinal);
        }

        Assert.Equal(1, (await EntryAsync(work)).Version);
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(officer, token, 1, ("claimed", "2,75"))).StatusCode);
        Assert.Equal(Points.Of(2.75m), (await EntryAsync(work)).Claimed);
    }

    [Theory, BothEngines]
    public async Task H16_a_field_that_is_not_of_the_form_is_named_and_changes_nothing(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        using var officer = await work.AsAsync("97-");
        var (token, before) = (await WorkSite.TokenAsync(officer), await work.StateAsync());
        foreach (var (field, value) in new[] { ("appraisedScore", "3"), ("status", "approved"), ("unitId", "SNV"), ("createdBy", "1"), ("isLocked", "false"), ("State", "Submitted"), ("Unit", "SNV"), ("input-level", "on_time") })
        {
            using var refused = await SaveAsync(officer, token, 1, (field, value));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains(field, (await PageAsync(refused)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(before, await work.StateAsync());
    }

    [Theory, BothEngines]
    public async Task H17_no_step_is_skipped_and_a_second_submission_gives_the_first_receipt(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        using var head = await work.AsAsync("98-");
        using var chair = await work.AsAsync("08-");
        using var appraiser = await work.AsAsync("03-");
        var (token, chairs, appraisers) = (await WorkSite.TokenAsync(head), await WorkSite.TokenAsync(chair), await WorkSite.TokenAsync(appraiser));
        var before = await work.StateAsync();
        // In self-assessment nobody appraises, explains, claims, opens the council or votes.
        Assert.Equal(HttpStatusCode.Conflict, (await WorkSite.PostAsync(appraiser, $"/noi-bo/tham-dinh/{WorkSite.K}/{WorkSite.Own}/1.2.1", appraisers, ("act", "save"), ("points", "2"), ("reason", Why), ("seen", "2"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await WorkSite.PostAsync(head, $"/noi-bo/giai-trinh/{WorkSite.K}", token, ("act", "answer"), ("id", $"{WorkSite.Question}"), ("answer", Why))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await WorkSite.PostAsync(head, $"/noi-bo/giai-trinh/{WorkSite.K}", token, ("act", "claim"), ("leaf", "1.1.1"), ("ground", "WrongFigures"), ("claimed", "0,5"), ("words", Why))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await WorkSite.PostAsync(chair, $"/noi-bo/hoi-dong/{WorkSite.K}/2", chairs, ("act", "vote"), ("case", $"{WorkSite.Own}/1.1.1"), ("choice", "For"))).StatusCode);
        using (var ruled = await WorkSite.PostAsync(chair, $"/noi-bo/hoi-dong/{WorkSite.K}/2", chairs, ("act", "rule"), ("case", $"{WorkSite.Own}/1.1.1"), ("reason", Why)))
        {
            Assert.Equal(HttpStatusCode.Conflict, ruled.StatusCode);
            Assert.Contains("mở lúc", (await PageAsync(ruled)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(before, await work.StateAsync());

        Assert.Equal(HttpStatusCode.Redirect, (await WorkSite.PostAsync(head, Submit, token, ("code", "000000"))).StatusCode);
        var first = (await Visitor.PageAsync(head, Submit, Cancel)).QuerySelector(".govuk-panel strong")!.TextContent;
        Assert.Equal(HttpStatusCode.Redirect, (await WorkSite.PostAsync(head, Submit, token, ("code", "000000"))).StatusCode);
        Assert.Equal(first, (await Visitor.PageAsync(head, Submit, Cancel)).QuerySelector(".govuk-panel strong")!.TextContent);
        await using (var db = work.Open()) Assert.Equal(1, await db.Submissions.CountAsync(row => row.Cycle == work.Cycle && row.Unit == WorkSite.Own, Cancel));

        // Once it is appraised it is not taken back.
        work.To(Phase.FirstAppraisal);
        using var later = await work.AsAsync("98-");
        using var withdrawn = await WorkSite.PostAsync(later, Submit + "?handler=Withdraw", await WorkSite.TokenAsync(later), ("code", "000000"), ("reason", Why));
        Assert.Equal(HttpStatusCode.Conflict, withdrawn.StatusCode);
    }

    [Theory, BothEngines]
    public async Task H20_points_are_not_lowered_for_a_reason_that_nobody_can_see(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        work.To(Phase.FirstAppraisal);
        using var appraiser = await work.AsAsync("03-");
        var (token, before) = (await WorkSite.TokenAsync(appraiser), await work.StateAsync());
        var path = $"/noi-bo/tham-dinh/{WorkSite.K}/{WorkSite.Own}/1.2.1";
        foreach (var reason in new[] { "", "   ", "\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b", ".", "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0", "a\u200d\u200d\u200d\u200d\u200d\u200d\u200d\u200d\u200d\u200d\u200d" })
            Assert.Equal(HttpStatusCode.BadRequest, (await WorkSite.PostAsync(appraiser, path, token, ("act", "save"), ("points", "1"), ("reason", reason), ("seen", "2"))).StatusCode);
        Assert.Equal(before, await work.StateAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await WorkSite.PostAsync(appraiser, path, token, ("act", "save"), ("points", "1"), ("reason", "Thiếu hai kết luận"), ("seen", "2"))).StatusCode);
    }

    private static async Task<EntryRow> EntryAsync(WorkSite work)
    {
        await using var db = work.Open();
        return await db.Entries.SingleAsync(row => row.Cycle == work.Cycle && row.Unit == WorkSite.Own && row.Leaf == "1.2.1", Cancel);
    }

    private static Task<HttpResponseMessage> SaveAsync(HttpClient client, string token, int? version, params (string Name, string Value)[] more)
    {
        var fields = new Dictionary<string, string> { ["act"] = "save", ["claimed"] = "2", ["explanation"] = Why };
        if (version is { } seen) fields["version"] = seen.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (name, value) in more) fields[name] = value;
        return WorkSite.PostAsync(client, Leaf, token, [.. fields.Select(field => (field.Key, field.Value))]);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(HttpResponseMessage answer) => await Visitor.DocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
}
