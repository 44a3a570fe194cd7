using ParIndex.Core.Cycles;

namespace ParIndex.Core.Computation;

/// <summary>Sentences about how a leaf came to its points, beside what its rule says.</summary>
internal static class LeafText
{
    public static readonly Text NotScored = new("Chưa có điểm.", "There is no score yet.");

    public static readonly Text NoEvidence = new(
        "Không có tài liệu kiểm chứng và không có giải trình bằng văn bản, nên tính 0 điểm.",
        "There is neither evidence nor a written explanation, so it counts 0 points.");

    public static Text NotAppraised(Points points) => new(
        $"Mới có điểm của đơn vị, chưa thẩm định: tạm tính {Words.Points(points).Vi}.",
        $"The unit's own score alone, not appraised yet: provisionally {Words.Points(points).En}.");

    public static Text Excluded(Points max, string? reason) => reason is null
        ? new($"Không phát sinh nên không áp dụng: {Words.Points(max).Vi} ra khỏi mẫu số.",
            $"Nothing arose, so it does not apply: {Words.Points(max).En} leave the denominator.")
        : new($"Không áp dụng: {Words.Points(max).Vi} ra khỏi mẫu số. Lý do: {Ended(reason)}",
            $"Does not apply: {Words.Points(max).En} leave the denominator. Reason: {Ended(reason)}");

    public static Text FullPoints(Points max, string? reason) => reason is null
        ? new($"Không phát sinh trong năm nên được điểm tối đa: {Words.Points(max).Vi}.",
            $"Nothing arose in the year, so it earns the maximum: {Words.Points(max).En}.")
        : new($"Được điểm tối đa {Words.Points(max).Vi}. Lý do: {Ended(reason)}",
            $"Earns the maximum of {Words.Points(max).En}. Reason: {Ended(reason)}");

    public static Text SurveyNotHeld(Points max) => new(
        $"Năm nay không tổ chức khảo sát: {Words.Points(max).Vi} ra khỏi mẫu số.",
        $"The survey of the year was not held: {Words.Points(max).En} leave the denominator.");

    public static Text NoSurveyResult(Points max) => new(
        $"Đơn vị không có kết quả khảo sát (được miễn hoặc không đủ phiếu hợp lệ): {Words.Points(max).Vi} ra khỏi mẫu số.",
        $"The unit has no survey result (exempt, or too few valid forms): {Words.Points(max).En} leave the denominator.");

    public static Text Counts(Stage stage, Points points, bool others) => others
        ? new($"Lấy lượt chấm cuối của bước cao nhất, “{stage.Name.Vi}”: {Words.Points(points).Vi}.",
            $"The last act of the highest stage reached counts, “{stage.Name.En}”: {Words.Points(points).En}.")
        : new($"Điểm ở bước “{stage.Name.Vi}”: {Words.Points(points).Vi}.", $"Points at the stage “{stage.Name.En}”: {Words.Points(points).En}.");

    public static Text UnlikeRule(Points byRule) => new(
        $"Điểm này khác điểm theo cách tính ({Words.Points(byRule).Vi}).", $"This differs from what the rule gives ({Words.Points(byRule).En}).");

    public static Text Reason(string reason) => new($"Lý do: {Ended(reason)}", $"Reason: {Ended(reason)}");

    private static string Ended(string words)
    {
        var trimmed = words.Trim();
        return trimmed.EndsWith('.') || trimmed.EndsWith('!') || trimmed.EndsWith('?') ? trimmed : trimmed + ".";
    }
}
