using DocumentFormat.OpenXml.Wordprocessing;
using ParIndex.Documents.Decision;

namespace ParIndex.Documents.SurveyPapers;

/// <summary>Thư mời trả lời khảo sát: a page for each person, with the link as a QR code and in words, in Vietnamese with the gist in English.</summary>
public static class InvitationLetters
{
    public static void Write(SurveyLetterhead head, IReadOnlyList<SurveyLetter> letters, Stream output)
    {
        using var paper = new SurveyPaper();
        for (var i = 0; i < letters.Count; i++)
        {
            if (i > 0) paper.NewPage();
            Letter(paper, head, letters[i]);
        }

        paper.Write(output);
    }

    private static void Letter(SurveyPaper paper, SurveyLetterhead head, SurveyLetter letter)
    {
        paper.Add(Paper.Columns([60, 105],
            [Paper.Centre(head.Asker.ToUpperInvariant(), 12, bold: true)],
            [Paper.Centre("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold: true), Paper.Centre("Độc lập - Tự do - Hạnh phúc", 13, bold: true)]));
        paper.Add(Paper.Paragraph(JustificationValues.Center, 18, 0, Paper.Run("THƯ MỜI TRẢ LỜI KHẢO SÁT", 14, bold: true)));
        paper.Add(Paper.Paragraph(JustificationValues.Center, 0, 14, Paper.Run(head.Title, 13)));
        paper.Say($"Kính gửi: {letter.Name ?? "Ông/Bà"}", bold: true);
        if (letter.Address is { } address) paper.Say($"Địa chỉ: {address}");
        paper.Say($"Ngày {Day(letter.Returned)}, Ông/Bà nhận kết quả thủ tục {letter.Procedure} tại {letter.Unit}. {head.Asker} xin mời Ông/Bà cho biết ý kiến về việc phục vụ lần đó.");
        paper.Say("Trả lời mất khoảng 10 phút và hoàn toàn tự nguyện. Không cần tài khoản, không ghi tên. Mỗi thư trả lời một lần; câu trả lời được lưu tách khỏi thư này, không ai ghép lại được. Ông/Bà được chọn ngẫu nhiên từ danh sách hồ sơ đã trả kết quả.");
        paper.Say("Quét mã bằng điện thoại, hoặc gõ đường dẫn dưới mã:");
        paper.Add(paper.Picture(letter.Qr, 42, $"Mã QR của đường dẫn {letter.Link}", JustificationValues.Center));
        paper.Add(Paper.Paragraph(JustificationValues.Center, 0, 4, Paper.Run(letter.Link, 11)));
        paper.Add(Paper.Paragraph(JustificationValues.Center, 0, 10, Paper.Run($"Mã trả lời: {Groups(letter.Code)}", 13, bold: true)));
        paper.Say($"Nhận trả lời đến {head.Closes}. Kết quả chung được công bố tại {head.Site}.");
        paper.Say("Nếu không muốn nhận liên hệ nữa, hoặc muốn xem, sửa, xóa thông tin liên hệ của mình, Ông/Bà báo cho cơ quan gửi thư; yêu cầu được trả lời trong hai ngày làm việc.");
        paper.Add(Paper.Paragraph(JustificationValues.Both, 10, 0, Paper.Run(
            "English: you were chosen at random to say how you were served. Answering is voluntary, needs no account and bears no name. Scan the code or type the link; the page can be switched to English.", 11, italic: true)));
        paper.Add(Paper.Paragraph(JustificationValues.Right, 14, 0, Paper.Run($"Số {letter.Number}", 10)));
    }

    internal static string Groups(string code) => string.Join('-', code.ToUpperInvariant().Chunk(5).Select(group => new string(group)));

    internal static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
