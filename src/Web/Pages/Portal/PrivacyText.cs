using ParIndex.Core;

namespace ParIndex.Web.Pages.Portal;

/// <summary>The statement of privacy of surveys.</summary>
public static class PrivacyText
{
    public static Text Title { get; } = new("Quyền riêng tư của người trả lời khảo sát", "Privacy of survey respondents");

    public static Text Lead { get; } = new(
        "Khảo sát hỏi về dịch vụ đã nhận, không hỏi bạn là ai. Câu trả lời không nối được với tên.", "Surveys ask about a service received, not who you are. Answers cannot be joined to a name.");

    public static IReadOnlyList<(Text Heading, IReadOnlyList<Text> Points)> Sections { get; } =
    [
        (new("Chúng tôi lưu gì", "What is kept"),
        [
            new("Các câu trả lời, theo đơn vị và thủ tục, không có tên, số điện thoại, địa chỉ, số hồ sơ.", "The answers, by unit and procedure, without name, telephone, address or dossier number."),
            new("Mỗi đường dẫn chỉ dùng được một lần; sau khi gửi, câu trả lời nằm riêng, không còn nối với đường dẫn.", "Each link works once; after sending, the answers lie apart and are no longer joined to the link."),
            new("Danh sách mời khảo sát do đơn vị cung cấp nằm ở chỗ riêng và bị xóa sau đợt khảo sát.", "The list of people invited comes from the unit, lies apart, and is deleted after the survey."),
        ]),
        (new("Ai thấy gì", "Who sees what"),
        [
            new("Đơn vị được đánh giá không thấy phiếu nào và không thấy kết quả tạm khi khảo sát đang diễn ra.", "The unit that is assessed sees no form, and no interim result while the survey runs."),
            new("Ai quản trị máy chủ thì mở được cơ sở dữ liệu, nhưng ở đó không gì nối câu trả lời với người trả lời; mỗi lần mở thông tin liên hệ trong phần mềm đều có nhật ký.",
                "Whoever runs the server can open the database, but nothing there joins an answer to a person; each opening of contacts in the program is logged."),
            new("Các trang kết quả không đặt cookie, không có mã theo dõi và không gửi gì đến nơi khác. Phiếu đang trả lời dở nằm, có niêm phong, trong một cookie trên chính thiết bị của bạn cho đến khi gửi.",
                "Pages of results set no cookie, have no tracking and send nothing elsewhere. A form not sent yet lies, sealed, in a cookie on your own device until it is sent."),
        ]),
        (new("Điều gì không bao giờ được công bố", "What is never published"),
        [
            new("Câu trả lời của từng người, kể cả trong dữ liệu mở.", "Anybody's single answers, in the open data neither."),
            new("Con số từ quá ít phiếu, và ô bên cạnh mà trừ đi sẽ lộ ra nó.", "A figure from too few forms, and a neighbouring cell from which it could be subtracted."),
            new("Ý kiến viết tay khi chưa bỏ thông tin nhận ra người viết.", "Free text before anything that tells who wrote it was taken out."),
        ]),
        (new("Quyền của bạn", "Your rights"),
        [
            new("Không trả lời, dừng lại hoặc bỏ qua câu nào cũng được; dịch vụ của bạn không bị ảnh hưởng.", "You may decline, stop, or skip any question; your service is not affected."),
            new("Trước khi phiếu được niêm phong, bạn có thể rút lại bằng mã trong thư mời cùng số biên nhận trên trang cảm ơn.", "Until forms are sealed you may withdraw yours with the code of your letter and the receipt shown on the page of thanks."),
            new("Câu hỏi và khiếu nại gửi đến cơ quan ban hành ghi ở cuối trang.", "Questions and complaints go to the issuing authority named at the foot of the page."),
        ]),
    ];

    public static Text Basis { get; } = new("Căn cứ: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15.", "Basis: Law on Personal Data Protection No. 91/2025/QH15.");
}
