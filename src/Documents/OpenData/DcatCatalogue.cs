using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParIndex.Core;
using ParIndex.Core.Computation;

namespace ParIndex.Documents.OpenData;

/// <summary>
/// dcat.jsonld: the package as a dataset of DCAT-AP 3.0, for the catalogue of an open-data portal. Addresses are relative to the file itself, so that it holds
/// wherever the package lies.
/// </summary>
internal static class DcatCatalogue
{
    public const string File = "dcat.jsonld";

    public static void Write(Stream stream, CycleResult result, IReadOnlyList<HashedFile> files)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var cycle = result.Input.Cycle;
        json.WriteStartObject();
        json.WriteStartObject("@context");
        foreach (var (prefix, address) in new[]
                 {
                     ("dcat", "http://www.w3.org/ns/dcat#"), ("dct", "http://purl.org/dc/terms/"), ("foaf", "http://xmlns.com/foaf/0.1/"), ("spdx", "http://spdx.org/rdf/terms#"),
                     ("xsd", "http://www.w3.org/2001/XMLSchema#"),
                 })
            json.WriteString(prefix, address);
        json.WriteEndObject();
        json.WriteString("@id", "datapackage.json");
        json.WriteString("@type", "dcat:Dataset");
        json.WriteString("dct:identifier", cycle.Code);
        Both(json, "dct:title", OpenDataText.Title(cycle));
        Both(json, "dct:description", cycle.Notice ?? OpenDataText.Description(cycle));
        json.WriteStartObject("dct:publisher");
        json.WriteString("@type", "foaf:Agent");
        Both(json, "foaf:name", cycle.Place.Issuer);
        json.WriteEndObject();
        if (cycle.Decision?.Date is { } day) Typed(json, "dct:issued", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "xsd:date");
        json.WriteStartObject("dct:temporal");
        json.WriteString("@type", "dct:PeriodOfTime");
        Typed(json, "dcat:startDate", $"{cycle.Year}-01-01", "xsd:date");
        Typed(json, "dcat:endDate", $"{cycle.Year}-12-31", "xsd:date");
        json.WriteEndObject();
        json.WriteStartArray("dct:language");
        foreach (var language in new[] { "VIE", "ENG" }) Id(json, $"http://publications.europa.eu/resource/authority/language/{language}");
        json.WriteEndArray();
        json.WriteStartObject("dcat:theme");
        json.WriteString("@id", "http://publications.europa.eu/resource/authority/data-theme/GOVE");
        json.WriteEndObject();
        json.WriteStartArray("dcat:distribution");
        foreach (var file in files) Distribution(json, file);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Distribution(Utf8JsonWriter json, HashedFile file)
    {
        json.WriteStartObject();
        json.WriteString("@type", "dcat:Distribution");
        json.WriteString("dct:title", file.Name);
        json.WritePropertyName("dcat:accessURL");
        Id(json, file.Name);
        json.WritePropertyName("dcat:downloadURL");
        Id(json, file.Name);
        json.WritePropertyName("dcat:mediaType");
        Id(json, $"https://www.iana.org/assignments/media-types/{OpenDataFiles.MediaType(file.Name)}");
        Typed(json, "dcat:byteSize", file.Bytes.ToString(CultureInfo.InvariantCulture), "xsd:nonNegativeInteger");
        json.WriteStartObject("spdx:checksum");
        json.WriteString("@type", "spdx:Checksum");
        json.WritePropertyName("spdx:algorithm");
        Id(json, "http://spdx.org/rdf/terms#checksumAlgorithm_sha256");
        Typed(json, "spdx:checksumValue", file.Sha256, "xsd:hexBinary");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Id(Utf8JsonWriter json, string address)
    {
        json.WriteStartObject();
        json.WriteString("@id", address);
        json.WriteEndObject();
    }

    private static void Typed(Utf8JsonWriter json, string name, string value, string type)
    {
        json.WriteStartObject(name);
        json.WriteString("@value", value);
        json.WriteString("@type", type);
        json.WriteEndObject();
    }

    private static void Both(Utf8JsonWriter json, string name, Text words)
    {
        json.WriteStartArray(name);
        foreach (var (value, language) in new[] { (words.Vi, "vi"), (words.En, "en") })
        {
            json.WriteStartObject();
            json.WriteString("@value", value);
            json.WriteString("@language", language);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
