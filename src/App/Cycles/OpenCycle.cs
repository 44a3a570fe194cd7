using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.Cycles;

/// <summary>Opens a prepared cycle: from here on its settings and frameworks are fixed and its phases run by the clock.</summary>
public sealed class OpenCycle(IndexDb db, TimeProvider clock)
{
    /// <summary>Opens.</summary>
    /// <exception cref="RefusedException">Something is missing; all of it is said.</exception>
    public async Task RunAsync(Person person, int id, int? version, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat);
        var row = await db.Cycles.AsTracking().SingleOrDefaultAsync(one => one.Id == id, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (row.State != CycleState.Draft) throw new RefusedException(Refusal.WrongState(CycleText.Of(row.State), CycleText.Of(CycleState.Draft)));
        Versions.Check(version, row.Version);
        var missing = await MissingAsync(id, cancel);
        if (missing.Count > 0) throw new RefusedException(Refusal.Findings("not_ready", "open", missing, RefusalKind.Conflict));
        row.State = CycleState.Open;
        row.Version++;
        var frameworks = await db.CycleFrameworks.Where(one => one.Cycle == id).Select(one => new { one.File, one.Sha256 }).ToListAsync(cancel);
        db.Note(new(person.Account, JournalAct.Moved, JournalObject.Cycle(id), "cycle.opened", clock.GetUtcNow(), CycleState.Draft, new { state = CycleState.Open, frameworks }));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException(Refusal.Stale(row.Version));
        }
    }

    /// <summary>What stands between a draft and its opening; empty: nothing.</summary>
    public async Task<IReadOnlyList<Finding>> MissingAsync(int id, CancellationToken cancel)
    {
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        var findings = new List<Finding>();
        foreach (var group in cycle.Cycle.Groups)
        {
            if (cycle.FrameworkOf(group.Code) is null)
                findings.Add(new("P001", group.Code, new($"Khối “{group.Name.Vi}” chưa có bộ chỉ số. Tải bộ chỉ số lên.", $"The group “{group.Name.En}” has no framework. Upload it.")));
            if (cycle.Units.All(unit => unit.Group != group.Code))
                findings.Add(new("P002", group.Code, new($"Khối “{group.Name.Vi}” chưa có đơn vị nào. Thêm đơn vị hoặc bỏ khối.", $"The group “{group.Name.En}” has no unit. Add units or remove the group.")));
        }

        foreach (var unit in cycle.Units.Where(unit => cycle.Cycle.Groups.All(group => group.Code != unit.Group)))
            findings.Add(new("P003", unit.Code.Value, new($"{unit.Name.Vi} chưa thuộc khối nào. Chọn khối.", $"{unit.Name.En} is in no group. Choose one.")));
        foreach (var (file, framework) in cycle.Frameworks)
            findings.AddRange(FrameworkCheck.Findings(framework).Where(finding => finding.Severity == Severity.Error).Select(finding => finding with { Where = $"{file}: {finding.Where}" }));
        var assigned = await db.Assignments.Where(row => row.Cycle == id && row.Account != null).Select(row => new { row.File, row.Leaf }).ToListAsync(cancel);
        foreach (var (file, framework) in cycle.Frameworks)
        {
            var open = framework.Leaves.Where(leaf => leaf.ScoredBy == ScoreSource.Appraisal && assigned.All(row => row.File != file || row.Leaf != leaf.Code.Value)).ToList();
            if (open.Count > 0)
                findings.Add(new("P004", file, new(
                    $"{framework.Name.Vi}: {open.Count} tiêu chí chưa có người thẩm định ({Some(open)}). Phân công.", $"{framework.Name.En}: {open.Count} criteria have no appraiser ({Some(open)}). Assign them.")));
        }

        var phases = await db.Phases.Where(row => row.Cycle == id).Select(row => row.Phase).ToListAsync(cancel);
        foreach (var phase in new[] { Phase.SelfAssessment, Phase.FirstAppraisal }.Except(phases))
            findings.Add(new("P005", $"{phase}", new($"Bước “{CycleText.Of(phase).Vi}” chưa có ngày. Đặt lịch.", $"The phase “{CycleText.Of(phase).En}” has no dates. Set them.")));
        return findings;
    }

    private static string Some(List<Leaf> leaves) => string.Join(", ", leaves.Take(5).Select(leaf => leaf.Code.Value)) + (leaves.Count > 5 ? ", …" : "");
}
