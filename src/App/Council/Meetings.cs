using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Messages;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;

namespace ParIndex.App.Council;

/// <summary>
/// Phiên họp hội đồng: contested leaves are put on the agenda, members vote, more than half of all members with a vote carries, and the chair's ruling
/// becomes an act of the council's stage. Source: Hà Nội, QĐ 4762 of 2024.
/// </summary>
public sealed class Meetings(IndexDb db, TimeProvider clock)
{
    /// <summary>The secretariat calls a meeting of all members in office.</summary>
    public async Task<int> CallAsync(Person person, int id, string? title, DateTimeOffset at, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat, Role.CouncilChair);
        var words = Visible.Checked(title, "title", 200)?.Trim();
        if (string.IsNullOrEmpty(words)) throw new RefusedException(Refusal.Invalid("title", new("Đặt tên phiên họp.", "Name the meeting.")));
        var cycle = await db.Cycles.SingleOrDefaultAsync(row => row.Id == id, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (cycle.State != CycleState.Open) throw new RefusedException(Refusal.WrongState(CycleText.Of(cycle.State), CycleText.Of(CycleState.Open)));
        var members = await db.PeopleAsync(id, cancel, Role.CouncilMember, Role.CouncilChair);
        if (members.Count < 2) throw new RefusedException(Refusal.CouncilTooSmall);
        var now = clock.GetUtcNow();
        var number = (await db.Meetings.Where(row => row.Cycle == id).MaxAsync(row => (int?)row.Number, cancel) ?? 0) + 1;
        db.Add(new MeetingRow { Cycle = id, Number = number, Title = words, At = at, State = MeetingState.Called, Members = [.. members.Order()], Present = [], Version = 1 });
        db.Note(new(person.Account, JournalAct.Moved, JournalObject.Meeting(id, number), "meeting.called", now, After: new { number, title = words, at, members = members.Count }));
        await db.TellAsync(members, MailText.MeetingCalled(at, 0, $"/noi-bo/hoi-dong/{cycle.Code}"), now, cancel);
        await db.SaveChangesAsync(cancel);
        return number;
    }

    /// <summary>Puts a contested leaf on the agenda with the points to be voted on.</summary>
    public async Task PutAsync(Person person, int id, int number, string unit, string leafCode, string? points, string? words, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat, Role.CouncilChair);
        var meeting = await MeetingAsync(id, number, cancel);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        // Once the results are frozen, only where the council's phase was opened again for the unit.
        if (cycle.Row.State != CycleState.Open) await new PhaseGate(db, clock).RequireAsync(id, Phase.Council, unit, cancel);
        var leaf = cycle.Leaf(unit, leafCode) ?? throw new RefusedException(Refusal.NotFound);
        var proposed = ClaimedPoints.Read(points, leaf, "points") ?? throw new RefusedException(Refusal.Invalid("points", new("Nhập điểm đưa ra biểu quyết.", "Enter the points to vote on.")));
        var why = Reasons.Required(words, "words");
        if (await db.Cases.AnyAsync(row => row.Cycle == id && row.Unit == unit && row.Leaf == leafCode && row.Ruled == null, cancel)) throw new RefusedException(Refusal.CaseOnAgenda);
        var complaint = await db.Complaints.Where(row => row.Cycle == id && row.Unit == unit && row.Leaf == leafCode).OrderByDescending(row => row.At).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancel);
        var order = await db.Cases.CountAsync(row => row.Cycle == id && row.Meeting == number, cancel) + 1;
        var now = clock.GetUtcNow();
        db.Add(new CaseRow { Cycle = id, Meeting = meeting.Number, Unit = unit, Leaf = leafCode, Order = order, Complaint = complaint, Proposed = proposed, Words = why });
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Leaf(id, unit, leafCode), "case.put", now, After: new { number, order, proposed }, Reason: why));
        await SaveAsync(meeting.Version, cancel);
    }

    /// <summary>The chair opens the meeting with those who came; without more than half of the members there is no quorum.</summary>
    public async Task OpenAsync(Person person, int id, int number, IReadOnlyList<Guid> present, CancellationToken cancel)
    {
        person.Need(id, Role.CouncilChair);
        await new PhaseGate(db, clock).RequireAsync(id, Phase.Council, null, cancel);
        var meeting = await MeetingAsync(id, number, cancel);
        if (meeting.State != MeetingState.Called) throw new RefusedException(Refusal.WrongState(CouncilText.Of(meeting.State), CouncilText.Of(MeetingState.Called)));
        var came = meeting.Members.Intersect(present).ToList();
        if (came.Count * 2 <= meeting.Members.Count) throw new RefusedException(Refusal.NoQuorum(came.Count, meeting.Members.Count));
        var now = clock.GetUtcNow();
        (meeting.State, meeting.Present) = (MeetingState.Sitting, came);
        meeting.Version++;
        foreach (var row in await db.Cases.AsTracking().Where(row => row.Cycle == id && row.Meeting == number).ToListAsync(cancel)) row.OpenedAt = now;
        db.Note(new(person.Account, JournalAct.Moved, JournalObject.Meeting(id, number), "meeting.opened", now, After: new { present = came.Count, of = meeting.Members.Count }));
        await SaveAsync(meeting.Version, cancel);
    }

    /// <summary>A member votes; voting again while it is open replaces the vote, with both in the journal.</summary>
    public async Task VoteAsync(Person person, int id, int number, string unit, string leaf, VoteChoice choice, CancellationToken cancel)
    {
        person.Need(id, Role.CouncilMember, Role.CouncilChair);
        var meeting = await MeetingAsync(id, number, cancel);
        await new PhaseGate(db, clock).RequireAsync(id, Phase.Council, unit, cancel);
        if (!meeting.Present.Contains(person.Account)) throw new RefusedException(Refusal.MayNotVote);
        var open = await db.Cases.SingleOrDefaultAsync(row => row.Cycle == id && row.Meeting == number && row.Unit == unit && row.Leaf == leaf, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (meeting.State != MeetingState.Sitting || open.OpenedAt is null || open.ClosedAt is not null) throw new RefusedException(Refusal.VotingClosed);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        if (Assign.InterestsOf(cycle, person).Any(own => own.Code.Value == unit)) throw new RefusedException(Refusal.MayNotVote);
        var now = clock.GetUtcNow();
        var row = await db.Votes.AsTracking().SingleOrDefaultAsync(
            one => one.Cycle == id && one.Meeting == number && one.Unit == unit && one.Leaf == leaf && one.Member == person.Account, cancel);
        var before = row?.Choice;
        if (row is null) db.Add(new VoteRow { Cycle = id, Meeting = number, Unit = unit, Leaf = leaf, Member = person.Account, Choice = choice, At = now });
        else (row.Choice, row.At) = (choice, now);
        db.Note(new(person.Account, JournalAct.Judged, JournalObject.Leaf(id, unit, leaf), "vote.given", now, before is null ? null : new { choice = before }, new { number, choice }));
        await SaveAsync(meeting.Version, cancel);
    }

    /// <summary>The chair closes the vote on a case and rules: carried by more than half of all members with a vote, else the points in force stay.</summary>
    public async Task RuleAsync(Person person, int id, int number, string unit, string leafCode, string? reason, CancellationToken cancel)
    {
        person.Need(id, Role.CouncilChair);
        await new PhaseGate(db, clock).RequireAsync(id, Phase.Council, unit, cancel);
        var meeting = await MeetingAsync(id, number, cancel);
        var row = await db.Cases.AsTracking().SingleOrDefaultAsync(one => one.Cycle == id && one.Meeting == number && one.Unit == unit && one.Leaf == leafCode, cancel)
            ?? throw new RefusedException(Refusal.NotFound);
        if (meeting.State != MeetingState.Sitting || row.OpenedAt is null || row.Ruled is not null) throw new RefusedException(Refusal.VotingClosed);
        var why = Reasons.Required(reason);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        var (found, leaf) = (cycle.Unit(unit)!, cycle.Leaf(unit, leafCode)!);
        var votes = await db.Votes.Where(one => one.Cycle == id && one.Meeting == number && one.Unit == unit && one.Leaf == leafCode).Select(one => one.Choice).ToListAsync(cancel);
        var carried = Carries(votes.Count(vote => vote == VoteChoice.For), meeting.Members.Count);
        var acts = await db.Acts.Where(act => act.Cycle == id && act.Unit == unit && act.Leaf == leafCode).OrderBy(act => act.Seq).ToListAsync(cancel);
        var inForce = acts.LastOrDefault(act => act.Points is not null)?.Points;
        if (!carried && inForce is null) throw new RefusedException(Refusal.NotAppraisedYet);
        var now = clock.GetUtcNow();
        var ruled = carried ? row.Proposed : inForce!.Value;
        var stage = await new AppraisalStages(db, clock, cycle).OfAsync(Phase.Council, cancel) ?? throw new RefusedException(Refusal.NoSuchPhase(CycleText.Of(Phase.Council)));
        db.Add(new ActRow
        {
            Cycle = id,
            Unit = unit,
            Leaf = leafCode,
            Seq = (acts.Count == 0 ? 0 : acts[^1].Seq) + 1,
            Stage = stage,
            Points = ruled,
            Reason = why,
            By = person.Account,
            Actor = "Hội đồng thẩm định",
            At = now,
        });
        (row.ClosedAt, row.Carried, row.Ruled, row.RulingReason) = (now, carried, ruled, why);
        meeting.Version++;
        db.Note(new(person.Account, JournalAct.Judged, JournalObject.Leaf(id, unit, leafCode), "case.ruled", now, new { points = inForce },
            new { number, carried, ruled, votes = votes.Count, members = meeting.Members.Count }, why));
        await db.TellAsync(await db.PeopleOfUnitAsync(id, found.Code.Value, cancel), MailText.ComplaintDecided(leaf.Code.Value, $"/noi-bo/giai-trinh/{cycle.Row.Code}"), now, cancel);
        await SaveAsync(meeting.Version, cancel);
    }

    /// <summary>The chair closes the meeting; cases without a ruling must be ruled first.</summary>
    public async Task CloseAsync(Person person, int id, int number, CancellationToken cancel)
    {
        person.Need(id, Role.CouncilChair);
        var meeting = await MeetingAsync(id, number, cancel);
        if (meeting.State != MeetingState.Sitting) throw new RefusedException(Refusal.WrongState(CouncilText.Of(meeting.State), CouncilText.Of(MeetingState.Sitting)));
        var left = await db.Cases.CountAsync(row => row.Cycle == id && row.Meeting == number && row.Ruled == null, cancel);
        if (left > 0) throw new RefusedException(Refusal.CasesLeft(left));
        var now = clock.GetUtcNow();
        (meeting.State, meeting.ClosedAt) = (MeetingState.Closed, now);
        meeting.Version++;
        db.Note(new(person.Account, JournalAct.Moved, JournalObject.Meeting(id, number), "meeting.closed", now));
        await SaveAsync(meeting.Version, cancel);
    }

    /// <summary>More than half of all members with a vote, not of those who came.</summary>
    public static bool Carries(int agreed, int members) => agreed * 2 > members;

    private async Task<MeetingRow> MeetingAsync(int id, int number, CancellationToken cancel) =>
        await db.Meetings.AsTracking().SingleOrDefaultAsync(row => row.Cycle == id && row.Number == number, cancel) is not { } found ? throw new RefusedException(Refusal.NotFound)
        : found.State == MeetingState.Closed ? throw new RefusedException(Refusal.WrongState(CouncilText.Of(found.State), CouncilText.Of(MeetingState.Sitting)))
        : found;

    private async Task SaveAsync(int version, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            throw new RefusedException(Refusal.Stale(version));
        }
    }
}
