using System.Globalization;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Heads;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>A row of inputs.csv.</summary>
public sealed record InputLine(string Unit, string Leaf, string Input, string Value, string? Source, DateOnly? Date);

/// <summary>A row of acts.csv.</summary>
public sealed record ActLine(string Unit, string Leaf, string Stage, Points? Points, string? Reason, string? Actor, DateTimeOffset At);

/// <summary>A row of evidence.csv.</summary>
public sealed record EvidenceLine(string Unit, string Leaf, string Document, DateOnly? Date);

/// <summary>A row of applicability.csv.</summary>
public sealed record ApplicabilityLine(string Unit, string Leaf, NotApplicablePolicy Policy, string Reason);

/// <summary>
/// The tables of a cycle folder as rows, for who keeps a year elsewhere and hands it out as the folder that is computed. Rows are read from folders that
/// <see cref="CycleFolder"/> found nothing wrong with.
/// </summary>
public static class CycleTables
{
    /// <summary>Where times are written: the offset of Vietnam.</summary>
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>Rows of inputs.csv in their order.</summary>
    public static IReadOnlyList<InputLine> Inputs(string folder)
    {
        var lines = new List<InputLine>();
        Rows(folder, CycleFiles.Inputs, CycleFiles.InputsColumns, row =>
        {
            row.Date(5, out var date);
            lines.Add(new(row.Raw(0), row.Raw(1), row.Raw(2), row.Raw(3), row.Text(4), date));
        });
        return lines;
    }

    /// <summary>Rows of evidence.csv in their order.</summary>
    public static IReadOnlyList<EvidenceLine> Evidence(string folder)
    {
        var lines = new List<EvidenceLine>();
        Rows(folder, CycleFiles.Evidence, CycleFiles.EvidenceColumns, row =>
        {
            row.Date(3, out var date);
            lines.Add(new(row.Raw(0), row.Raw(1), row.Text(2)!, date));
        });
        return lines;
    }

    /// <summary>units.csv.</summary>
    public static byte[] WriteUnits(IEnumerable<Unit> units)
    {
        var csv = Begin(CycleFiles.UnitsColumns);
        foreach (var unit in units)
            csv.Text(unit.Code.Value).Text(unit.Name.Vi).Text(unit.Name.En).Text(unit.ShortName.Vi).Text(unit.ShortName.En).Text(unit.Group).Text(unit.Slug)
                .Date(unit.ValidFrom).Text(string.Join(' ', unit.Predecessors)).YesNo(unit.SatisfactionMeasured).Text(unit.Source).End();
        return csv.Written.ToArray();
    }

    /// <summary>applicability.csv.</summary>
    public static byte[] WriteApplicability(IEnumerable<ApplicabilityLine> lines)
    {
        var csv = Begin(CycleFiles.ApplicabilityColumns);
        foreach (var line in lines)
            csv.Text(line.Unit).Text(line.Leaf).Text(line.Policy == NotApplicablePolicy.FullPoints ? "full" : "exclude").Text(Plain(line.Reason)).End();
        return csv.Written.ToArray();
    }

    /// <summary>inputs.csv.</summary>
    public static byte[] WriteInputs(IEnumerable<InputLine> lines)
    {
        var csv = Begin(CycleFiles.InputsColumns);
        foreach (var line in lines)
            csv.Text(line.Unit).Text(line.Leaf).Text(line.Input).Text(line.Value).Text(Plain(line.Source)).Date(line.Date).End();
        return csv.Written.ToArray();
    }

    /// <summary>acts.csv: points as they were given, never as an option.</summary>
    public static byte[] WriteActs(IEnumerable<ActLine> lines)
    {
        var csv = Begin(CycleFiles.ActsColumns.Where(column => column.Name != "level"));
        foreach (var line in lines)
            csv.Text(line.Unit).Text(line.Leaf).Text(line.Stage).Points(line.Points).Text(Plain(line.Reason)).Text(Plain(line.Actor)).Text(Time(line.At)).End();
        return csv.Written.ToArray();
    }

    /// <summary>evidence.csv.</summary>
    public static byte[] WriteEvidence(IEnumerable<EvidenceLine> lines)
    {
        var csv = Begin(CycleFiles.EvidenceColumns);
        foreach (var line in lines) csv.Text(line.Unit).Text(line.Leaf).Text(Plain(line.Document)).Date(line.Date).End();
        return csv.Written.ToArray();
    }

    /// <summary>heads.csv: posts, rulings, and a column for each of <paramref name="inputs"/>.</summary>
    public static byte[] WriteHeads(IEnumerable<Head> heads, IReadOnlyList<string> inputs)
    {
        var csv = new CsvWriter().Header([.. CycleFiles.HeadsColumns.Select(column => column.Name), .. inputs]);
        foreach (var head in heads)
        {
            csv.Text(head.Id).Text(head.Unit.Value).Text(Plain(head.Post.Vi)).Text(Plain(head.Post.En)).Date(head.From).Date(head.To)
                .Text(head.Ruling?.Grade).Text(Plain(head.Ruling?.Reason)).Text(Plain(head.Ruling?.Evidence));
            foreach (var input in inputs) csv.Text(head.Inputs.GetValueOrDefault(input));
            csv.End();
        }

        return csv.Written.ToArray();
    }

    /// <summary>answers.csv: forms in the order given, with one column for each item; no token.</summary>
    public static byte[] WriteAnswers(Core.Surveys.Survey survey, IEnumerable<Core.Surveys.Form> forms)
    {
        var itself = survey.Items.Any(item => item.Code == survey.OverallItem);
        var csv = Begin([.. CycleFiles.AnswersColumns.Where(column => column.Name != "token"), .. survey.Items.Select(item => new Column(item.Code)),
            .. survey.OverallItem is { } overall && !itself ? [new Column(overall)] : Array.Empty<Column>()]);
        foreach (var form in forms)
        {
            csv.Text(form.Id).Text(form.Unit.Value).YesNo(form.Consent).Text(form.Stratum).Text(form.Cluster)
                .Text(form.Weight?.ToString("0.######", CultureInfo.InvariantCulture));
            foreach (var answer in form.Answers) csv.Text(answer.Cell);
            if (survey.OverallItem is not null && !itself) csv.Text(form.Overall.Cell);
            csv.End();
        }

        return csv.Written.ToArray();
    }

    /// <summary>The year before as its published figures: the two files of the folder <c>previous</c>.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> WritePrevious(PreviousYear previous)
    {
        var csv = new CsvWriter().Header(PublishedFile.DataColumns.Select(column => column.Name));
        PublishedFile.Write(csv, previous);
        return [("previous/" + CycleFiles.Cycle, CycleSettings.Write(previous.Cycle with { Previous = null })), ("previous/" + PublishedFile.Name, csv.Written.ToArray())];
    }

    private static CsvWriter Begin(IEnumerable<Column> columns) => new CsvWriter().Header(columns.Select(column => column.Name));

    private static void Rows(string folder, string file, IReadOnlyList<Column> columns, Action<CsvReader> take) => new FolderReading(folder, "").Table(file, columns, needed: false, row =>
    {
        while (row.Read()) take(row);
    });

    /// <summary>Line ends of one kind and no tabs, as files have them.</summary>
    private static string? Plain(string? words) => words?.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\t', ' ');

    private static string Time(DateTimeOffset at) => at.ToOffset(Offset).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
