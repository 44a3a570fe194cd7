using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Council;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Documents.Decision;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Council;

/// <summary>C1: the agenda with both sides of each case, the votes, the chair's ruling, and the minutes that follow from them.</summary>
[MayOpen(Role.CouncilMember, Role.CouncilChair, Role.Secretariat, Role.Observer)]
public sealed class MeetingModel(IndexDb db, Who who, LoadCycle load, ReadMeeting read, Meetings meetings) : WorkPage(who)
{
    [FromRoute(Name = "ky")]
    public string Code { get; set; } = "";

    [FromRoute(Name = "so")]
    public int Number { get; set; }

    public CycleAtWork Cycle { get; private set; } = null!;

    public MeetingShown Meeting { get; private set; } = null!;

    /// <summary>Claims that were refused or wait: what the council is most often asked.</summary>
    public IReadOnlyList<(string Unit, string Leaf, Text Words)> Contested { get; private set; } = [];

    public bool IsChair => Person.Is(Cycle.Id, Role.CouncilChair);

    public bool MayPut => Person.Is(Cycle.Id, Role.Secretariat, Role.CouncilChair) && Meeting.Row.State != MeetingState.Closed;

    public bool MayVote => Meeting.Row.State == MeetingState.Sitting && Meeting.Row.Present.Contains(Person.Account);

    public string Here => $"/noi-bo/hoi-dong/{Code}/{Number}";

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Title = Text.Same(Meeting.Row.Title);
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (new("Hội đồng", "Council"), $"/noi-bo/hoi-dong/{Code}")];
        var id = Cycle.Id;
        var claims = await db.Complaints.Where(row => row.Cycle == id && row.WithdrawnAt == null && row.Decision != App.Appraisal.ComplaintDecision.Accepted
            && !db.Cases.Any(one => one.Cycle == id && one.Unit == row.Unit && one.Leaf == row.Leaf)).OrderBy(row => row.Unit).ThenBy(row => row.Leaf).ToListAsync(Cancel);
        Contested = [.. claims.Where(row => Cycle.Unit(row.Unit) is not null).Select(row => (row.Unit, row.Leaf, new Text(
            $"{row.Leaf}, {Cycle.Unit(row.Unit)!.Name.Vi}: đề nghị {Words.Points(row.Claimed).Vi}", $"{row.Leaf}, {Cycle.Unit(row.Unit)!.Name.En}: claims {Words.Points(row.Claimed).En}")))];
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            AllowOnly("act", "case", "unit", "leaf", "points", "words", "present", "choice", "reason");
            var (form, id) = (Request.Form, (await load.ByCodeAsync(Code, Cancel)).Id);
            var (unit, leaf) = form["case"].ToString().Split('/', 2) is [var u, var l] ? (u, l) : (form["unit"].ToString().Trim(), form["leaf"].ToString().Trim());
            switch (form["act"].ToString())
            {
                case "put":
                    await meetings.PutAsync(Person, id, Number, unit, leaf, form["points"], form["words"], Cancel);
                    return Then(Here, new("Đã đưa vào chương trình", "Put on the agenda"));
                case "open":
                    await meetings.OpenAsync(Person, id, Number, [.. form["present"].Select(one => Guid.TryParse(one, out var account) ? account : Guid.Empty)], Cancel);
                    return Then(Here, new("Phiên họp đã mở, biểu quyết được mở", "The meeting and its votes are open"));
                case "vote":
                    if (!Enum.TryParse<VoteChoice>(form["choice"], out var choice) || !Enum.IsDefined(choice)) throw new RefusedException(Refusal.Invalid("choice", new("Chọn ý kiến.", "Choose.")));
                    await meetings.VoteAsync(Person, id, Number, unit, leaf, choice, Cancel);
                    return Then(Here, new($"Đã ghi ý kiến của ông/bà: {CouncilText.Of(choice).Vi}", $"Your vote was recorded: {CouncilText.Of(choice).En}"));
                case "rule":
                    await meetings.RuleAsync(Person, id, Number, unit, leaf, form["reason"], Cancel);
                    return Then(Here, new("Đã ghi kết luận", "The ruling was recorded"));
                case "close":
                    await meetings.CloseAsync(Person, id, Number, Cancel);
                    return Then(Here, new("Phiên họp đã kết thúc", "The meeting is closed"));
                default:
                    throw new RefusedException(Refusal.NotFound);
            }
        },
        OnGetAsync);

    /// <summary>The minutes in Word.</summary>
    public async Task<IActionResult> OnGetMinutesAsync()
    {
        await LoadAsync();
        var output = new MemoryStream();
        var row = Meeting.Row;
        CouncilMinutes.Write(Cycle.Cycle, row.Title, Vietnam.Moment(row.At), row.Present.Count, row.Members.Count,
            [
                .. Meeting.Cases.Select(one => new MinutedCase(one.Unit.Name.Vi, $"{one.Leaf.Code} {one.Leaf.Name.Vi}", one.Claimed?.Points, one.InForce?.Points, one.Row.Proposed, one.Row.Words,
                    one.Count(VoteChoice.For), one.Count(VoteChoice.Against), one.Count(VoteChoice.Abstain), one.Row.Ruled, one.Row.Carried == true, one.Row.RulingReason)),
            ],
            row.ClosedAt is { } closed ? Vietnam.Moment(closed) : null, output);
        return File(output.ToArray(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"bien-ban-{Code}-{Number}.docx");
    }

    private async Task LoadAsync()
    {
        Cycle = await load.ByCodeAsync(Code, Cancel);
        Meeting = await read.RunAsync(Person, Cycle, Number, Cancel);
    }
}
