using System.Net;
using System.Text;
using ParIndex.Core;
using ParIndex.Core.Computation;

namespace ParIndex.Documents.Announcement;

/// <summary>Writes <c>thong-cao.md</c> and <c>thong-cao.html</c>: the same statements, Unicode NFC, UTF-8, line feeds.</summary>
public static class AnnouncementWriter
{
    /// <summary>The announcement in Markdown.</summary>
    public static string Markdown(CycleResult result, Language language)
    {
        var body = AnnouncementBody.Of(result);
        var page = new StringBuilder();
        Line($"# {Plain(body.Title)}");
        foreach (var mark in body.Marks) Line($"> **{Plain(mark)}**");
        foreach (var section in body.Sections)
        {
            Line($"## {Plain(section.Heading)}");
            Line(string.Join("\n", section.Statements.Select(statement => $"- {Plain(statement.Words)}")));
        }

        Line($"## {Plain(AnnouncementText.EditorHeading)}");
        Line(Plain(AnnouncementText.EditorPart));
        Line("---");
        foreach (var line in body.Footing) Line(Plain(line));
        return page.ToString().Normalize(NormalizationForm.FormC);

        void Line(string text) => page.Append(text).Append("\n\n");
        string Plain(Text text) => Escaped(text.In(language));
    }

    /// <summary>The announcement as a page that stands alone: no script, no other file, prints on A4.</summary>
    public static string Html(CycleResult result, Language language)
    {
        var body = AnnouncementBody.Of(result);
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"").Append(language == Language.Vietnamese ? "vi" : "en").Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Append(Html(body.Title)).Append("</title>\n<style>\n")
            .Append(Style).Append("</style>\n</head>\n<body>\n<main>\n");
        page.Append("<h1>").Append(Html(body.Title)).Append("</h1>\n");
        foreach (var mark in body.Marks) page.Append("<p class=\"mark\"><strong>").Append(Html(mark)).Append("</strong></p>\n");
        foreach (var section in body.Sections)
        {
            page.Append("<section>\n<h2>").Append(Html(section.Heading)).Append("</h2>\n");
            foreach (var statement in section.Statements)
                page.Append("<p data-statement=\"").Append(WebUtility.HtmlEncode(statement.Id)).Append("\">").Append(Html(statement.Words)).Append("</p>\n");
            page.Append("</section>\n");
        }

        page.Append("<section class=\"editor\">\n<h2>").Append(Html(AnnouncementText.EditorHeading)).Append("</h2>\n<p>")
            .Append(Html(AnnouncementText.EditorPart)).Append("</p>\n</section>\n</main>\n<footer>\n");
        foreach (var line in body.Footing) page.Append("<p>").Append(Html(line)).Append("</p>\n");
        page.Append("</footer>\n</body>\n</html>\n");
        return page.ToString().Normalize(NormalizationForm.FormC);

        // Only what HTML itself reads is escaped: Vietnamese letters stay letters.
        string Html(Text text) => text.In(language).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
    }

    private const string Style = """
        body { font: 1.05rem/1.6 "Times New Roman", serif; margin: 0 auto; max-width: 46rem; padding: 1.5rem; color: #111; }
        h1 { font-size: 1.5rem; line-height: 1.3; }
        h2 { font-size: 1.15rem; margin: 1.6rem 0 .4rem; }
        p { margin: .4rem 0; }
        .mark { border: 2px solid #111; padding: .5rem .8rem; }
        .editor p { border-left: 4px solid #767676; color: #333; padding-left: .8rem; font-style: italic; }
        footer { border-top: 1px solid #767676; color: #333; font-size: .85rem; margin-top: 2rem; overflow-wrap: anywhere; }
        @page { size: A4; margin: 20mm 15mm 20mm 30mm; }

        """;

    /// <summary>Names come from data: nothing in them may act as Markdown or HTML.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '<' or '>' or '&') escaped.Append(WebUtility.HtmlEncode(letter.ToString()));
            else if (letter is '*' or '_' or '`' or '\\' or '#' or '|') escaped.Append('\\').Append(letter);
            else escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
