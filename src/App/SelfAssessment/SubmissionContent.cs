using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParIndex.App.Cycles;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.SelfAssessment;

/// <summary>What a unit hands in, as canonical JSON: leaves in the framework's order, documents by number and id, no clock. The same rows give the same bytes.</summary>
internal static class SubmissionContent
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(
        CycleAtWork cycle, string unit, IReadOnlyList<Leaf> leaves, IReadOnlyDictionary<string, EntryRow> entries,
        ILookup<string, Guid> uses, IReadOnlyDictionary<Guid, EvidenceRow> documents, ILookup<Guid, EvidenceFileRow> files)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Form))
        {
            json.WriteStartObject();
            json.WriteString("cycle", cycle.Row.Code);
            json.WriteString("unit", unit);
            json.WriteStartArray("leaves");
            foreach (var leaf in leaves) WriteLeaf(json, entries[leaf.Code.Value], uses);
            json.WriteEndArray();
            json.WriteStartArray("documents");
            foreach (var document in documents.Values.OrderBy(one => one.Number, StringComparer.Ordinal).ThenBy(one => one.Id)) WriteDocument(json, document, files);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static void WriteLeaf(Utf8JsonWriter json, EntryRow entry, ILookup<string, Guid> uses)
    {
        json.WriteStartObject();
        json.WriteString("leaf", entry.Leaf);
        json.WriteStartObject("inputs");
        foreach (var input in entry.Inputs.Where(input => input.Value is not null)) json.WriteNumber(input.Name, Core.Quantity.Of(input.Value!.Value).Value);
        json.WriteEndObject();
        json.WriteString("points", entry.Claimed!.Value.ToString());
        json.WriteString("reason", entry.Reason);
        json.WriteString("explanation", entry.Explanation);
        json.WriteString("note", entry.NoteToAppraiser);
        json.WriteStartArray("evidence");
        foreach (var id in uses[entry.Leaf].Order()) json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDocument(Utf8JsonWriter json, EvidenceRow document, ILookup<Guid, EvidenceFileRow> files)
    {
        json.WriteStartObject();
        json.WriteString("id", document.Id);
        json.WriteString("number", document.Number);
        json.WriteString("title", document.Title);
        json.WriteString("date", document.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteStartArray("files");
        foreach (var file in files[document.Id].OrderBy(one => one.Revision)) json.WriteStringValue(file.Sha256);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
