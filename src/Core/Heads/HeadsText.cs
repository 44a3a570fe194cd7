namespace ParIndex.Core.Heads;

/// <summary>Words of the room: findings and warnings of the classification.</summary>
internal static class HeadsText
{
    public static Finding UnknownProfile(string profile, IEnumerable<string> known) => new("H101", profile, new(
        $"Không có phương án \"{profile}\" trong quy tắc phân loại. Chọn một trong: {string.Join(", ", known)}.",
        $"The rules have no profile \"{profile}\". Choose one of: {string.Join(", ", known)}."));

    public static Finding MixedVersions(string where, string versions) => new("H102", where, new(
        $"Chỉ số và mức độ hài lòng thuộc các phiên bản kết quả khác nhau ({versions}). Tính lại cả kỳ rồi mới phân loại.",
        $"Index and satisfaction come from different versions of the results ({versions}). Compute the whole year again, then classify."));

    public static Finding UnknownUnit(string head, UnitCode unit) => new("H103", head, new(
        $"Người đứng đầu thuộc đơn vị \"{unit}\" nhưng kỳ đánh giá không có đơn vị này. Sửa mã đơn vị trong heads.csv.",
        $"The head belongs to unit \"{unit}\", which is not in the cycle. Correct the unit in heads.csv."));

    public static Finding UnknownInput(string head, string input, IEnumerable<string> known) => new("H104", $"{head}.{input}", new(
        $"Quy tắc phân loại không có thông tin \"{input}\". Xóa cột này hoặc dùng một trong: {string.Join(", ", known)}.",
        $"The rules know no input \"{input}\". Remove the column or use one of: {string.Join(", ", known)}."));

    public static Finding ComputedInput(string head, string input) => new("H105", $"{head}.{input}", new(
        $"\"{input}\" được lấy từ kết quả đã tính, không nhập tay. Để trống cột này.",
        $"\"{input}\" is taken from the computed results and may not be entered. Leave the column empty."));

    public static Finding BadValue(string head, HeadInput input, string value, Text expected) => new("H106", $"{head}.{input.Name}", BadValue(input, value, expected));

    public static Text BadValue(HeadInput input, string value, Text expected) => new(
        $"Giá trị \"{value}\" của {input.Label.Vi} không đúng; cần {expected.Vi}.",
        $"The value \"{value}\" of {input.Label.En} is not valid; expected {expected.En}.");

    public static Finding DuplicateHead(string head) => new("H107", head, new(
        "Mã người đứng đầu bị lặp. Mỗi người ở mỗi chức vụ là một dòng với mã riêng.",
        "The head's id is repeated. Each person in each post is one line with its own id."));

    public static Finding BadDates(string head) => new("H108", head, new(
        "Ngày thôi chức vụ sớm hơn ngày nhận. Sửa cột from hoặc to.",
        "The last day in post is before the first. Correct from or to."));

    public static Finding Ruling(string head, Text why) => new("H109", head, new(
        $"Ý kiến của hội đồng không được áp dụng: {why.Vi}", $"The council's ruling was not applied: {why.En}"));

    public static Text RulingUnknownGrade(string grade) => new(
        $"không có mức \"{grade}\". Ghi mã một mức của quy tắc.", $"there is no grade \"{grade}\". Give the code of a grade of the rules.");

    public static Text RulingTooFar(int levels) => new(
        $"chỉ được thay đổi tối đa {levels} mức. Sửa mức đề nghị.", $"at most {levels} level{(levels == 1 ? "" : "s")} may be changed. Correct the grade.");

    public static Text RulingNeedsGrounds { get; } = new(
        "cần có lý do bằng văn bản và tài liệu kiểm chứng. Bổ sung cả hai.", "a written reason and evidence are needed. Add both.");

    public static Text RulingFailing { get; } = new(
        "không được nâng mức khi có điều kiện loại trừ. Bỏ ý kiến này.", "nobody may be lifted out of a failing condition. Remove the ruling.");

    public static Text RulingNotClassified { get; } = new(
        "người này không thuộc diện xếp loại. Bỏ ý kiến này.", "this head is not classified. Remove the ruling.");

    public static Text Council(CouncilRuling ruling) => new(
        $"Hội đồng quyết định: {ruling.Reason} (kiểm chứng: {ruling.Evidence})", $"The council ruled: {ruling.Reason} (evidence: {ruling.Evidence})");

    /// <summary>For the public: the ruling without what it says of a person.</summary>
    public static Text CouncilInPublic { get; } = new("Hội đồng đã xem xét và quyết định, có lý do bằng văn bản.", "The council ruled on it, with written reasons.");

    public static Text ShortTermHidesFailing(IEnumerable<Text> reasons)
    {
        var words = Words.Join("; ", reasons);
        return new(
            $"Không xếp loại vì chưa đủ điều kiện, nhưng có điều kiện loại trừ: {words.Vi}. Hội đồng cần xem xét riêng.",
            $"Not classified because not eligible, yet a failing condition holds: {words.En}. The council should look at it.");
    }

    public static Text Recusal(Text words) => new(
        $"Cơ quan thường trực phân loại cũng là đơn vị được xét: hồ sơ này chuyển cơ quan khác thẩm định. {words.Vi}",
        $"The agency that runs the classification is itself assessed: this case goes to another body. {words.En}");

    public static Text QuotaExceeded { get; } = new(
        "Mức do hội đồng nâng nằm ngoài hạn ngạch của mức cao nhất.", "The council lifted this head to the top grade beyond its quota.");

    public static Text Quota(int limit, int candidates, int good) => new(
        $"Hạn ngạch: tối đa {limit} người ở mức cao nhất ({candidates} người đủ điều kiện, {good} người ở mức kế tiếp); bằng nhau ở giới hạn thì đều không được tính.",
        $"Quota: at most {limit} in the top grade ({candidates} candidates, {good} one grade below); ties at the limit all stay out.");
}
