using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.Council;

/// <summary>A case with both sides and its votes.</summary>
public sealed record CaseShown(CaseRow Row, Unit Unit, Leaf Leaf, ActRow? Claimed, ActRow? InForce, ComplaintRow? Complaint, IReadOnlyDictionary<Guid, VoteChoice> Votes)
{
    public int Count(VoteChoice choice) => Votes.Values.Count(vote => vote == choice);
}

/// <summary>A meeting with its agenda.</summary>
public sealed record MeetingShown(MeetingRow Row, IReadOnlyList<CaseShown> Cases, IReadOnlyDictionary<Guid, string> Members);

/// <summary>Reads a council meeting as members see it: points of the cases, never a rank.</summary>
public sealed class ReadMeeting(IndexDb db)
{
    public async Task<MeetingShown> RunAsync(Person person, CycleAtWork cycle, int number, CancellationToken cancel)
    {
        var id = cycle.Id;
        person.Need(id, Role.CouncilMember, Role.CouncilChair, Role.Secretariat, Role.Observer);
        var row = await db.Meetings.SingleOrDefaultAsync(one => one.Cycle == id && one.Number == number, cancel) ?? throw new RefusedException(Refusal.NotFound);
        var cases = await db.Cases.Where(one => one.Cycle == id && one.Meeting == number).OrderBy(one => one.Order).ToListAsync(cancel);
        var votes = (await db.Votes.Where(one => one.Cycle == id && one.Meeting == number).ToListAsync(cancel)).ToLookup(one => (one.Unit, one.Leaf));
        var kinds = cycle.Cycle.Stages.ToDictionary(stage => stage.Code, stage => stage.Kind, StringComparer.Ordinal);
        var shown = new List<CaseShown>();
        foreach (var one in cases)
        {
            if (cycle.Unit(one.Unit) is not { } unit || cycle.Leaf(one.Unit, one.Leaf) is not { } leaf) continue;
            var acts = await db.Acts.Where(act => act.Cycle == id && act.Unit == one.Unit && act.Leaf == one.Leaf && act.Points != null).OrderBy(act => act.Seq).ToListAsync(cancel);
            shown.Add(new(one, unit, leaf, acts.LastOrDefault(act => kinds.GetValueOrDefault(act.Stage) == StageKind.SelfAssessment),
                acts.LastOrDefault(act => kinds.GetValueOrDefault(act.Stage) == StageKind.Appraisal),
                one.Complaint is { } complaint ? await db.Complaints.SingleOrDefaultAsync(claim => claim.Cycle == id && claim.Unit == one.Unit && claim.Leaf == one.Leaf && claim.Id == complaint, cancel) : null,
                votes[(one.Unit, one.Leaf)].ToDictionary(vote => vote.Member, vote => vote.Choice)));
        }

        var names = await db.Users.Where(user => row.Members.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.Post is { Length: > 0 } post ? $"{user.FullName}: {post}" : user.FullName, cancel);
        return new(row, shown, names);
    }
}
