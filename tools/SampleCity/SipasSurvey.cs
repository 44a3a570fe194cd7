using ParIndex.Core.Surveys;

namespace ParIndex.SampleCity;

/// <summary>The questionnaire of service: five factors, sixteen items, one general question. Structure of the national form, words of this project.</summary>
public static class SipasSurvey
{
    public static Survey Year2021 { get; } = new()
    {
        MethodVersion = "sipas-2017-2021",
        OverallItem = "S0",
        Contents =
        [
            new("S", new("Sự phục vụ của cơ quan hành chính", "Service of the administrative office"),
            [
                Factor("S1", "Tiếp cận dịch vụ", "Access to services",
                    ("Bộ phận một cửa có biển hiệu và chỉ dẫn dễ thấy", "The one-stop shop has signs and directions that are easy to see"),
                    ("Có đủ chỗ ngồi chờ và bàn viết", "There are enough seats and writing desks"),
                    ("Máy móc, thiết bị phục vụ dân đủ và dùng tốt", "Equipment for the public is sufficient and works well")),
                Factor("S2", "Thủ tục hành chính", "Administrative procedures",
                    ("Thủ tục được niêm yết công khai, dễ thấy, dễ đọc", "Procedures are posted publicly, easy to find and to read"),
                    ("Chỉ phải nộp đúng các giấy tờ đã công bố", "Only the published papers have to be handed in"),
                    ("Chỉ phải trả đúng mức phí, lệ phí đã công bố", "Only the published fees have to be paid"),
                    ("Thời hạn giải quyết được áp dụng đúng quy định", "The time limit is applied as regulated")),
                Factor("S3", "Công chức giải quyết công việc", "Officials who handle the work",
                    ("Công chức lịch sự, tôn trọng người đến làm việc", "Officials are polite and respectful"),
                    ("Công chức hướng dẫn dễ hiểu, một lần là làm được hồ sơ", "Officials explain clearly; once is enough to prepare the dossier"),
                    ("Công chức làm đúng quy định", "Officials act as regulated")),
                Factor("S4", "Kết quả", "Results",
                    ("Kết quả được trả đúng hẹn", "The result is returned when promised"),
                    ("Thông tin trên kết quả đầy đủ, chính xác", "The result is complete and correct"),
                    ("Cách giải quyết công bằng với mọi người", "Everyone is treated fairly")),
                Factor("S5", "Tiếp nhận, xử lý phản ánh, kiến nghị", "Receiving and handling feedback",
                    ("Có nhiều cách để gửi phản ánh, kiến nghị và dễ dùng", "There are several ways to send feedback, easy to use"),
                    ("Phản ánh, kiến nghị được tiếp nhận và xử lý đúng quy định", "Feedback is received and handled as regulated"),
                    ("Kết quả xử lý được báo lại kịp thời", "The outcome is reported back in time")),
            ]),
        ],
    };

    private static Factor Factor(string code, string vi, string en, params (string Vi, string En)[] items) =>
        new(code, new(vi, en), [.. items.Select((item, i) => new Item($"{code}.{i + 1}", new(item.Vi, item.En)))]);
}
