using ParIndex.Core.Computation;

namespace ParIndex.Documents.OpenData;

/// <summary>The same tables in other forms: for spreadsheets, as JSON-stat cubes, as Parquet, described by CSVW. Nothing stands in them that is not in the tables.</summary>
internal static class PackageForms
{
    /// <summary>Folders of the forms in a package.</summary>
    public const string Spreadsheets = "excel", Cubes = "json-stat", Parquet = "parquet";

    public static IEnumerable<HashedFile> Write(string folder, CycleResult result) => WriteTexts(folder, result).Concat(WriteParquet(folder));

    /// <summary>Those that are the same bytes everywhere.</summary>
    public static IEnumerable<HashedFile> WriteTexts(string folder, CycleResult result)
    {
        foreach (var table in There(folder))
            yield return HashedFile.Write(folder, $"{Spreadsheets}/{table.File}", stream => SpreadsheetCsv.Write(stream, table, File.ReadAllBytes(Path.Combine(folder, table.File))));
        foreach (var (name, cube) in ResultCubes.Of(result)) yield return HashedFile.Write(folder, $"{Cubes}/{name}.json", stream => JsonStat.Write(stream, cube));
        yield return HashedFile.Write(folder, CsvwMetadata.File, stream => CsvwMetadata.Write(stream, There(folder)));
    }

    /// <summary>The Parquet file of a table.</summary>
    public static string ParquetOf(DataTable table) => $"{Parquet}/{Path.ChangeExtension(table.File, ".parquet")}";

    /// <summary>The tables that lie in a folder.</summary>
    public static IEnumerable<DataTable> There(string folder) => Package.Tables.Where(table => File.Exists(Path.Combine(folder, table.File)));

    private static IEnumerable<HashedFile> WriteParquet(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, Parquet));
        using var tables = new ParquetTables();
        foreach (var table in There(folder))
        {
            var name = ParquetOf(table);
            tables.Write(table, Path.Combine(folder, table.File), Path.Combine(folder, name));
            yield return HashedFile.Of(folder, name);
        }
    }
}
