using DuckDB.NET.Data;

namespace ParIndex.Documents.SurveyReports;

/// <summary>A Parquet file as CSV beside the output, so that one reader checks both; DuckDB streams it in bounded memory.</summary>
internal static class ParquetAsCsv
{
    public static bool Is(string path)
    {
        Span<byte> head = stackalloc byte[4];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4 && head.SequenceEqual("PAR1"u8);
    }

    /// <summary>Writes the columns, in this order, as text.</summary>
    /// <exception cref="DuckDBException">It is no Parquet file, or a column is missing.</exception>
    public static void Write(string parquet, string csv)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Run("SET memory_limit = '512MB'");
        Run("SET threads = 2");
        Run("SET preserve_insertion_order = true");
        Run($"COPY (SELECT * FROM read_parquet({Quoted(parquet)})) TO {Quoted(csv)} (FORMAT csv, HEADER true)");

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
