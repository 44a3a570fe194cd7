using System.Text;
using ParIndex.Core;
using ParIndex.Statistics;
using ParIndex.Statistics.Estimation;

namespace ParIndex.Documents.SurveyReports;

/// <summary>The report as one page without scripts: every picture stands over its table.</summary>
internal sealed class SurveyPage(SurveyReport report, Language language)
{
    private const int RowsShown = 100;
    private readonly StringBuilder html = new();

    public static string Of(SurveyReport report, Language language) => new SurveyPage(report, language).Page();

    private void Add(string text) => html.Append(text);

    private string T(string vi, string en) => language == Language.Vietnamese ? vi : en;

    private string Page()
    {
        var all = report.Rows[0];
        Add($$"""
            <!doctype html>
            <html lang="{{T("vi", "en")}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{E(report.Design.Title)}}</title>
            <style>{{SurveyStyle.Css}}</style></head><body><main>
            <p class="switch"><a href="{{T("report.html", "bao-cao.html")}}" lang="{{T("en", "vi")}}">{{T("English", "Tiếng Việt")}}</a></p>
            <h1>{{E(report.Design.Title)}}</h1>
            <p class="lead">{{Lead(all)}}</p>
            <p>{{Basis()}}</p>
            """);
        foreach (var item in report.Constant) Add($"<p class=\"note\">{E(SurveyText.Constant(item.Code))}</p>");
        Add(SurveyPictures.Levels(report, language));
        Add(SurveyPictures.Funnel(report, language));
        foreach (var domain in report.Rows.Select(row => row.Column).Distinct().Where(column => column.Length > 0)) Domain(domain);
        Items();
        Signs();
        Add("</main></body></html>\n");
        return html.ToString();
    }

    private string Lead(SurveyRow all)
    {
        var found = all.Found;
        if (all.Hidden) return T($"Chỉ có {found.Forms} phiếu: không đủ mẫu để công bố.", $"Only {found.Forms} forms: too few to publish.");
        var limits = double.IsNaN(found.Limits.Low)
            ? $"; {Why(found.Limits.Reason)}"
            : T($"; khoảng tin cậy 95 % từ {P(found.Limits.Low)} đến {P(found.Limits.High)}", $"; 95% interval {P(found.Limits.Low)} to {P(found.Limits.High)}");
        var effect = found.DesignEffect.IsDefined
            ? T($". Hệ số thiết kế {N(found.DesignEffect.Value, 2)}: {N(found.Forms, 0)} phiếu cho độ chính xác của {N(found.EffectiveForms.Value, 0)} phiếu chọn ngẫu nhiên đơn giản.",
                $". Design effect {N(found.DesignEffect.Value, 2)}: {N(found.Forms, 0)} forms are as exact as {N(found.EffectiveForms.Value, 0)} of a simple random sample.")
            : ".";
        return T($"Mức độ hài lòng {P(found.Share.Value)}{limits}{effect}", $"Satisfaction {P(found.Share.Value)}{limits}{effect}");
    }

    private string Basis()
    {
        var design = report.Design;
        var drawn = design.Cluster is null
            ? T($"{report.Strata} tầng, phiếu chọn trực tiếp", $"{report.Strata} strata, forms drawn directly")
            : T($"{report.Strata} tầng, {report.Clusters} cụm", $"{report.Strata} strata, {report.Clusters} clusters");
        var weighted = design.Weight is null ? T("không có quyền số", "no weights") : T("có quyền số", "weighted");
        var lonely = design.Lonely switch
        {
            LonelyRule.Fail => T("tầng chỉ có một cụm: sai số để không xác định", "a stratum of one cluster leaves the error undefined"),
            LonelyRule.Adjust => T("tầng chỉ có một cụm: so với trung bình chung", "a stratum of one cluster is measured from the grand mean"),
            LonelyRule.Average => T("tầng chỉ có một cụm: lấy trung bình các tầng khác", "a stratum of one cluster takes the average of the others"),
            _ => T("tầng chỉ có một cụm: coi như chắc chắn được chọn", "a stratum of one cluster counts as drawn with certainty"),
        };
        return E(T($"Tệp {report.Name}, {N(report.Forms, 0)} phiếu; {drawn}; {weighted}; {lonely}. Sai số chỉ gồm sai số chọn mẫu.",
            $"File {report.Name}, {N(report.Forms, 0)} forms; {drawn}; {weighted}; {lonely}. The errors are those of sampling alone."));
    }

    private void Domain(string column)
    {
        var rows = report.Rows.Where(row => row.Column == column && row.Item.Length == 0).OrderBy(row => row.Value, StringComparer.Ordinal).ToList();
        Add($"<h2>{E(T($"Theo {column}", $"By {column}"))}</h2>");
        Head(T("Nhóm", "Group"));
        foreach (var row in rows.Take(RowsShown)) Row(row.Value, row);
        Add("</tbody></table></div>");
        if (rows.Count > RowsShown) Add($"<p>{E(T($"Còn {rows.Count - RowsShown} nhóm nữa trong estimates.csv.", $"{rows.Count - RowsShown} more in estimates.csv."))}</p>");
    }

    private void Items()
    {
        Add($"<h2>{E(T("Theo mục hỏi", "By item"))}</h2>");
        Head(T("Mục hỏi", "Item"));
        foreach (var row in report.Rows.Where(row => row.Domain == 0 && row.Item.Length > 0)) Row($"{row.Item} · {row.Name.In(language)}", row);
        Add("</tbody></table></div>");
    }

    private void Head(string first) => Add($"""
        <div class="wide"><table><thead><tr><th scope="col">{E(first)}</th><th scope="col" class="n">{E(T("Hài lòng", "Satisfied"))}</th><th scope="col" class="n">{E(T("Khoảng tin cậy 95 %", "95% interval"))}</th><th scope="col" class="n">{E(T("Hệ số thiết kế", "Design effect"))}</th><th scope="col" class="n">{E(T("Phiếu", "Forms"))}</th></tr></thead><tbody>
        """);

    private void Row(string name, SurveyRow row)
    {
        var found = row.Found;
        var (share, limits, effect) = row.Hidden
            ? (T("Không đủ mẫu", "Too few forms"), "", "")
            : (P(found.Share.Value), double.IsNaN(found.Limits.Low) ? Why(found.Limits.Reason) : $"{P(found.Limits.Low)} – {P(found.Limits.High)}",
                found.DesignEffect.IsDefined ? N(found.DesignEffect.Value, 2) : Why(found.DesignEffect.Reason));
        Add($"<tr><th scope=\"row\">{E(name)}</th><td class=\"n\">{E(share)}</td><td class=\"n\">{E(limits)}</td><td class=\"n\">{E(effect)}</td><td class=\"n\">{N(found.Forms, 0)}</td></tr>");
    }

    private void Signs()
    {
        var signs = report.Signs;
        Add($"<h2>{E(T("Dấu hiệu cần xem lại", "Signs to look at"))}</h2><p>{E(T(
            "Mỗi dấu hiệu là lý do để người có trách nhiệm xem lại, không phải kết luận; không phiếu nào bị loại tự động. Nơi phần lớn người dân trả lời giống nhau, phiếu trung thực cũng có thể trùng nhau.",
            "Each is a reason for somebody to look, not a verdict; no form is taken out. Where most people answer alike, honest forms agree too."))}</p>");
        List(T("Phiếu trả lời mọi mục như nhau", "Forms with one answer to everything"), signs.StraightLines, signs.StraightList, sign =>
            T($"dòng {sign.Line}: {sign.Beside:0} mục đều mức {sign.Value:0}", $"line {sign.Line}: {sign.Beside:0} items, all at level {sign.Value:0}"));
        if (signs.MedianSeconds is { } median)
            List(T($"Phiếu nhanh hơn một phần ba trung vị ({N(median, 0)} giây)", $"Forms under a third of the median ({N(median, 0)} seconds)"), signs.Fast, signs.FastList, sign =>
                T($"dòng {sign.Line}: {N(sign.Value, 0)} giây", $"line {sign.Line}: {N(sign.Value, 0)} seconds"));
        List(T($"Phiếu trùng mọi câu trả lời với phiếu trước của cùng người phỏng vấn ({N(signs.Compared, 0)} phiếu được so, {N(signs.EqualBetween, 0)} lần trùng giữa những người khác nhau)",
                $"Forms equal in every answer to an earlier one of the same interviewer ({N(signs.Compared, 0)} compared, {N(signs.EqualBetween, 0)} equal between different interviewers)"),
            signs.EqualWithin, signs.EqualList, sign => T($"dòng {sign.Line} như dòng {sign.Other}", $"line {sign.Line} as line {sign.Other}"));
        var (interviewers, effect) = signs.Interviewers();
        var known = effect.IsDefined ? T($"; hệ số thiết kế do người phỏng vấn {N(effect.Value, 2)}", $"; design effect of interviewers {N(effect.Value, 2)}") : "";
        List(T($"Người phỏng vấn lệch quá ba sai số chuẩn{known}", $"Interviewers more than three standard errors away{known}"), interviewers.Count, interviewers, sign =>
            T($"hài lòng {P(sign.Value)}, lệch {N(sign.Beside, 1)} sai số chuẩn", $"satisfied {P(sign.Value)}, {N(sign.Beside, 1)} standard errors away"));
        var always = signs.AlwaysSatisfied();
        List(T("Nơi mọi phiếu đều hài lòng, khó do ngẫu nhiên", "Places where every form is satisfied, hardly by chance"), always.Count, always, sign =>
            T($"{N(sign.Value, 0)} phiếu, xác suất {N(sign.Beside, 5)}", $"{N(sign.Value, 0)} forms, probability {N(sign.Beside, 5)}"));
    }

    private void List(string title, long total, IReadOnlyList<QualitySign> list, Func<QualitySign, string> words)
    {
        Add($"<details{(total > 0 ? " open" : "")}><summary>{E(title)}: {N(total, 0)}</summary>");
        if (total == 0) Add($"<p>{E(T("Không có.", "None."))}</p>");
        Add("<ul>");
        foreach (var sign in list.Take(20)) Add($"<li>{(sign.What.Length > 0 ? $"<b>{E(sign.What)}</b>, " : "")}{E(words(sign))}</li>");
        Add("</ul>");
        if (total > 20) Add($"<p>{E(T("Danh sách đầy đủ hơn trong signs.csv.", "A longer list is in signs.csv."))}</p>");
        Add("</details>");
    }

    private string Why(Undefined reason) => reason switch
    {
        Undefined.NoAnswers => T("không có trả lời", "no answers"),
        Undefined.NoDegreesOfFreedom => T("không xác định: quá ít cụm", "undefined: too few clusters"),
        Undefined.OneCluster => T("không xác định: có tầng chỉ một cụm", "undefined: a stratum has one cluster"),
        _ => T("không xác định: mọi trả lời như nhau", "undefined: no spread"),
    };

    private string P(double share) => Words.Percent(Rounding.HalfAwayFromZero((decimal)(share * 100), 2), 2).In(language);

    private string N(double value, int places) => Words.Fixed(Rounding.HalfAwayFromZero((decimal)value, places), places, language);

    private string E(Text text) => E(text.In(language));

    private static string E(string text) => SurveyStyle.Encoded(text);
}
