using System.Globalization;
using DuckDB.NET.Data;

namespace ParIndex.Documents.OpenData;

/// <summary>The published tables as Parquet, typed by their columns, one thread and one order, so that the same table gives the same bytes.</summary>
internal sealed class ParquetTables : IDisposable
{
    private readonly DuckDBConnection connection = new("DataSource=:memory:");

    public ParquetTables()
    {
        connection.Open();
        Run("SET threads = 1");
        Run("SET preserve_insertion_order = true");
        Run("SET memory_limit = '512MB'");
    }

    /// <summary>Writes the table that lies at <paramref name="csv"/>.</summary>
    /// <exception cref="IOException">There is no room, or no right to write.</exception>
    public void Write(DataTable table, string csv, string parquet)
    {
        try
        {
            Run($"COPY ({Select(table, csv)}) TO {Quoted(parquet)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 100000)");
        }
        catch (DuckDBException trouble)
        {
            throw new IOException(trouble.Message, trouble);
        }
    }

    /// <summary>Rows that only one of the two has; 0: they say the same; -1: it is no Parquet of this table.</summary>
    public long Differences(DataTable table, string csv, string parquet)
    {
        try
        {
            return Count(table, csv, parquet);
        }
        catch (DuckDBException)
        {
            return -1;
        }
    }

    public void Dispose() => connection.Dispose();

    private long Count(DataTable table, string csv, string parquet)
    {
        using var command = connection.CreateCommand();
        var (one, other) = (Select(table, csv), $"SELECT * FROM read_parquet({Quoted(parquet)})");
        command.CommandText = $"SELECT (SELECT count(*) FROM ({one} EXCEPT ALL {other})) + (SELECT count(*) FROM ({other} EXCEPT ALL {one}))";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static string Select(DataTable table, string csv) =>
        $"SELECT {string.Join(", ", table.Columns.Select(Cast))} FROM read_csv({Quoted(csv)}, header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', strict_mode = true, parallel = false)";

    private static string Cast(DataColumn column) => column.Type switch
    {
        "integer" => $"CAST(nullif(\"{column.Name}\", '') AS BIGINT) AS \"{column.Name}\"",
        "number" => $"CAST(nullif(\"{column.Name}\", '') AS DECIMAL(18, 4)) AS \"{column.Name}\"",
        "date" => $"CAST(nullif(\"{column.Name}\", '') AS DATE) AS \"{column.Name}\"",
        "boolean" => $"CASE \"{column.Name}\" WHEN 'yes' THEN true WHEN 'no' THEN false END AS \"{column.Name}\"",
        _ => $"nullif(\"{column.Name}\", '') AS \"{column.Name}\"",
    };

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
