using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.Documents.Workbooks;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Accounts;

public sealed class ImportPeopleTests
{
    private readonly StandingClock clock = new(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    [Theory, BothEngines]
    public async Task A_good_sheet_invites_its_people_by_mail_and_proposes_their_rights_for_another_administrator(Engine engine)
    {
        using var database = new Database(engine);
        var story = await PeopleStory.BeginAsync(database, clock);
        var sheet = Sheet(
            ["Nguyễn Văn An", "an@haiphong.gov.vn", "Chuyên viên", "SNV", "đầu mối cải cách hành chính của đơn vị", "SNV", "", "Quyết định 12/QĐ-SNV"],
            ["Nguyễn Văn An", "an@haiphong.gov.vn", "", "", "Quan sát (thanh tra, kiểm toán)", "", "", "Quyết định 13/QĐ-SNV"],
            ["Vũ Thị Bình", "binh@haiphong.gov.vn", "", "", "", "", "", ""]);
        await using (var db = database.Open())
        {
            var checkedOnly = await new ImportPeople(db, clock).CheckAsync(await story.PersonAsync(story.First), sheet, Cancel);
            Assert.Equal((0, 2, 2), (checkedOnly.Faults.Count, checkedOnly.Invited.Count, checkedOnly.Proposed));
        }

        await using (var db = database.Open())
        {
            Assert.Equal(2, await db.Users.CountAsync(Cancel));
            var done = await new ImportPeople(db, clock).RunAsync(await story.PersonAsync(story.First), PeopleSheet.Unpacked(sheet.Packed()), "https://par.haiphong.gov.vn", Cancel);
            Assert.Equal([2, 4], done.New);
        }

        await using var after = database.Open();
        Assert.Equal(4, await after.Users.CountAsync(Cancel));
        var an = await after.Users.SingleAsync(row => row.Email == "an@haiphong.gov.vn", Cancel);
        Assert.Equal([Role.UnitOfficer, Role.Observer], (await after.Grants.Where(row => row.Account == an.Id && row.ConfirmedAt == null).ToListAsync(Cancel)).Select(row => row.Role).Order());
        Assert.Equal("SNV", (await after.Memberships.SingleAsync(Cancel)).Unit);
        Assert.Contains(await after.Mails.ToListAsync(Cancel), mail => mail.To == "binh@haiphong.gov.vn" && mail.Body.Contains("https://par.haiphong.gov.vn/noi-bo/loi-moi/", StringComparison.Ordinal));
        Assert.Equal([story.Second], await after.Notices.Select(notice => notice.Account).ToListAsync(Cancel));
    }

    [Theory, BothEngines]
    public async Task One_wrong_cell_and_nothing_is_imported_each_fault_named_by_its_cell(Engine engine)
    {
        using var database = new Database(engine);
        var story = await PeopleStory.BeginAsync(database, clock);
        var sheet = Sheet(
            ["Nguyễn Văn An", "an@haiphong.gov.vn", "", "", "Chuyên viên thẩm định", "SNV", "", "Quyết định 12/QĐ-SNV"],
            ["Nguyễn Văn An", "an@haiphong.gov.vn", "", "", "Thủ trưởng đơn vị", "SNV", "", "Quyết định 12/QĐ-SNV"],
            ["Vũ Thị Bình", "binh", "", "", "", "", "", ""],
            ["Đỗ Chi", "chi@haiphong.gov.vn", "", "KHONG", "", "", "", ""],
            ["Đỗ Dung", "dung@haiphong.gov.vn", "", "", "Trưởng ban", "", "", ""],
            ["Đỗ Em", "em@haiphong.gov.vn", "", "", "Thủ trưởng đơn vị", "", "", "Quyết định 12/QĐ-SNV"],
            ["Đỗ Giang", "giang@haiphong.gov.vn", "", "", "Văn thư", "", "hp-1999", "ngắn"],
            ["Lê Văn Khoa", "hanh@haiphong.gov.vn", "", "", "Văn thư", "", "", "Quyết định 12/QĐ-SNV"]);
        await using (var db = database.Open())
        {
            var refused = await new ImportPeople(db, clock).RunAsync(await story.PersonAsync(story.First), sheet, null, Cancel);
            Assert.Equal(["E3", "B4", "D5", "E6", "F7", "G8", "A9"], refused.Faults.Select(fault => fault.Cell));
            Assert.Contains("vừa là đơn vị được chấm, vừa là cơ quan chấm", refused.Faults[0].Message.Vi, StringComparison.Ordinal);
            Assert.Equal("KHONG", refused.Faults[2].Given);
        }

        await using var after = database.Open();
        Assert.Equal((2, 2), (await after.Users.CountAsync(Cancel), await after.Grants.CountAsync(Cancel)));
    }

    [Fact]
    public void The_template_read_back_has_every_heading_and_no_row_and_a_file_that_is_no_workbook_is_refused()
    {
        var empty = new MemoryStream();
        PeopleSheet.WriteEmpty(new Dictionary<string, Core.Text> { ["SNV"] = new("Sở Nội vụ", "Home Affairs") }, empty);
        empty.Position = 0;
        Assert.Equal("sheet_empty", Assert.Throws<RefusedException>(() => PeopleSheet.Read(empty)).Refusal.Code);
        Assert.Equal("not_a_sheet", Assert.Throws<RefusedException>(() => PeopleSheet.Read(new MemoryStream("Họ và tên;Thư điện tử"u8.ToArray()))).Refusal.Code);
        var other = new MemoryStream();
        PlainWorkbook.Write([new("A", [("Họ và tên", 20)], [["An"]])], other);
        other.Position = 0;
        var missing = Assert.Throws<RefusedException>(() => PeopleSheet.Read(other)).Refusal;
        Assert.Equal("sheet_headings_missing", missing.Code);
        Assert.Contains("Thư điện tử", missing.Message.Vi, StringComparison.Ordinal);
    }

    private static PeopleSheet Sheet(params string[][] rows)
    {
        var file = new MemoryStream();
        string[] headings = ["Họ và tên", "Thư điện tử", "Chức vụ", "Đơn vị công tác", "Vai trò", "Đơn vị được giao", "Kỳ đánh giá", "Lý do, văn bản phân công"];
        PlainWorkbook.Write([new("Người dùng", [.. headings.Select(heading => (heading, 20))], rows)], file);
        file.Position = 0;
        return PeopleSheet.Read(file);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
