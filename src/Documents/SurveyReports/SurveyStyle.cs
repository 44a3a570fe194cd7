using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ParIndex.Documents.SurveyReports;

/// <summary>The page's looks: readable on a phone and on paper, nothing fetched from elsewhere.</summary>
internal static class SurveyStyle
{
    public const string Css = """
        body{margin:0;font:1rem/1.55 "Be Vietnam Pro",system-ui,sans-serif;color:#12263a}main{max-width:62rem;margin:0 auto;padding:1rem}
        h1{font-size:1.9rem;line-height:1.2}h2{margin-top:2.2rem;font-size:1.35rem}.lead{font-size:1.2rem}.switch{text-align:right}
        .note{border-left:4px solid #e69f00;padding:.3rem .8rem;background:#fff7e0}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
        th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #c9d1d8;vertical-align:top;font-weight:400}thead th{font-weight:600;border-bottom:2px solid #12263a}
        .n{text-align:right;white-space:nowrap}.wide{overflow-x:auto}figure{margin:1.5rem 0}figcaption{font-weight:600}svg{width:100%;height:auto;font:13px "Be Vietnam Pro",system-ui,sans-serif}
        .source{color:#4a5a68;font-size:.9rem}summary{font-weight:600;cursor:pointer;padding:.3rem 0}a{color:#0b5a8a}@media(max-width:40rem){.n{white-space:normal}svg{font-size:17px}}
        @media print{details{break-inside:avoid}}
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Text for a page: Vietnamese letters stay letters.</summary>
    public static string Encoded(string text) => Encoder.Encode(text);
}
