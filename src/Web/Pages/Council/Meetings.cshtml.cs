using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Council;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Council;

/// <summary>The meetings of the council, and the call to a new one.</summary>
[MayOpen(Role.CouncilMember, Role.CouncilChair, Role.Secretariat, Role.Observer)]
public sealed class MeetingsModel(IndexDb db, Who who, LoadCycle load, Meetings meetings, TimeProvider clock) : WorkPage(who)
{
    [FromRoute(Name = "ky")]
    public string Code { get; set; } = "";

    public CycleAtWork Cycle { get; private set; } = null!;

    public IReadOnlyList<(MeetingRow Row, int Cases)> Lines { get; private set; } = [];

    public bool MayCall => Person.Is(Cycle.Id, Role.Secretariat, Role.CouncilChair) && Cycle.Row.State == CycleState.Open;

    public string Today => Vietnam.Day(clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task OnGetAsync()
    {
        Cycle = await load.ByCodeAsync(Code, Cancel);
        Person.Need(Cycle.Id, Role.CouncilMember, Role.CouncilChair, Role.Secretariat, Role.Observer);
        Title = new($"Hội đồng thẩm định năm {Cycle.Row.Year}", $"Appraisal council {Cycle.Row.Year}");
        Above = [(new("Việc của tôi", "My work"), "/noi-bo")];
        var id = Cycle.Id;
        var cases = await db.Cases.Where(row => row.Cycle == id).GroupBy(row => row.Meeting).Select(all => new { all.Key, Count = all.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, Cancel);
        Lines = [.. (await db.Meetings.Where(row => row.Cycle == id).OrderByDescending(row => row.Number).ToListAsync(Cancel)).Select(row => (row, cases.GetValueOrDefault(row.Number)))];
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            AllowOnly("title", "day", "time");
            var cycle = await load.ByCodeAsync(Code, Cancel);
            if (!DateOnly.TryParseExact(Request.Form["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                || !TimeOnly.TryParseExact(Request.Form["time"], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
                throw new RefusedException(Refusal.Invalid("day", new("Nhập ngày và giờ họp.", "Enter day and time.")));
            var number = await meetings.CallAsync(Person, cycle.Id, Request.Form["title"], new(day.ToDateTime(time), Vietnam.Offset), Cancel);
            return Then($"/noi-bo/hoi-dong/{Code}/{number}", new("Đã mời họp; đưa nội dung vào chương trình", "The meeting is called; put cases on its agenda"));
        },
        OnGetAsync);
}
