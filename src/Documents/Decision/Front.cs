using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;

namespace ParIndex.Documents.Decision;

/// <summary>The Decision itself: header, subject, grounds, articles, signature. Nghị định 30/2020/NĐ-CP, phụ lục I and III (mẫu 1.2).</summary>
internal static class Front
{
    private const double Left = 68, Right = 102;

    public static IEnumerable<OpenXmlElement> Of(CycleResult result, int appendices)
    {
        var cycle = result.Input.Cycle;
        yield return Header(cycle);
        yield return Paper.Paragraph(JustificationValues.Center, 18, 0, Paper.Run("QUYẾT ĐỊNH", 14, bold: true));
        yield return Paper.Centre(Wording.Subject(cycle), 14, bold: true);
        yield return Paper.Rule(50, 165);
        var authority = cycle.Signer?.Authority.Vi ?? $"CHỦ TỊCH {cycle.Place.Issuer.Vi}";
        yield return Paper.Paragraph(JustificationValues.Center, 12, 6, Paper.Run(authority.ToUpperInvariant(), 14, bold: true));
        foreach (var ground in Wording.Grounds(result)) yield return Body(Paper.Run(ground, 14, italic: true));
        yield return Paper.Paragraph(JustificationValues.Center, 12, 6, 0, true, Paper.Run("QUYẾT ĐỊNH:", 14, bold: true));
        var articles = Wording.Articles(result, appendices);
        for (var i = 0; i < articles.Count; i++)
            yield return Body(Paper.Run($"Điều {i + 1}. ", 14, bold: true), Paper.Run(articles[i], 14));
        yield return Paper.Paragraph(JustificationValues.Left, 0, 0, Paper.Run("", 14));
        yield return Signature(cycle);
    }

    private static Paragraph Body(params OpenXmlElement[] runs) => Paper.Paragraph(JustificationValues.Both, 6, 0, 12.7, false, runs);

    private static Table Header(Cycle cycle)
    {
        var issuer = cycle.Place.Issuer.Vi.ToUpperInvariant();
        const string Body = "ỦY BAN NHÂN DÂN ";
        string[] lines = issuer.StartsWith(Body, StringComparison.Ordinal) ? [Body.TrimEnd(), issuer[Body.Length..]] : [issuer];
        return Paper.Columns([Left, Right],
            [
                .. lines.Select(line => Paper.Centre(line, 13, bold: true)),
                Paper.Rule(24, Left),
                Paper.Paragraph(JustificationValues.Center, 6, 0, Paper.Run(Wording.Number(cycle), 13)),
            ],
            [
                Paper.Centre("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold: true),
                Paper.Centre("Độc lập - Tự do - Hạnh phúc", 14, bold: true),
                Paper.Rule(61, Right),
                Paper.Paragraph(JustificationValues.Center, 6, 0, Paper.Run(Wording.Dated(cycle), 14, italic: true)),
            ]);
    }

    private static Table Signature(Cycle cycle)
    {
        string[] receivers =
        [
            "- Như Điều 3;", "- Bộ Nội vụ;", "- Thường trực Thành ủy, HĐND thành phố;", "- Chủ tịch, các Phó Chủ tịch UBND;", "- Các cơ quan, đơn vị có tên tại Phụ lục;", "- Lưu: VT, SNV.",
        ];
        if (!cycle.Place.Name.Vi.StartsWith("thành phố", StringComparison.OrdinalIgnoreCase)) receivers[2] = "- Thường trực Tỉnh ủy, HĐND tỉnh;";
        var post = (cycle.Signer?.Post.Vi ?? "Chủ tịch").ToUpperInvariant();
        return Paper.Columns([85, 85],
            [
                Paper.Paragraph(JustificationValues.Left, 0, 0, Paper.Run("Nơi nhận:", 12, bold: true, italic: true)),
                .. receivers.Select(one => Paper.Paragraph(JustificationValues.Left, 0, 0, Paper.Run(one, 11))),
            ],
            [
                Paper.Centre(post, 14, bold: true),
                Paper.Paragraph(JustificationValues.Center, 72, 0, Paper.Run(cycle.Signer?.Name ?? "", 14, bold: true)),
            ]);
    }
}
