using ParIndex.Core;

namespace ParIndex.Documents.Tables;

/// <summary>What is wrong with one file; lists the first <see cref="Cap"/> and counts the rest, so that a broken file stays readable.</summary>
public sealed class FileFindings(string file)
{
    /// <summary>How many findings of one file are listed.</summary>
    public const int Cap = 200;

    private readonly List<Finding> listed = [];
    private int more;

    /// <summary>Name of the file as it stands in the findings.</summary>
    public string File => file;

    /// <summary>True when one of them is an error, listed or not.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>The listed ones, and a last one that counts the others.</summary>
    public IReadOnlyList<Finding> All => more == 0 ? listed : [.. listed, TableText.More(file, more, HasErrors)];

    /// <summary>Adds a finding at FILE, FILE:LINE or FILE:LINE:COLUMN.</summary>
    public void Add(string code, int line, string? column, Text message, Severity severity = Severity.Error)
    {
        var place = listed.Count >= Cap || line <= 0 ? file : column is null ? $"{file}:{line}" : $"{file}:{line}:{column}";
        Add(new(code, place, message, severity));
    }

    /// <summary>Adds a finding that names its own place.</summary>
    public void Add(Finding finding)
    {
        HasErrors |= finding.Severity == Severity.Error;
        if (listed.Count >= Cap) more++;
        else listed.Add(finding);
    }
}
