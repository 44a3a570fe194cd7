using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ParIndex.Core;
using ParIndex.Core.Cycles;

namespace ParIndex.Documents.Decision;

/// <summary>A case of a council meeting as its minutes tell it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Leaf">Code and name of the leaf.</param>
/// <param name="Claimed">Points the unit claims; null: none.</param>
/// <param name="Before">Points in force before the meeting; null: none.</param>
/// <param name="Proposed">Points voted on.</param>
/// <param name="Words">What was put to the council.</param>
/// <param name="For">Votes for.</param>
/// <param name="Against">Votes against.</param>
/// <param name="Abstained">No opinion.</param>
/// <param name="Ruled">Points after the ruling; null: no ruling yet.</param>
/// <param name="Carried">Whether it was carried.</param>
/// <param name="Reason">The chair's reason.</param>
public sealed record MinutedCase(
    string Unit, string Leaf, Points? Claimed, Points? Before, Points Proposed, string Words, int For, int Against, int Abstained, Points? Ruled, bool Carried, string? Reason);

/// <summary>Biên bản họp hội đồng, from the acts: laid out by Nghị định 30/2020/NĐ-CP, the same bytes for the same meeting.</summary>
public static class CouncilMinutes
{
    /// <summary>Writes the minutes as .docx.</summary>
    /// <param name="cycle">The cycle, for the place and the notice.</param>
    /// <param name="title">Title of the meeting.</param>
    /// <param name="begun">When it was held, Vietnam time, in words.</param>
    /// <param name="present">How many members came.</param>
    /// <param name="members">How many have a vote.</param>
    /// <param name="cases">The agenda, in order.</param>
    /// <param name="closed">When it was closed, in words; null: a draft.</param>
    /// <param name="output">Where to.</param>
    public static void Write(Cycle cycle, string title, string begun, int present, int members, IReadOnlyList<MinutedCase> cases, string? closed, Stream output)
    {
        using var buffer = new MemoryStream();
        using (var document = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            var body = new Body();
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = DecisionWriter.Styles();
            main.Document = new Document(body);
            if (cycle.Notice is { } notice) body.Append(Paper.Centre(notice.Vi, 11, bold: true));
            body.Append(Paper.Columns([75, 95],
                [Paper.Centre("HỘI ĐỒNG THẨM ĐỊNH", 12, bold: true), Paper.Centre("CHỈ SỐ CẢI CÁCH HÀNH CHÍNH", 12, bold: true)],
                [Paper.Centre("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold: true), Paper.Centre("Độc lập - Tự do - Hạnh phúc", 13, bold: true)]));
            body.Append(Paper.Paragraph(JustificationValues.Center, 18, 0, Paper.Run("BIÊN BẢN", 14, bold: true)));
            body.Append(Paper.Paragraph(JustificationValues.Center, 0, 12, Paper.Run($"{title}: thẩm định Chỉ số cải cách hành chính năm {cycle.Year}, {cycle.Place.Name.Vi}", 14, bold: true)));
            Say($"Thời gian: {begun}.");
            Say($"Thành phần: {present} trên {members} thành viên có quyền biểu quyết dự họp. Nội dung được thông qua khi quá nửa tổng số thành viên tán thành.");
            for (var i = 0; i < cases.Count; i++)
            {
                var one = cases[i];
                body.Append(Paper.Paragraph(JustificationValues.Both, 8, 4, 12.7, true, Paper.Run($"{i + 1}. {one.Unit}, tiêu chí {one.Leaf}", bold: true)));
                Say($"Điểm tự chấm {Given(one.Claimed)}; điểm trước phiên họp {Given(one.Before)}; điểm đưa ra biểu quyết {Words.Points(one.Proposed).Vi}. {one.Words}");
                Say($"Biểu quyết: {one.For} tán thành, {one.Against} không tán thành, {one.Abstained} không có ý kiến, {members - one.For - one.Against - one.Abstained} không biểu quyết.");
                Say(one.Ruled is { } ruled
                    ? $"Kết luận của Chủ tịch hội đồng: {(one.Carried ? "được thông qua" : "không được thông qua, giữ điểm đang có")}; điểm của tiêu chí là {Words.Points(ruled).Vi}. Lý do: {one.Reason}"
                    : "Chưa kết luận.");
            }

            Say(closed is null ? "DỰ THẢO: phiên họp chưa kết thúc." : $"Phiên họp kết thúc lúc {closed}. Biên bản được lập từ các lượt biểu quyết và kết luận ghi trong hệ thống.");
            body.Append(Paper.Columns([85, 85], [Paper.Centre("THƯ KÝ", 13, bold: true)], [Paper.Centre("CHỦ TỊCH HỘI ĐỒNG", 13, bold: true)]));
            body.Append(new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1701, Right = 850, Header = 400, Footer = 400 }));

            void Say(string words) => body.Append(Paper.Paragraph(JustificationValues.Both, 0, 6, 12.7, false, Paper.Run(words)));
        }

        FixedZip.Write(buffer, output);
    }

    private static string Given(Points? points) => points is { } given ? Words.Points(given).Vi : "chưa có";
}
