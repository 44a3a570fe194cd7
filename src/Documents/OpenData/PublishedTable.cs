using System.Text;
using System.Text.Json;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.OpenData;

/// <summary>Rows wanted of a table: those whose cell in one column is one of these.</summary>
public sealed record TableFilter(string Column, IReadOnlySet<string> Values);

/// <summary>Some rows of a published table, cell by cell as they stand in its file.</summary>
/// <param name="Columns">The columns, typed.</param>
/// <param name="Rows">The rows asked for.</param>
/// <param name="Total">How many rows pass the filters.</param>
public sealed record TableSlice(IReadOnlyList<DataColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, int Total);

/// <summary>
/// A published table read again from its file and handed on as CSV or JSON: no figure passes through a number on the way, so every door gives the
/// digits of the file.
/// </summary>
public static class PublishedTable
{
    /// <summary>Reads the rows that pass every filter, from <paramref name="skip"/> on.</summary>
    public static TableSlice Read(DataTable table, byte[] content, IReadOnlyList<TableFilter> filters, int skip = 0, int take = int.MaxValue)
    {
        using var stream = new MemoryStream(content, writable: false);
        using var scanner = new CsvScanner(stream, null);
        if (scanner.Next() != RowState.Row) return new([], [], 0);
        var known = table.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        DataColumn[] columns =
        [
            .. Enumerable.Range(0, scanner.Count).Select(place => Encoding.UTF8.GetString(scanner.Cell(place)))
                .Select(name => known.GetValueOrDefault(name) ?? new DataColumn(name, "string", name, name)),
        ];
        var wanted = filters.Select(filter => (Place: Array.FindIndex(columns, column => column.Name == filter.Column), Values: filter.Values.Select(Encoding.UTF8.GetBytes).ToArray())).ToArray();
        var (rows, total) = (new List<IReadOnlyList<string>>(), 0);
        while (scanner.Next() == RowState.Row)
        {
            if (!Passes(scanner, wanted)) continue;
            total++;
            if (total <= skip || rows.Count >= take) continue;
            var cells = new string[columns.Length];
            for (var place = 0; place < cells.Length; place++) cells[place] = place < scanner.Count ? FormulaSigns.Reveal(Encoding.UTF8.GetString(scanner.Cell(place))) : "";
            rows.Add(cells);
        }

        return new(columns, rows, total);
    }

    /// <summary>The slice as CSV, like the file it came from.</summary>
    public static byte[] ToCsv(TableSlice slice)
    {
        var csv = new CsvWriter().Header(slice.Columns.Select(column => column.Name));
        foreach (var row in slice.Rows)
        {
            foreach (var cell in row) csv.Text(cell);
            csv.End();
        }

        return csv.Written.ToArray();
    }

    /// <summary>One row as an object: numbers with the digits of the file, true and false, null for an empty cell.</summary>
    public static void WriteJson(Utf8JsonWriter json, IReadOnlyList<DataColumn> columns, IReadOnlyList<string> row)
    {
        json.WriteStartObject();
        for (var place = 0; place < columns.Count; place++)
        {
            var (column, cell) = (columns[place], row[place]);
            json.WritePropertyName(column.Name);
            if (cell.Length == 0) json.WriteNullValue();
            else if (column.Type is "integer" or "number") json.WriteRawValue(cell);
            else if (column.Type == "boolean") json.WriteBooleanValue(cell == "yes");
            else json.WriteStringValue(cell);
        }

        json.WriteEndObject();
    }

    private static bool Passes(CsvScanner scanner, (int Place, byte[][] Values)[] wanted)
    {
        foreach (var (place, values) in wanted)
        {
            if (place < 0 || place >= scanner.Count) return false;
            var found = false;
            foreach (var value in values) found |= scanner.Cell(place).SequenceEqual(value);
            if (!found) return false;
        }

        return true;
    }
}
