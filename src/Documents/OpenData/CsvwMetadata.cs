using System.Text.Encodings.Web;
using System.Text.Json;

namespace ParIndex.Documents.OpenData;

/// <summary>csv-metadata.json by CSV on the Web (W3C, 17 December 2015), from the same columns as datapackage.json.</summary>
internal static class CsvwMetadata
{
    public const string File = "csv-metadata.json";

    public static void Write(Stream stream, IEnumerable<DataTable> tables)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("@context", "http://www.w3.org/ns/csvw");
        json.WriteStartArray("tables");
        foreach (var table in tables)
        {
            json.WriteStartObject();
            json.WriteString("url", table.File);
            Both(json, "dc:title", table.Vi, table.En);
            json.WriteStartObject("tableSchema");
            json.WriteStartArray("columns");
            foreach (var column in table.Columns) Column(json, column);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Column(Utf8JsonWriter json, DataColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("titles", column.Name);
        Both(json, "dc:description", column.Vi, column.En);
        if (column.Type == "boolean")
        {
            json.WriteStartObject("datatype");
            json.WriteString("base", "boolean");
            json.WriteString("format", "yes|no");
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("datatype", column.Type switch { "number" => "decimal", "integer" => "integer", "date" => "date", _ => "string" });
        }

        json.WriteEndObject();
    }

    private static void Both(Utf8JsonWriter json, string name, string vi, string en)
    {
        json.WriteStartArray(name);
        foreach (var (words, language) in new[] { (vi, "vi"), (en, "en") })
        {
            json.WriteStartObject();
            json.WriteString("@value", words);
            json.WriteString("@language", language);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
