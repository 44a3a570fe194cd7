namespace ParIndex.App.SelfAssessment;

/// <summary>A document in one line, as evidence.csv has it: number and title, told apart again where the line begins or ends with a number such as 07/KH-STC.</summary>
public static class EvidenceName
{
    /// <summary>The line of a document.</summary>
    public static string Of(string number, string title) => number.Length == 0 ? title : title.Length == 0 ? number : $"{number} {title}";

    /// <summary>Number and title of a line; <see cref="Of"/> makes the same line of them.</summary>
    public static (string Number, string Title) Split(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && space < line.Length - 1 && line[..space].Contains('/', StringComparison.Ordinal) ? (line[..space], line[(space + 1)..]) : ("", line);
    }
}
