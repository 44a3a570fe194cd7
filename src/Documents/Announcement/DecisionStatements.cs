using ParIndex.Core;

namespace ParIndex.Documents.Announcement;

/// <summary>What stands first: what kind of figures these are, and which Decision they belong to.</summary>
internal static class DecisionStatements
{
    public static IEnumerable<Statement> Of(Year year)
    {
        if (year.Cycle.Notice is { } notice) yield return new("notice", StatementSection.Status, [], notice);
        if (!year.Result.Final)
        {
            var blocking = year.Result.Findings.Count(finding => finding.Severity == Severity.Error);
            yield return new("provisional", StatementSection.Status, blocking == 0 ? [] : [new("blocking", blocking, 0)], new(
                blocking == 0 ? "Kết quả TẠM TÍNH: chưa phải kết quả cuối cùng." : $"Kết quả TẠM TÍNH: còn {blocking} vấn đề phải xử lý trước khi công bố.",
                blocking == 0 ? "PROVISIONAL results: not final." : $"PROVISIONAL results: {blocking} findings must be settled before publication."));
        }

        if (year.Result.TotalsOnly)
            yield return new("totals-only", StatementSection.Status, [], new(
                "Chỉ có số liệu tổng hợp đã công bố; không có điểm chi tiết từng tiêu chí.",
                "Only published totals are known; there is no detail of criteria."));

        var (place, n) = (year.Cycle.Place, year.Result.Input.Units.Count);
        StatedFigure[] figures = [new("units", n, 0)];
        yield return year.Cycle.Decision is { } mark
            ? new("decision", StatementSection.Decision, figures, new(
                $"Ngày {Dates.Vietnamese(mark.Date)}, {place.Issuer.Vi} ban hành Quyết định số {mark.Number} về việc phê duyệt và công bố Chỉ số cải cách hành chính năm {year.Now} của {n} cơ quan, đơn vị.",
                $"On {Dates.English(mark.Date)} the {place.Issuer.En} issued Decision {mark.Number} approving and announcing the public administration reform index {year.Now} of {n} bodies."))
            : new("decision", StatementSection.Decision, figures, new(
                $"DỰ THẢO: Quyết định phê duyệt và công bố Chỉ số cải cách hành chính năm {year.Now} của {n} cơ quan, đơn vị thuộc {place.Name.Vi} chưa có số và ngày ban hành.",
                $"DRAFT: the Decision on the public administration reform index {year.Now} of {n} bodies of {place.Name.En} has no number and date yet."));
    }
}
