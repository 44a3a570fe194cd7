using ParIndex.Core;

namespace ParIndex.Web.Pages.Form;

/// <summary>Words of the form.</summary>
internal static class FormText
{
    public static Text CannotUse { get; } = new("Không mở được phiếu", "The form cannot be opened");
    public static Text Start { get; } = new("Bắt đầu trả lời", "Start");
    public static Text Resume { get; } = new("Trả lời tiếp", "Go on");
    public static Text Next { get; } = new("Tiếp tục", "Continue");
    public static Text Back { get; } = new("Quay lại trang trước", "Back to the page before");
    public static Text Send { get; } = new("Gửi phiếu", "Send the form");
    public static Text NotUsed { get; } = new("Không sử dụng, không biết", "Did not use, do not know");
    public static Text Declined { get; } = new("Không muốn trả lời", "Rather not say");
    public static Text Problem { get; } = new("Còn câu chưa xong", "Something is missing");
    public static Text Optional { get; } = new("(không bắt buộc)", "(voluntary)");
    public static Text Received { get; } = new("Đã nhận phiếu. Xin cảm ơn Ông/Bà.", "Your form was received. Thank you.");
    public static Text Receipt { get; } = new("Biên nhận phiếu", "Receipt of a form");
    public static Text Withdraw { get; } = new("Rút phiếu", "Withdraw a form");
    public static Text Choose { get; } = new("Thứ tự", "Place");
    public static Text None { get; } = new("– không chọn –", "– none –");

    public static Text Progress(int page, int pages) => new($"Trang {page} trong {pages}", $"Page {page} of {pages}");

    public static Text OnlyIf(Text question) => new($"Chỉ trả lời nếu câu “{question.Vi}” có câu trả lời phù hợp.", $"Answer only where “{question.En}” applies.");
}
