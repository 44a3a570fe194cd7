using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Council;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core.Cycles;

namespace ParIndex.App.Appraisal;

/// <summary>
/// The demonstration's appraisal half way: two units in three are scored by the two departments that have an appraiser in the cast, one unit has a
/// question and a claim, and a meeting of the council is called. Figures are those of the sample city, illustrative. The caller saves.
/// </summary>
internal sealed class DemoAppraisal(IndexDb db)
{
    /// <summary>The unit whose officer answers and claims.</summary>
    public const string Unit = "HA";

    public async Task RunAsync(int from, int to, Cycle settings, DateTimeOffset now, CancellationToken cancel)
    {
        var cast = await (from grant in db.Grants
                          join account in db.Users.Where(account => account.Demo) on grant.Account equals account.Id
                          orderby account.UserName
                          select new { grant.Role, grant.Department, account.Id }).ToListAsync(cancel);
        var stage = settings.Stages.FirstOrDefault(one => one.Kind == StageKind.Appraisal)?.Code;
        var files = settings.Groups.ToDictionary(group => group.Code, group => group.Framework, StringComparer.Ordinal);
        var units = await db.CycleUnits.Where(row => row.Cycle == from).OrderBy(row => row.Order).ToListAsync(cancel);
        var leads = await db.Assignments.Where(row => row.Cycle == from).ToDictionaryAsync(row => (row.File, row.Leaf), row => row.Department, cancel);
        var acts = (await db.Acts.Where(row => row.Cycle == from && row.Points != null).OrderBy(row => row.Leaf).ThenBy(row => row.Seq).ToListAsync(cancel)).ToLookup(row => row.Unit);
        var contested = new List<(ActRow Self, ActRow Given)>();
        foreach (var (place, unit) in units.Index())
        {
            if (unit.Unit == MakeDemoCycle.Unit || (place % 3 == 0 && unit.Unit != Unit)) continue;
            var department = files.GetValueOrDefault(unit.Group);
            foreach (var given in acts[unit.Unit].Where(act => act.Stage == stage && act.Seq == 2))
            {
                if (department is null || !leads.TryGetValue((department, given.Leaf), out var lead)) continue;
                // Nobody of the cast appraises the own house.
                if (lead == unit.Unit || cast.FirstOrDefault(one => one.Role == Role.Appraiser && one.Department == lead) is not { } appraiser) continue;
                var self = acts[unit.Unit].First(act => act.Leaf == given.Leaf && act.Seq == 1);
                if (unit.Unit == Unit && lead == "SNV" && given.Points < self.Points) contested.Add((self, given));
                db.Add(new ActRow
                {
                    Cycle = to,
                    Unit = unit.Unit,
                    Leaf = given.Leaf,
                    Seq = 2,
                    Stage = given.Stage,
                    Points = given.Points,
                    Reason = given.Reason ?? AppraisalText.Phrases[0].Vi,
                    By = appraiser.Id,
                    Actor = given.Actor,
                    At = now.AddDays(-3),
                });
            }
        }

        if (cast.FirstOrDefault(one => one.Role == Role.Appraiser && one.Department == "SNV") is not { } first) return;
        var officer = await (from grant in db.Grants where grant.Unit == Unit && grant.Role == Role.UnitOfficer select (Guid?)grant.Account).FirstOrDefaultAsync(cancel);
        if (contested is [var asked, ..])
        {
            db.Add(new ExplanationRow
            {
                Cycle = to,
                Unit = Unit,
                Leaf = asked.Given.Leaf,
                Id = Guid.CreateVersion7(now),
                Question = "Đề nghị đơn vị làm rõ nội dung tự chấm và nơi lưu tài liệu kiểm chứng.",
                AskedBy = first.Id,
                AskedAt = now.AddDays(-2),
                Due = now.AddDays(20 + (5 * (int)Phase.Explanation)),
            });
        }

        if (contested is [_, var claimed, ..] && officer is { } by) Claim(to, claimed.Self, claimed.Given, first.Id, by, now.AddDays(-1));
        if (contested is [_, _, var put, ..])
        {
            var members = cast.Where(one => one.Role is Role.CouncilMember or Role.CouncilChair).Select(one => one.Id).Distinct().Order().ToList();
            db.Add(new MeetingRow { Cycle = to, Number = 1, Title = "Phiên họp thứ nhất", At = now.AddDays(1), State = MeetingState.Called, Members = members, Present = [], Version = 1 });
            db.Add(new CaseRow { Cycle = to, Meeting = 1, Unit = Unit, Leaf = put.Given.Leaf, Order = 1, Proposed = put.Self.Points!.Value, Words = "Đơn vị và cơ quan thẩm định còn khác ý kiến về tài liệu kiểm chứng." });
        }
    }

    private void Claim(int cycle, ActRow self, ActRow given, Guid first, Guid by, DateTimeOffset at) => db.Add(new ComplaintRow
    {
        Cycle = cycle,
        Unit = given.Unit,
        Leaf = given.Leaf,
        Id = Guid.CreateVersion7(at),
        Ground = ComplaintGround.EvidenceOverlooked,
        Claimed = self.Points!.Value,
        Words = "Tài liệu đã nộp cùng bản tự đánh giá, đề nghị xem lại.",
        By = by,
        At = at,
        FirstReader = first,
        Version = 1,
    });
}
