using Microsoft.EntityFrameworkCore;
using ParIndex.App.Cycles;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.App.SurveyResults;
using ParIndex.Core;
using ParIndex.Core.Cycles;

namespace ParIndex.App.Results;

/// <summary>
/// What of the process still stands between a cycle and final results; what of the figures does (a missing leaf, a sum), the computation itself says.
/// An error keeps a run provisional.
/// </summary>
public sealed class ReadinessChecks(IndexDb db, TimeProvider clock)
{
    /// <summary>All that is open, worst first.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(CycleAtWork cycle, CancellationToken cancel)
    {
        var (id, now) = (cycle.Id, clock.GetUtcNow());
        var findings = new List<Finding>();
        var complaints = await db.Complaints.Where(row => row.Cycle == id && row.DecidedAt == null && row.WithdrawnAt == null).Select(row => row.Unit).ToListAsync(cancel);
        foreach (var unit in complaints.CountBy(unit => unit).OrderBy(one => one.Key, StringComparer.Ordinal))
            findings.Add(new("K001", unit.Key, new(
                $"Còn {unit.Value} đề nghị xem xét lại chưa giải quyết. Giải quyết, hoặc chờ đơn vị rút.", $"{unit.Value} complaints are undecided. Decide them, or wait until they are withdrawn.")));

        var asked = await db.Explanations.Where(row => row.Cycle == id && row.AnsweredAt == null).Select(row => new { row.Unit, row.Due }).ToListAsync(cancel);
        foreach (var unit in asked.GroupBy(row => row.Unit).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var waiting = unit.Count(row => now < row.Due);
            if (waiting > 0)
                findings.Add(new("K002", unit.Key, new(
                    $"Còn {waiting} yêu cầu giải trình đang trong hạn trả lời. Chờ đơn vị giải trình.", $"{waiting} requests for explanation may still be answered. Wait for the unit.")));
            if (unit.Count() - waiting is > 0 and var late)
                findings.Add(new("K003", unit.Key, new(
                    $"{late} yêu cầu giải trình hết hạn mà đơn vị không trả lời. Điểm thẩm định hiện có được tính.", $"{late} requests for explanation ran out unanswered. The points given so far count."), Severity.Warning));
        }

        var self = cycle.Cycle.Stages.Where(stage => stage.Kind == StageKind.SelfAssessment).Select(stage => stage.Code).ToList();
        var drafts = await db.Entries.Where(row => row.Cycle == id && row.State != EntryState.Submitted
                && db.Acts.Any(act => act.Cycle == id && act.Unit == row.Unit && act.Leaf == row.Leaf && self.Contains(act.Stage)))
            .Select(row => row.Unit).ToListAsync(cancel);
        foreach (var unit in drafts.CountBy(unit => unit).OrderBy(one => one.Key, StringComparer.Ordinal))
            findings.Add(new("K004", unit.Key, new(
                $"{unit.Value} tiêu chí đã nộp được sửa mà chưa nộp lại; số liệu của chúng không được tính. Đề nghị đơn vị nộp lại.",
                $"{unit.Value} submitted criteria were changed and not submitted again; their inputs do not count. Ask the unit to submit.")));

        findings.AddRange(await SurveysAsync(cycle, now, cancel));

        var undecided = await db.Cases.CountAsync(row => row.Cycle == id && row.Ruled == null && db.Meetings.Any(meeting => meeting.Cycle == id
            && meeting.Number == row.Meeting && meeting.State != Council.MeetingState.Closed), cancel);
        if (undecided > 0)
            findings.Add(new("K006", "council", new($"Còn {undecided} nội dung hội đồng chưa kết luận.", $"{undecided} cases before the council have no ruling.")));

        foreach (var window in (await new PhaseGate(db, clock).WindowsAsync(id, null, cancel)).Where(window => window.IsOpen(now)))
            findings.Add(new("K007", $"{window.Phase}", new(
                $"Bước “{CycleText.Of(window.Phase).Vi}” còn mở đến {Vietnam.Moment(window.ClosesForUnit)}; kết quả còn có thể đổi.",
                $"The phase “{CycleText.Of(window.Phase).En}” is open until {Vietnam.Moment(window.ClosesForUnit)}; results may still move."), Severity.Warning));
        return [.. findings.OrderByDescending(finding => finding.Severity)];
    }

    /// <summary>Survey leaves without an approved result, results that wait for the council, and a freeze that an approval made stale.</summary>
    private async Task<IReadOnlyList<Finding>> SurveysAsync(CycleAtWork cycle, DateTimeOffset now, CancellationToken cancel)
    {
        if (!cycle.Cycle.SurveyHeld) return [];
        var findings = new List<Finding>();
        var id = cycle.Id;
        var approved = await db.SurveyResults.Where(row => row.Cycle == id && row.ApprovedAt != null).Select(row => new { row.Campaign, row.Number, row.ApprovedAt }).ToListAsync(cancel);
        var imported = await db.CycleFiles.AnyAsync(row => row.Cycle == id && (row.Name == "answers.csv" || row.Name == "satisfaction.csv"), cancel);
        var feeds = await new ApprovedSurveys(db).FeedsAsync(cycle, cancel);
        if (feeds.Count > 0 && !imported && feeds.Where(feed => feed.IsSatisfaction || !feeds.Any(one => one.IsSatisfaction))
            .All(feed => approved.All(one => one.Campaign != feed.Campaign?.Code)))
        {
            findings.Add(new("K005", "survey", new(
                "Chưa có kết quả khảo sát được duyệt. Đưa kết quả vào, hoặc ghi trong kế hoạch là không khảo sát.", "There is no approved survey result. Import it, or state that no survey was held.")));
        }

        foreach (var campaign in (await db.Campaigns.Where(row => row.Cycle == id && row.ApprovedAt == null).ToListAsync(cancel))
            .Where(row => feeds.Any(feed => feed.Campaign?.Code == row.Code)).OrderBy(row => row.Code, StringComparer.Ordinal))
            findings.Add(new("K008", campaign.Code, campaign.Closes > now
                ? new($"Đợt khảo sát “{campaign.Title.Vi}” còn thu phiếu đến {Vietnam.Moment(campaign.Closes)}; kết quả của đợt này chưa vào chỉ số.",
                    $"The survey “{campaign.Title.En}” takes answers until {Vietnam.Moment(campaign.Closes)}; its result is not in the index yet.")
                : new($"Kết quả đợt khảo sát “{campaign.Title.Vi}” chưa được hội đồng thông qua; kết quả của đợt này chưa vào chỉ số.",
                    $"The result of the survey “{campaign.Title.En}” waits for the council; it is not in the index yet."), imported ? Severity.Warning : Severity.Error));

        var frozen = await db.Runs.Where(row => row.Cycle == id).OrderByDescending(row => row.Number).Select(row => new { row.Number, row.At, row.FrozenAt }).FirstOrDefaultAsync(cancel);
        if (frozen is { FrozenAt: not null } && approved.Where(one => one.ApprovedAt > frozen.At).MaxBy(one => one.ApprovedAt) is { } newer)
            findings.Add(new("K009", newer.Campaign, new(
                $"Lần tính {frozen.Number} đã chốt dùng kết quả khảo sát cũ: phiên bản {newer.Number} được thông qua sau đó. Tính lại và chốt lại trước khi trình.",
                $"Run {frozen.Number} was frozen with an older survey result: version {newer.Number} was approved afterwards. Compute and freeze again before it is submitted."), Severity.Warning));
        return findings;
    }
}
