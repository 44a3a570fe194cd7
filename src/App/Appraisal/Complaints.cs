using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Messages;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Cycles;

namespace ParIndex.App.Appraisal;

/// <summary>Đề nghị xem xét lại: a unit claims within the explanation phase; a second reader, never the first, decides with reason and rule.</summary>
public sealed class Complaints(IndexDb db, TimeProvider clock)
{
    private static readonly ComplaintDecision[] Giving = [ComplaintDecision.Accepted, ComplaintDecision.PartlyAccepted];

    /// <summary>A unit claims other points for a leaf that was appraised.</summary>
    public async Task<Guid> MakeAsync(Person person, int id, string unit, string leafCode, ComplaintGround ground, string? claimed, string? words, CancellationToken cancel)
    {
        person.NeedFor(id, unit, Role.UnitOfficer, Role.UnitHead);
        await new PhaseGate(db, clock).RequireAsync(id, Phase.Explanation, unit, cancel);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel, unit);
        var leaf = cycle.Leaf(unit, leafCode) ?? throw new RefusedException(Refusal.NotFound);
        var stages = new AppraisalStages(db, clock, cycle);
        var acts = await db.Acts.Where(row => row.Cycle == id && row.Unit == unit && row.Leaf == leafCode).OrderBy(row => row.Seq).ToListAsync(cancel);
        var appraised = acts.LastOrDefault(act => act.Points is not null && stages.KindOf(act.Stage) == StageKind.Appraisal) ?? throw new RefusedException(Refusal.NotAppraisedYet);
        if (acts.Any(act => stages.KindOf(act.Stage) == StageKind.Council)) throw new RefusedException(Refusal.CouncilRuled);
        if (await db.Complaints.AnyAsync(row => row.Cycle == id && row.Unit == unit && row.Leaf == leafCode && row.DecidedAt == null && row.WithdrawnAt == null, cancel))
            throw new RefusedException(Refusal.ComplaintOpen);
        var points = ClaimedPoints.Read(claimed, leaf, "claimed") ?? throw new RefusedException(Refusal.NothingClaimed(leaf));
        if (points == appraised.Points) throw new RefusedException(Refusal.Invalid("claimed", new("Điểm đề nghị bằng điểm thẩm định: không có gì để xem xét.", "The points claimed are those given: there is nothing to decide.")));
        var why = Reasons.Required(words, "words");
        var now = clock.GetUtcNow();
        var row = new ComplaintRow
        {
            Cycle = id,
            Unit = unit,
            Leaf = leafCode,
            Id = Guid.CreateVersion7(now),
            Ground = ground,
            Claimed = points,
            Words = why,
            By = person.Account,
            At = now,
            FirstReader = appraised.By,
            Version = 1,
        };
        db.Add(row);
        db.Note(new(person.Account, JournalAct.Submitted, JournalObject.Leaf(id, unit, leafCode), "complaint.made", now, new { appraised.Points }, new { row.Id, row.Ground, row.Claimed }, why));
        var file = cycle.FileOf(cycle.Unit(unit)!.Group);
        var department = await db.Assignments.Where(one => one.Cycle == id && one.File == file && one.Leaf == leafCode).Select(one => one.Department).FirstOrDefaultAsync(cancel);
        var readers = department is null ? [] : (await db.AppraisersAsync(id, department, cancel)).Where(account => account != appraised.By).ToList();
        await db.TellAsync(readers.Concat(await db.PeopleAsync(id, cancel, Role.Secretariat)), MailText.ComplaintReceived(cycle.Unit(unit)!.Name, leafCode, $"/noi-bo/xem-xet/{cycle.Row.Code}"), now, cancel);
        await SaveAsync(row, cancel);
        return row.Id;
    }

    /// <summary>The unit takes its claim back while it is not decided.</summary>
    public async Task WithdrawAsync(Person person, int id, string unit, Guid complaint, CancellationToken cancel)
    {
        person.NeedFor(id, unit, Role.UnitOfficer, Role.UnitHead);
        var row = await OpenAsync(id, unit, complaint, cancel);
        var state = await db.Cycles.Where(cycle => cycle.Id == id).Select(cycle => cycle.State).SingleAsync(cancel);
        if (state != CycleState.Open) throw new RefusedException(Refusal.WrongState(CycleText.Of(state), CycleText.Of(CycleState.Open)));
        var now = clock.GetUtcNow();
        row.WithdrawnAt = now;
        row.Version++;
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Leaf(id, unit, row.Leaf), "complaint.withdrawn", now, After: new { row.Id }));
        await SaveAsync(row, cancel);
    }

    /// <summary>The second reader decides: in full, in part, or not; points given are an act of the second round.</summary>
    /// <param name="person">Who; becomes the second reader.</param>
    /// <param name="id">The cycle.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="complaint">The claim.</param>
    /// <param name="version">The version looked at.</param>
    /// <param name="decision">How it is decided.</param>
    /// <param name="points">Points, where it is accepted in part.</param>
    /// <param name="reason">Why.</param>
    /// <param name="rule">What of the framework or which document it rests on; kept as a precedent.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task DecideAsync(
        Person person, int id, string unit, Guid complaint, int? version, ComplaintDecision decision, string? points, string? reason, string? rule, CancellationToken cancel)
    {
        var row = await OpenAsync(id, unit, complaint, cancel);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        var desk = await AppraisalDesk.OfAsync(db, person, cycle, cancel);
        var (found, leaf) = RequireReader(desk, person, row);
        Versions.Check(version, row.Version);
        var why = Reasons.Required(reason);
        var basis = Visible.Checked(rule, "rule", 1000)?.Trim();
        if (string.IsNullOrEmpty(basis)) throw new RefusedException(Refusal.Invalid("rule", new("Ghi căn cứ: mục của Bộ chỉ số hoặc văn bản.", "Name the rule: the part of the framework, or the document.")));
        var acts = await db.Acts.Where(act => act.Cycle == id && act.Unit == unit && act.Leaf == row.Leaf).OrderBy(act => act.Seq).ToListAsync(cancel);
        var stages = new AppraisalStages(db, clock, cycle);
        if (acts.Any(act => stages.KindOf(act.Stage) == StageKind.Council)) throw new RefusedException(Refusal.CouncilRuled);
        await new PhaseGate(db, clock).RequireAsync(id, Phase.SecondAppraisal, unit, cancel);
        var now = clock.GetUtcNow();
        Points? decided = null;
        if (Giving.Contains(decision))
        {
            decided = decision == ComplaintDecision.Accepted ? row.Claimed : ClaimedPoints.Read(points, leaf, "points");
            if (decided is null) throw new RefusedException(Refusal.Invalid("points", new("Nhập điểm được chấp nhận.", "Enter the points that are accepted.")));
            var stage = await stages.OfAsync(Phase.SecondAppraisal, cancel) ?? throw new RefusedException(Refusal.NoSuchPhase(CycleText.Of(Phase.SecondAppraisal)));
            db.Add(GiveScores.ActOf(cycle, found, leaf, (acts.Count == 0 ? 0 : acts[^1].Seq) + 1, stage, decided, why, person, now));
        }

        (row.SecondReader, row.Decision, row.Decided, row.DecisionReason, row.Rule, row.DecidedBy, row.DecidedAt) = (person.Account, decision, decided, why, basis, person.Account, now);
        row.Version++;
        db.Note(new(person.Account, JournalAct.Judged, JournalObject.Leaf(id, unit, row.Leaf), "complaint.decided", now,
            new { row.Claimed }, new { row.Id, row.Decision, row.Decided, row.Rule }, why));
        await db.TellAsync(await db.PeopleOfUnitAsync(id, unit, cancel), MailText.ComplaintDecided(row.Leaf, $"/noi-bo/giai-trinh/{cycle.Row.Code}"), now, cancel);
        await SaveAsync(row, cancel);
    }

    /// <summary>True when the person may decide the claim: the leaf lies on the desk, and somebody else read it first.</summary>
    public static bool MayDecide(AppraisalDesk desk, Person person, ComplaintRow row) =>
        row.FirstReader != person.Account && desk.Cycle.Unit(row.Unit) is { } unit && !desk.Barred.Contains(row.Unit)
        && desk.Cycle.Leaf(row.Unit, row.Leaf) is { } leaf && (desk.Holds(unit, leaf) || person.Is(desk.Cycle.Id, Role.AppraisalLead));

    private static (Unit Unit, Core.Frameworks.Leaf Leaf) RequireReader(AppraisalDesk desk, Person person, ComplaintRow row)
    {
        if (row.FirstReader == person.Account) throw new RefusedException(Refusal.SecondReaderIsFirst);
        if (!MayDecide(desk, person, row)) throw new RefusedException(Refusal.NotFound);
        return (desk.Cycle.Unit(row.Unit)!, desk.Cycle.Leaf(row.Unit, row.Leaf)!);
    }

    private async Task<ComplaintRow> OpenAsync(int id, string unit, Guid complaint, CancellationToken cancel)
    {
        var row = await db.Complaints.AsTracking().SingleOrDefaultAsync(one => one.Cycle == id && one.Unit == unit && one.Id == complaint, cancel)
            ?? throw new RefusedException(Refusal.NotFound);
        return row.DecidedAt is null && row.WithdrawnAt is null ? row : throw new RefusedException(Refusal.ComplaintClosed);
    }

    private async Task SaveAsync(ComplaintRow row, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            throw new RefusedException(Refusal.Stale(row.Version));
        }
    }
}
