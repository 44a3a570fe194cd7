using DocumentFormat.OpenXml.Wordprocessing;
using ParIndex.Documents.Decision;

namespace ParIndex.Documents.SurveyPapers;

/// <summary>Phiếu theo dõi phỏng vấn: a page for each person, with the way to reach them and the tries, for the interviewer alone; answers are not on it.</summary>
public static class InterviewSheets
{
    private const int Tries = 4;

    public static void Write(SurveyLetterhead head, IReadOnlyList<SurveyLetter> people, Stream output)
    {
        using var paper = new SurveyPaper();
        for (var i = 0; i < people.Count; i++)
        {
            if (i > 0) paper.NewPage();
            Sheet(paper, head, people[i]);
        }

        paper.Write(output);
    }

    private static void Sheet(SurveyPaper paper, SurveyLetterhead head, SurveyLetter one)
    {
        paper.Add(Paper.Centre(head.Asker, 12), Paper.Centre("PHIẾU THEO DÕI PHỎNG VẤN", 14, bold: true), Paper.Paragraph(JustificationValues.Center, 0, 10, Paper.Run(head.Title, 12)));
        paper.Add(Table([42, 123],
            ["Đơn vị được hỏi", one.Unit], ["Số thứ tự", Paper.Text(one.Number)], ["Người được hỏi", one.Name ?? "Chưa rõ"], ["Điện thoại", one.Phone ?? "Chưa có"], ["Địa chỉ", one.Address ?? "Chưa có"],
            ["Thủ tục", one.Procedure], ["Ngày trả kết quả", InvitationLetters.Day(one.Returned)], ["Mã trả lời", InvitationLetters.Groups(one.Code)]));
        paper.Add(Paper.Paragraph(JustificationValues.Left, 10, 4, Paper.Run("Các lần liên hệ (ít nhất ba lần ở các giờ khác nhau trước khi ghi không gặp)", 12, bold: true)));
        paper.Add(Table([12, 38, 30, 85], [["Lần", "Ngày, giờ", "Cách liên hệ", "Kết quả"], .. Enumerable.Range(1, Tries).Select(number => new[] { Paper.Text(number), "", "", "" })]));
        paper.Add(Paper.Paragraph(JustificationValues.Left, 10, 4, Paper.Run("Kết thúc:  ☐ đã phỏng vấn   ☐ từ chối   ☐ không liên lạc được   ☐ không thuộc đối tượng   ☐ hẹn lại", 12)));
        paper.Add(Paper.Paragraph(JustificationValues.Left, 4, 4, Paper.Run("Người được hỏi đồng ý cho gọi lại để kiểm tra (phúc tra):  ☐ có   ☐ không", 12)));
        paper.Add(Paper.Columns([82, 82], [Paper.Centre("Điều tra viên (ký, ghi tên)", 12)], [Paper.Centre("Giám sát (ký, ghi tên)", 12)]));
        paper.Add(Paper.Paragraph(JustificationValues.Both, 60, 0, Paper.Run("Phiếu này có thông tin cá nhân: không sao chép, nộp lại cho quản lý khảo sát để hủy sau phúc tra. Không ghi câu trả lời lên phiếu này.", 10, italic: true)));
    }

    private static Table Table(double[] widths, params IReadOnlyList<string>[] rows)
    {
        int[] twips = [.. widths.Select(Paper.Twips)];
        return new Table([
            new TableProperties(
                new TableWidth { Width = Paper.Text(twips.Sum()), Type = TableWidthUnitValues.Dxa }, Borders(), new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "60", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 90, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "60", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 90, Type = TableWidthValues.Dxa })),
            new TableGrid(twips.Select(width => new GridColumn { Width = Paper.Text(width) })),
            .. rows.Select((cells, at) => new TableRow([new TableRowProperties(new CantSplit(), new TableRowHeight { Val = 420 }),
                .. cells.Select((cell, i) => new TableCell(new TableCellProperties(new TableCellWidth { Width = Paper.Text(twips[i]), Type = TableWidthUnitValues.Dxa }),
                    Paper.Paragraph(JustificationValues.Left, 0, 0, Paper.Run(cell, 12, bold: widths.Length == 2 ? i == 0 : at == 0))))])),
        ]);
    }

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
        new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });
}
