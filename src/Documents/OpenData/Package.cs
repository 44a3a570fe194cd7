using System.Runtime.ExceptionServices;
using System.Text;
using ParIndex.Core.Computation;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.OpenData;

/// <summary>
/// The canonical set of a year's results, which is the open-data package too: tables, frameworks, the inputs they follow from (folder <c>cycle</c>),
/// other forms of the tables (spreadsheet, JSON-stat, Parquet), their descriptions (datapackage.json, CSVW, DCAT) and SHA256SUMS. A stranger recomputes every figure from it alone.
/// </summary>
public static class Package
{
    /// <summary>List of hashes, readable by sha256sum.</summary>
    public const string Sums = "SHA256SUMS";

    /// <summary>Every table that may be in a package.</summary>
    public static IReadOnlyList<DataTable> Tables { get; } =
    [
        DataTables.Results, DataTables.Areas, DataTables.Criteria, DataTables.Leaves, DataTables.Groups, DataTables.Satisfaction, DataTables.Heads, DataTables.Units, DataTables.Framework,
    ];

    /// <summary>Writes the whole set into an empty folder.</summary>
    /// <param name="folder">Where; files of other rooms (Decision, appendices) may lie there already and are listed too.</param>
    /// <param name="result">The results.</param>
    /// <param name="inputs">The files they were computed from.</param>
    /// <param name="journal">Where the journal stood; null: the results come from a folder alone.</param>
    /// <param name="forms">False: the tables alone, without their other forms.</param>
    public static void Write(string folder, CycleResult result, IReadOnlyList<ReadFile> inputs, JournalMark? journal = null, bool forms = true)
    {
        var files = Directory.EnumerateFiles(folder).Select(path => HashedFile.Of(folder, Path.GetFileName(path))).ToList();
        files.AddRange(SideBySide(() => WriteTables(folder, result), () => [.. PackageInputs.Write(folder, result, inputs)]));
        if (forms) files.AddRange(PackageForms.Write(folder, result));
        if (journal is not null) files.Add(HashedFile.Write(folder, JournalMark.File, journal.Write));
        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        files.Add(HashedFile.Write(folder, DcatCatalogue.File, stream => DcatCatalogue.Write(stream, result, files)));
        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        files.Add(HashedFile.Write(folder, OutputFolder.Mark, stream => DataPackage.Write(stream, result, files, inputs)));
        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        var sums = string.Concat(files.Select(file => $"{file.Sha256}  {file.Name}\n"));
        File.WriteAllBytes(Path.Combine(folder, Sums), Encoding.ASCII.GetBytes(sums));
    }

    /// <summary>Two halves that write different files; trouble of one (a full disk) is told as itself.</summary>
    private static IEnumerable<HashedFile> SideBySide(Func<IReadOnlyList<HashedFile>> one, Func<IReadOnlyList<HashedFile>> other)
    {
        IReadOnlyList<HashedFile> first = [], second = [];
        try
        {
            Parallel.Invoke(() => first = one(), () => second = other());
        }
        catch (AggregateException trouble)
        {
            ExceptionDispatchInfo.Throw(trouble.Flatten().InnerExceptions[0]);
        }

        return first.Concat(second);
    }

    /// <summary>Writes the tables and framework.json alone.</summary>
    public static IReadOnlyList<HashedFile> WriteTables(string folder, CycleResult result)
    {
        var files = new List<HashedFile>
        {
            Table(DataTables.Results, csv => TableWriting.Results(csv, result)),
            Table(DataTables.Areas, csv => TableWriting.Areas(csv, result)),
            Table(DataTables.Criteria, csv => TableWriting.Criteria(csv, result)),
            HashedFile.Write(folder, DataTables.Leaves.File, stream => LeafTable.Write(result, stream)),
            Table(DataTables.Groups, csv => TableWriting.Groups(csv, result)),
            Table(DataTables.Satisfaction, csv => TableWriting.Satisfaction(csv, result)),
            Table(DataTables.Units, csv => TableWriting.Units(csv, result)),
            Table(DataTables.Framework, csv => FrameworkTable.Write(csv, result.Input)),
            HashedFile.Write(folder, "framework.json", stream => PackageInputs.Frameworks(stream, result.Input)),
        };
        if (result.Input.Cycle.Heads is { Published: true }) files.Add(Table(DataTables.Heads, csv => TableWriting.Heads(csv, result)));
        return files;

        HashedFile Table(DataTable table, Action<CsvWriter> rows) => HashedFile.Write(folder, table.File, stream =>
        {
            var csv = new CsvWriter().Header(table.Columns.Select(column => column.Name));
            rows(csv);
            stream.Write(csv.Written);
        });
    }
}
