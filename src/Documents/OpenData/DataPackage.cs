using System.Text.Json;
using ParIndex.Core.Computation;
using ParIndex.Documents.Cycles;

namespace ParIndex.Documents.OpenData;

/// <summary>datapackage.json by Data Package v2.0 (June 2024): what each table is, with its schema, size and hash. Source: datapackage.org/standard.</summary>
internal static class DataPackage
{
    public static void Write(Stream stream, CycleResult result, IReadOnlyList<HashedFile> files, IReadOnlyList<ReadFile> inputs)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        var cycle = result.Input.Cycle;
        json.WriteStartObject();
        json.WriteString("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        json.WriteString("name", cycle.Code);
        var title = OpenDataText.Title(cycle);
        json.WriteString("title", title.Vi);
        json.WriteString("title_en", title.En);
        if (Description(result) is { Length: > 0 } description) json.WriteString("description", description);
        json.WriteString("version", "1.0.0");
        json.WriteString("engine", result.Engine);
        json.WriteString("inputs_sha256", result.Input.InputsHash);
        json.WriteBoolean("final", result.Final);
        json.WriteBoolean("totals_only", result.TotalsOnly);
        json.WriteBoolean("illustrative", cycle.Notice is not null);
        json.WriteStartArray("sources");
        foreach (var source in cycle.Sources)
        {
            json.WriteStartObject();
            json.WriteString("title", source.Vi);
            json.WriteString("title_en", source.En);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("inputs");
        foreach (var input in inputs.OrderBy(input => input.Name, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("path", input.Name);
            json.WriteString("hash", "sha256:" + input.Sha256);
            json.WriteNumber("bytes", input.Bytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("resources");
        foreach (var file in files) Resource(json, file);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Description(CycleResult result) => string.Join(' ', new[]
    {
        result.Input.Cycle.Notice?.Vi,
        result.TotalsOnly ? "Chỉ có tổng đã công bố, không có chi tiết. / Published totals alone, no detail." : null,
        result.Final ? null : "Kết quả tạm tính. / Provisional results.",
    }.Where(words => words is not null));

    private static void Resource(Utf8JsonWriter json, HashedFile file)
    {
        json.WriteStartObject();
        json.WriteString("name", file.Name.ToLowerInvariant().Replace('/', '-').Replace('_', '-'));
        json.WriteString("path", file.Name);
        json.WriteString("mediatype", OpenDataFiles.MediaType(file.Name));
        json.WriteString("hash", "sha256:" + file.Sha256);
        json.WriteNumber("bytes", file.Bytes);
        if (file.Name.StartsWith(PackageForms.Spreadsheets + "/", StringComparison.Ordinal))
        {
            json.WriteString("encoding", "utf-8");
            json.WriteStartObject("dialect");
            json.WriteString("delimiter", ";");
            json.WriteString("lineTerminator", "\r\n");
            json.WriteEndObject();
        }

        if (Package.Tables.FirstOrDefault(table => table.File == file.Name) is { } table)
        {
            json.WriteString("title", table.Vi);
            json.WriteString("title_en", table.En);
            json.WriteString("type", "table");
            json.WriteString("encoding", "utf-8");
            json.WriteStartObject("schema");
            json.WriteStartArray("fields");
            foreach (var column in table.Columns)
            {
                json.WriteStartObject();
                json.WriteString("name", column.Name);
                json.WriteString("type", column.Type);
                if (column.Type == "boolean")
                {
                    json.WriteStartArray("trueValues");
                    json.WriteStringValue("yes");
                    json.WriteEndArray();
                    json.WriteStartArray("falseValues");
                    json.WriteStringValue("no");
                    json.WriteEndArray();
                }

                json.WriteString("description", column.Vi);
                json.WriteString("description_en", column.En);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
