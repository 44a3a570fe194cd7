using ParIndex.App.Campaigns;
using ParIndex.App.SurveyResults;
using ParIndex.Core;
using ParIndex.Core.Surveys;

namespace ParIndex.Web.Pages.SurveyResults;

/// <summary>Words of results of surveys.</summary>
public static class SurveyResultsText
{
    public static Text NotEnough { get; } = new("Không đủ mẫu", "Not enough answers");

    public static Text All { get; } = new("Toàn thành phố", "The whole city");

    public static Text WholeForm { get; } = new("Toàn bộ phiếu", "The whole form");

    public static Text Title(CampaignRow campaign) => new($"Kết quả: {campaign.Title.Vi}", $"Results: {campaign.Title.En}");

    public static Text FeedsTitle(int year) => new($"Kết quả khảo sát vào chỉ số năm {year}", $"Survey results in the index of {year}");

    public static Text Estimated(int number) => new($"Đã tính phiên bản {number}. Phiên bản này vào chỉ số khi hội đồng thông qua.", $"Version {number} is computed. It enters the index when the council approves it.");

    public static Text Approved(int number) => new($"Đã thông qua phiên bản {number}; chỉ số tính từ phiên bản này.", $"Version {number} is approved; the index is computed from it.");

    public static Text FeedChosen { get; } = new("Đã ghi nguồn kết quả khảo sát của tiêu chí.", "The survey that feeds the criterion is recorded.");

    public static Text Of(Channel channel) => channel switch
    {
        Channel.Web => new("Đường dẫn riêng", "Personal link"),
        Channel.Interview => new("Phỏng vấn trực tiếp", "Interview"),
        Channel.Phone => new("Điện thoại", "Telephone"),
        Channel.Paper => new("Phiếu giấy", "Paper"),
        Channel.Kiosk => new("Thiết bị tại quầy", "Kiosk"),
        _ => new("Mã QR tại cơ quan", "QR code of the office"),
    };

    /// <summary>A channel by the name it is stored under.</summary>
    public static Text OfChannel(string channel) => Enum.TryParse<Channel>(channel, out var found) ? Of(found) : new(channel, channel);

    public static Text Of(SatisfactionLevel level) => level switch
    {
        SatisfactionLevel.Overall => new("Chung", "Overall"),
        SatisfactionLevel.Content => new("Nội dung", "Content"),
        SatisfactionLevel.Factor => new("Yếu tố", "Factor"),
        _ => new("Mục hỏi", "Item"),
    };

    /// <summary>Name of what a code measures.</summary>
    public static Text Name(Survey survey, string code) =>
        code == "all" ? WholeForm
        : survey.Contents.FirstOrDefault(content => content.Code == code)?.Name
        ?? survey.Contents.SelectMany(content => content.Factors).FirstOrDefault(factor => factor.Code == code)?.Name
        ?? survey.Items.FirstOrDefault(item => item.Code == code)?.Name
        ?? (code == survey.OverallItem ? survey.OverallName : null) ?? new(code, code);

    public static Text Of(SurveyFeed feed) => feed.Campaign is null
        ? new("Chưa có đợt khảo sát nào của kỳ này; số liệu nhập tay (nếu có) được dùng.", "The cycle has no such survey; what was entered by hand, if anything, counts.")
        : feed.Measure is null ? new("Phiếu hỏi không có phép đo phù hợp. Chọn phép đo.", "The questionnaire has no measure that fits. Choose one.")
        : feed.Chosen ? new("Đã chọn ở đây", "Chosen here") : new("Theo bộ chỉ số", "By the framework");
}
