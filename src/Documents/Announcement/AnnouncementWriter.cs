using System.Text;
using ParIndex.Core;
using ParIndex.Core.Computation;

namespace ParIndex.Documents.Announcement;

/// <summary>Thông cáo as Markdown and as a standalone HTML page, from the same sentences.</summary>
public static class AnnouncementWriter
{
    private const string Style = """
        body{font:1.05rem/1.55 "Times New Roman",serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#111}
        h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.15rem;margin-top:1.6rem}
        .notice{border:2px solid;padding:.6rem .8rem;font-weight:bold}.editor{border:1px dashed;padding:.6rem .8rem;font-style:italic}
        @page{size:A4;margin:20mm 20mm 20mm 30mm}@media print{body{margin:0;padding:0;max-width:none}h2{break-after:avoid}li{break-inside:avoid}}
        """;

    /// <summary>thong-cao.md (or its English sister).</summary>
    public static void WriteMarkdown(CycleResult result, Stream output, Language language = Language.Vietnamese)
    {
        var text = new StringBuilder();
        var cycle = result.Input.Cycle;
        var statements = Statements.Of(result);
        foreach (var status in Under(statements, StatementSection.Status)) text.Append("> **").Append(Mark(status.Words.In(language))).Append("**\n>\n");
        if (text.Length > 0) text.Length -= 2;
        if (text.Length > 0) text.Append('\n');
        text.Append("# ").Append(Mark(AnnouncementText.Title(cycle).In(language))).Append("\n\n");
        foreach (var statement in Under(statements, StatementSection.Decision)) text.Append(Mark(statement.Words.In(language))).Append("\n\n");
        foreach (var (heading, group) in Sections(statements))
        {
            text.Append("## ").Append(heading.In(language)).Append("\n\n");
            foreach (var statement in group) text.Append("- ").Append(Mark(statement.Words.In(language))).Append('\n');
            text.Append('\n');
        }

        text.Append("> *").Append(Mark(AnnouncementText.Editor.In(language))).Append("*\n");
        output.Write(Encoding.UTF8.GetBytes(text.ToString().Normalize(NormalizationForm.FormC)));
    }

    /// <summary>thong-cao.html (or its English sister): one file, no request to anywhere.</summary>
    public static void WriteHtml(CycleResult result, Stream output, Language language = Language.Vietnamese)
    {
        var title = Html(AnnouncementText.Title(result.Input.Cycle).In(language));
        var statements = Statements.Of(result);
        var text = new StringBuilder();
        text.Append("<!DOCTYPE html>\n<html lang=\"").Append(language == Language.Vietnamese ? "vi" : "en")
            .Append("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
            .Append(title).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<main>\n");
        foreach (var status in Under(statements, StatementSection.Status)) Paragraph(text, status, language, "notice");
        text.Append("<h1>").Append(title).Append("</h1>\n");
        foreach (var statement in Under(statements, StatementSection.Decision)) Paragraph(text, statement, language, "decision");
        foreach (var (heading, group) in Sections(statements))
        {
            text.Append("<section>\n<h2>").Append(Html(heading.In(language))).Append("</h2>\n<ul>\n");
            foreach (var statement in group)
                text.Append("<li data-statement=\"").Append(Html(statement.Id)).Append("\">").Append(Html(statement.Words.In(language))).Append("</li>\n");
            text.Append("</ul>\n</section>\n");
        }

        text.Append("<p class=\"editor\">").Append(Html(AnnouncementText.Editor.In(language))).Append("</p>\n</main>\n</body>\n</html>\n");
        output.Write(Encoding.UTF8.GetBytes(text.ToString().Normalize(NormalizationForm.FormC)));
    }

    private static void Paragraph(StringBuilder text, Statement statement, Language language, string kind) =>
        text.Append("<p class=\"").Append(kind).Append("\" data-statement=\"").Append(Html(statement.Id)).Append("\">")
            .Append(Html(statement.Words.In(language))).Append("</p>\n");

    private static IEnumerable<Statement> Under(IReadOnlyList<Statement> statements, StatementSection section) =>
        statements.Where(statement => statement.Section == section);

    private static IEnumerable<(Text Heading, List<Statement> Group)> Sections(IReadOnlyList<Statement> statements) =>
        Enum.GetValues<StatementSection>()
            .Select(section => (Heading: AnnouncementText.Heading(section), Group: Under(statements, section).ToList()))
            .Where(section => section.Heading is not null && section.Group.Count > 0)
            .Select(section => (section.Heading!, section.Group));

    // Only what would be read as markup; letters of any language stay as they are.
    private static string Html(string words) => words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    // Names come from files: nothing in them may become markup, and a line stays one line.
    private static string Mark(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (var letter in words.ReplaceLineEndings(" "))
        {
            if (letter is '\\' or '*' or '_' or '`' or '<' or '[' or ']' or '#') text.Append('\\');
            text.Append(letter);
        }

        return text.ToString();
    }
}
