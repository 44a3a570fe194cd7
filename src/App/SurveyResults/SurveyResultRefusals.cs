using ParIndex.App.Campaigns;

namespace ParIndex.App.SurveyResults;

/// <summary>Why there is no result, or why it is not approved.</summary>
public static class SurveyResultRefusals
{
    /// <summary>For every role: nothing of the answers is told while they may still come in.</summary>
    public static Refusal Interim(CampaignRow row) => new("interim_result", new(
        $"Khảo sát đang thu phiếu nên chưa có kết quả cho bất kỳ ai. Kết quả tính được sau khi đóng lúc {Vietnam.Moment(row.Closes.AddHours(row.GraceHours))}.",
        $"The survey is still taking answers, so nobody gets any result. It can be computed after it closes at {Vietnam.Moment(row.Closes.AddHours(row.GraceHours))}."));

    public static Refusal Waiting(int forms) => new("forms_waiting", new(
        $"Còn {forms} phiếu chờ niêm phong. Việc niêm phong tự chạy sau khi đóng; tính lại sau vài phút.",
        $"{forms} forms still wait to be sealed. Sealing runs by itself after closing; compute in a few minutes."));

    public static Refusal Unbalanced(string units) => new("survey_unbalanced", new(
        $"Số mã đã dùng và số phiếu niêm phong không khớp ở: {units}. Làm rõ trước khi tính kết quả.",
        $"Tokens spent and forms sealed do not balance at: {units}. Clear this up before computing."));

    public static Refusal NoForms { get; } = new("no_forms", new(
        "Không có phiếu nào được tính cho các đơn vị của kỳ đánh giá.", "No form counts for the units of the cycle."));

    public static Refusal NoMapping(string scale) => new("no_mapping", new(
        $"Phiếu hỏi không nêu cách quy đổi thang “{scale}” thành điểm. Thêm mục mappings.", $"The questionnaire does not say what the scale “{scale}” is worth. Add mappings."));

    public static Refusal NotNewest(int newest) => new("result_superseded", new(
        $"Đã có phiên bản {newest} mới hơn. Chỉ thông qua được phiên bản mới nhất.", $"There is a newer version {newest}. Only the newest can be approved."));

    public static Refusal AlreadyApproved(int number) => new("result_approved", new(
        $"Phiên bản {number} đã được thông qua.", $"Version {number} is approved already."));
}
