using ParIndex.App.Campaigns;
using ParIndex.App.SurveyQuality;
using ParIndex.Core;
using ParIndex.Core.Surveys;

namespace ParIndex.Web.Pages.SurveyQuality;

/// <summary>Words of the quality desk.</summary>
public static class SurveyQualityText
{
    public static Text Title(CampaignRow campaign) => new($"Bàn chất lượng: {campaign.Title.Vi}", $"Quality desk: {campaign.Title.En}");

    public static Text CallBackTitle(CampaignRow campaign) => new($"Phúc tra: {campaign.Title.Vi}", $"Call-backs: {campaign.Title.En}");

    public static Text Masked { get; } = new("Chỉ xem sau khi đóng khảo sát, vì cho biết người dân trả lời thế nào.", "Only after the survey has closed, because it tells how people answer.");

    public static Text Decided(int forms, ResponseDecision decision) => new($"Đã ghi quyết định “{Of(decision).Vi}” cho {forms} phiếu.", $"The decision “{Of(decision).En}” is recorded for {forms} forms.");

    public static Text Drawn(int people) => new($"Đã rút {people} người để phúc tra.", $"{people} people are drawn to be called back.");

    public static Text CallRecorded { get; } = new("Đã ghi kết quả phúc tra.", "The outcome of the call is recorded.");

    public static Text Of(ResponseDecision decision) => decision switch
    {
        ResponseDecision.Keep => new("Giữ", "Keep"),
        ResponseDecision.Query => new("Hỏi lại", "Query"),
        _ => new("Loại", "Exclude"),
    };

    public static Text Name(QualityCheck check) => check switch
    {
        QualityCheck.Bursts => new("Dồn phiếu trong một ngày", "Bursts"),
        QualityCheck.Copies => new("Phiếu giống hệt nhau", "Copies"),
        QualityCheck.StraightLines => new("Trả lời một mức cho mọi câu", "Straight lines"),
        QualityCheck.Speed => new("Trả lời quá nhanh", "Speed"),
        QualityCheck.DeviceReuse => new("Một thiết bị quá nhiều giờ", "Device reuse"),
        QualityCheck.InterviewerEffect => new("Điều tra viên khác hẳn", "Interviewer effect"),
        QualityCheck.CounterEffect => new("Quầy khác hẳn", "Counter effect"),
        _ => new("Quầy luôn hài lòng", "Counter always satisfied"),
    };

    /// <summary>What is counted, and what it is compared with.</summary>
    public static Text How(QualityCheck check) => check switch
    {
        QualityCheck.Bursts => new("Số phiếu một ngày của một nguồn so với các ngày khác (Poisson, tỷ lệ phát hiện sai 1 %, từ 10 phiếu và gấp 3).", "Forms of a source on one day against its other days (Poisson, false discovery rate 1%, 10 forms and three times as many)."),
        QualityCheck.Copies => new("Trùng mọi câu với phiếu khác của đơn vị, từ 10 ý kiến. Nơi đa số trả lời như nhau, phiếu thật cũng trùng; đáng xem nhất là trùng cùng người, cùng ngày.", "Equal in every answer to another form of the unit, from 10 answers on. Where most people answer alike, honest forms agree too; look first at copies of one person on one day."),
        QualityCheck.StraightLines => new("Một mức cho mọi câu, từ 5 câu.", "One level for everything, from 5 items on."),
        QualityCheck.Speed => new("Dưới một phần ba trung vị thời gian.", "Under a third of the median time."),
        QualityCheck.DeviceReuse => new("Tổng thời gian phỏng vấn một ngày trên một thiết bị quá 10 giờ.", "More than 10 hours of interviews in one day on one device."),
        QualityCheck.InterviewerEffect => new("Trung bình hài lòng cách chung trên 3 sai số chuẩn, từ 10 phiếu.", "Mean satisfaction more than 3 standard errors from that of all, from 10 forms on."),
        QualityCheck.CounterEffect => new("Ngoài phễu của các quầy, từ 30 phiếu.", "Outside the funnel of the counters, from 30 forms on."),
        _ => new("Mọi phiếu đều hài lòng, khó do ngẫu nhiên (nhị thức, tỷ lệ phát hiện sai 5 %).", "Every form satisfied, hardly by chance (binomial, false discovery rate 5%)."),
    };

    /// <summary>The evidence of a case.</summary>
    public static Text Evidence(QualityCase one) => one.Check switch
    {
        QualityCheck.Bursts => new($"{one.Value:0} phiếu trong ngày, các ngày khác trung bình {Two(one.Beside).Vi}", $"{one.Value:0} forms on the day, {Two(one.Beside).En} on others"),
        QualityCheck.Copies => new($"{one.Value:0} phiếu giống hệt, {one.Beside:0} cùng người thu và cùng ngày", $"{one.Value:0} equal forms, {one.Beside:0} of one collector on one day"),
        QualityCheck.StraightLines => new($"{one.Value:0} câu một mức", $"{one.Value:0} items, one level"),
        QualityCheck.Speed => new($"{one.Value:0} giây, trung vị {one.Beside:0} giây", $"{one.Value:0} seconds, median {one.Beside:0}"),
        QualityCheck.DeviceReuse => new($"{Two(one.Value).Vi} giờ phỏng vấn trong ngày", $"{Two(one.Value).En} hours of interviews on the day"),
        QualityCheck.InterviewerEffect => new($"trung bình {Two(one.Value).Vi} %, cách chung {Two(one.Beside).Vi} sai số chuẩn", $"mean {Two(one.Value).En}%, {Two(one.Beside).En} standard errors from all"),
        _ => new($"{one.Forms.Count} phiếu; các quầy chung {Two(one.Beside).Vi} %", $"{one.Forms.Count} forms; all counters {Two(one.Beside).En}%"),
    };

    public static Text Of(CallBackOutcome outcome) => outcome switch
    {
        CallBackOutcome.Open => new("Chưa gọi", "Not called yet"),
        CallBackOutcome.Confirmed => new("Đúng như báo cáo", "Held as reported"),
        CallBackOutcome.Otherwise => new("Có phỏng vấn nhưng khác báo cáo", "Held, but otherwise"),
        CallBackOutcome.NoInterview => new("Không có phỏng vấn", "No interview"),
        CallBackOutcome.NotReached => new("Không liên lạc được", "Not reached"),
        _ => new("Từ chối", "Declined"),
    };

    private static Text Two(double value) => Words.Number(Rounding.HalfAwayFromZero((decimal)value, 2));
}
