using System.Globalization;
using System.Text;
using ParIndex.Core;
using ParIndex.Statistics.Quality;

namespace ParIndex.Documents.SurveyReports;

/// <summary>Pictures 9 (funnel) and 10 (diverging levels), each drawn from the very table that stands under it.</summary>
internal static class SurveyPictures
{
    // Okabe and Ito, from dissatisfied to satisfied; told apart in grey too.
    private static readonly string[] Colours = ["#b5450b", "#e8a36a", "#d9dde1", "#7fb2d6", "#0b5a8a"];

    /// <summary>Picture 10: answers by factor and item around the middle of the scale; the missing apart.</summary>
    public static string Levels(SurveyReport report, Language language)
    {
        var rows = Rows(report, language);
        if (rows.Count == 0) return "";
        var highest = report.Design.HighestLevel;
        string T(string vi, string en) => language == Language.Vietnamese ? vi : en;
        var svg = new StringBuilder();
        const int left = 300, width = 620, height = 26;
        double middle = left + (width * 0.42);
        for (var r = 0; r < rows.Count; r++)
        {
            var (name, levels, _, factor) = rows[r];
            var below = levels.Take((highest - 1) / 2).Sum() + (highest % 2 == 1 ? levels[highest / 2] / 2 : 0);
            var x = middle - (below * width * 0.55);
            var y = r * height;
            svg.Append(F($"<text x=\"{left - 8}\" y=\"{y + 17}\" text-anchor=\"end\" font-weight=\"{(factor ? 600 : 400)}\">{E(Short(name, factor ? 38 : 42))}</text>"));
            for (var level = 0; level < highest; level++)
            {
                var wide = levels[level] * width * 0.55;
                svg.Append(F($"<rect class=\"level\" data-row=\"{r}\" data-level=\"{level + 1}\" x=\"{x:0.##}\" y=\"{y + 4}\" width=\"{wide:0.##}\" height=\"18\" fill=\"{Colour(level, highest)}\"/>"));
                x += wide;
            }

            svg.Append(F($"<text x=\"{left + width + 8}\" y=\"{y + 17}\">{P(levels.Skip(report.Design.SatisfiedFrom - 1).Sum(), language)}</text>"));
        }

        var head = string.Concat(Enumerable.Range(1, highest).Select(level => $"<th scope=\"col\" class=\"n\">{E(T($"Mức {level}", $"Level {level}"))}</th>"));
        var body = string.Concat(rows.Select(row => $"<tr><th scope=\"row\">{(row.Factor ? $"<b>{E(row.Name)}</b>" : E(row.Name))}</th>"
            + string.Concat(row.Levels.Select(level => $"<td class=\"n\">{P(level, language)}</td>"))
            + $"<td class=\"n\">{(row.NotKnown is { } count ? Words.Number(count, language) : "")}</td></tr>"));
        return Figure("levels", T("Hình 10. Câu trả lời theo yếu tố và mục hỏi, quanh mức giữa", "Picture 10. Answers by factor and item, around the middle level"),
            T($"Từ trái: mức 1 đến mức {highest}; số bên phải là tỷ lệ hài lòng.", $"From the left: level 1 to {highest}; the figure at the right is the satisfied share."),
            $"<svg viewBox=\"0 0 1000 {rows.Count * height}\" role=\"img\" aria-label=\"{E(T("Biểu đồ của bảng dưới đây", "Chart of the table below"))}\">{svg}</svg>",
            $"<thead><tr><th scope=\"col\">{E(T("Mục", "Item"))}</th>{head}<th scope=\"col\" class=\"n\">{E(T("Không biết, từ chối (phiếu)", "Not known, refused (forms)"))}</th></tr></thead><tbody>{body}</tbody>");
    }

    /// <summary>Picture 9: places of service by base and share of satisfied forms, with exact limits around the mean of all.</summary>
    public static string Funnel(SurveyReport report, Language language)
    {
        string T(string vi, string en) => language == Language.Vietnamese ? vi : en;
        var points = report.Signs.Points.Where(p => p.Forms >= report.Design.MinimumBase).OrderBy(p => p.Forms).ThenBy(p => p.Point, StringComparer.Ordinal).ToArray();
        if (points.Length < 2) return $"<p>{E(T("Hình 9 (phễu) cần ít nhất hai nơi có đủ phiếu.", "Picture 9 (funnel) needs two places with enough forms."))}</p>";
        var funnel = new FunnelPlot([.. points.Select(p => p.Forms)], [.. points.Select(p => p.Satisfied)]);
        var outside = report.OutsideFunnel().Select(sign => sign.What).ToHashSet(StringComparer.Ordinal);
        var limits = points.Select((_, i) => (Wide: funnel.Limits(i, 0.001), Near: funnel.Limits(i, 0.025))).ToArray();
        double low = Math.Min(points.Min(p => p.Satisfied / p.Forms), limits.Min(l => l.Wide.Low)), high = Math.Max(points.Max(p => p.Satisfied / p.Forms), limits.Max(l => l.Wide.High));
        var (pad, most) = (Math.Max(0.01, (high - low) * 0.08), points[^1].Forms);
        (low, high) = (Math.Max(0, low - pad), Math.Min(1.005, high + pad));
        double X(double forms) => 70 + (forms / most * 780);
        double Y(double share) => 20 + ((high - share) / (high - low) * 380);
        var svg = new StringBuilder();
        foreach (var tick in Enumerable.Range(0, 21).Select(i => i * 0.05).Where(tick => tick >= low && tick <= high))
            svg.Append(F($"<line x1=\"70\" x2=\"860\" y1=\"{Y(tick):0.#}\" y2=\"{Y(tick):0.#}\" stroke=\"#dfe4e8\"/><text x=\"62\" y=\"{Y(tick) + 4:0.#}\" text-anchor=\"end\">{tick * 100:0}%</text>"));
        foreach (var part in (double[])[0.25, 0.5, 0.75, 1])
            svg.Append(F($"<text x=\"{X(most * part):0.#}\" y=\"424\" text-anchor=\"middle\">{Words.Number(Rounding.HalfAwayFromZero((decimal)(most * part), 0), language)}</text>"));
        Curve(limits.Select(l => l.Wide.Low), "#4a5a68", "");
        Curve(limits.Select(l => l.Wide.High), "#4a5a68", "");
        Curve(limits.Select(l => l.Near.Low), "#9aa7b2", "4 4");
        Curve(limits.Select(l => l.Near.High), "#9aa7b2", "4 4");
        svg.Append(F($"<line x1=\"70\" x2=\"860\" y1=\"{Y(funnel.Target):0.#}\" y2=\"{Y(funnel.Target):0.#}\" stroke=\"#12263a\"/>"));
        foreach (var point in points)
        {
            var named = outside.Contains(point.Point);
            svg.Append(F($"<circle class=\"point\" data-point=\"{E(point.Point)}\" cx=\"{X(point.Forms):0.#}\" cy=\"{Y(point.Satisfied / point.Forms):0.#}\" r=\"5\" fill=\"{(named ? "#b5450b" : "#0b5a8a")}\"/>"));
            if (named) svg.Append(F($"<text x=\"{X(point.Forms) + 8:0.#}\" y=\"{Y(point.Satisfied / point.Forms) + 4:0.#}\">{E(Short(point.Point, 24))}</text>"));
        }

        var body = string.Concat(points.Select((p, i) => $"<tr><th scope=\"row\">{E(p.Point)}</th><td class=\"n\">{Words.Number((decimal)p.Forms, language)}</td><td class=\"n\">{P(p.Satisfied / p.Forms, language)}</td>"
            + $"<td class=\"n\">{P(limits[i].Wide.Low, language)} – {P(limits[i].Wide.High, language)}</td><td>{(outside.Contains(p.Point) ? E(T("ngoài giới hạn", "outside")) : E(T("trong giới hạn", "inside")))}</td></tr>"));
        return Figure("funnel", T("Hình 9. Phễu mức độ hài lòng theo nơi phục vụ", "Picture 9. Funnel of satisfaction by place of service"),
            T($"{outside.Count} trong {points.Length} nơi nằm ngoài giới hạn 99,8 % quanh trung bình chung; những nơi khác không nên xếp hạng bằng mắt. Ngang: số phiếu. Dọc: tỷ lệ phiếu có hơn nửa số trả lời hài lòng. Nét liền: 99,8 %; nét đứt: 95 %.",
                $"{outside.Count} of {points.Length} places lie outside the 99.8% limits around the mean of all; the others should not be ranked by eye. Across: forms. Up: share of forms with more than half of the answers satisfied. Solid: 99.8%; dashed: 95%."),
            $"<svg viewBox=\"0 0 1000 440\" role=\"img\" aria-label=\"{E(T("Biểu đồ của bảng dưới đây", "Chart of the table below"))}\">{svg}</svg>",
            $"<thead><tr><th scope=\"col\">{E(T("Nơi phục vụ", "Place"))}</th><th scope=\"col\" class=\"n\">{E(T("Phiếu", "Forms"))}</th><th scope=\"col\" class=\"n\">{E(T("Phiếu hài lòng", "Satisfied forms"))}</th><th scope=\"col\" class=\"n\">{E(T("Giới hạn 99,8 %", "99.8% limits"))}</th><th scope=\"col\">{E(T("Vị trí", "Where"))}</th></tr></thead><tbody>{body}</tbody>");

        void Curve(IEnumerable<double> shares, string colour, string dash) =>
            svg.Append(F($"<polyline fill=\"none\" stroke=\"{colour}\" stroke-dasharray=\"{dash}\" points=\"{string.Join(' ', shares.Select((share, i) => F($"{X(points[i].Forms):0.#},{Y(share):0.#}")))}\"/>"));
    }

    private sealed record Row(string Name, IReadOnlyList<double> Levels, long? NotKnown, bool Factor);

    private static List<Row> Rows(SurveyReport report, Language language)
    {
        var items = report.Rows.Where(row => row.Domain == 0 && row.Item.Length > 0 && !row.Hidden && row.Found.Share.IsDefined)
            .Select(row => (Row: row, At: report.Design.Items.Select((item, i) => (item, i)).First(one => one.item.Code == row.Item))).ToList();
        var rows = new List<Row>();
        foreach (var factor in items.GroupBy(one => one.At.item.Factor))
        {
            if (factor.Key is { } name)
            {
                var weight = factor.Sum(one => one.Row.Found.Weight);
                rows.Add(new(name.In(language), [.. Enumerable.Range(0, report.Design.HighestLevel).Select(level => factor.Sum(one => one.Row.Found.Levels[level] * one.Row.Found.Weight) / weight)], null, true));
            }

            rows.AddRange(factor.Select(one => new Row($"{one.Row.Item} · {one.Row.Name.In(language)}", one.Row.Found.Levels, report.NotAnswers[one.At.i], false)));
        }

        return rows;
    }

    private static string Figure(string kind, string title, string finding, string svg, string table) => $"""
        <figure data-picture="{kind}"><figcaption>{E(title)}</figcaption><p class="source">{E(finding)}</p>{svg}<div class="wide"><table>{table}</table></div></figure>
        """;

    private static string Colour(int level, int highest) => Colours[(int)Math.Round(level * 4.0 / (highest - 1), MidpointRounding.AwayFromZero)];

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";

    private static string P(double share, Language language) => Words.Percent(Rounding.HalfAwayFromZero((decimal)(share * 100), 1), 1).In(language);

    private static string E(string text) => SurveyStyle.Encoded(text);

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
