using System.Text.Encodings.Web;
using System.Text.Json;
using ParIndex.Core;

namespace ParIndex.Documents.OpenData;

/// <summary>A dimension of a cube.</summary>
/// <param name="Id">ASCII snake case.</param>
/// <param name="Label">What it is.</param>
/// <param name="Role">time, geo or metric; null: none of them.</param>
/// <param name="Categories">Its values in order, with their words.</param>
public sealed record CubeDimension(string Id, Text Label, string? Role, IReadOnlyList<(string Code, Text Label)> Categories);

/// <summary>A cube by JSON-stat 2.0: dimensions and, row by row, the values; null where there is none. Source: json-stat.org/full.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Updated">Day of the Decision; null: none.</param>
/// <param name="Notes">What must be said with it.</param>
/// <param name="Dimensions">The dimensions, the first varying slowest.</param>
/// <param name="Values">The values.</param>
public sealed record Cube(Text Label, Text Source, DateOnly? Updated, IReadOnlyList<Text> Notes, IReadOnlyList<CubeDimension> Dimensions, IReadOnlyList<decimal?> Values);

/// <summary>Writes cubes.</summary>
public static class JsonStat
{
    /// <summary>Writes; the same cube gives the same bytes.</summary>
    public static void Write(Stream stream, Cube cube)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("version", "2.0");
        json.WriteString("class", "dataset");
        json.WriteString("label", Both(cube.Label));
        json.WriteString("source", Both(cube.Source));
        if (cube.Updated is { } day) json.WriteString("updated", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (cube.Notes.Count > 0)
        {
            json.WriteStartArray("note");
            foreach (var note in cube.Notes) json.WriteStringValue(Both(note));
            json.WriteEndArray();
        }

        json.WriteStartArray("id");
        foreach (var dimension in cube.Dimensions) json.WriteStringValue(dimension.Id);
        json.WriteEndArray();
        json.WriteStartArray("size");
        foreach (var dimension in cube.Dimensions) json.WriteNumberValue(dimension.Categories.Count);
        json.WriteEndArray();
        json.WriteStartObject("role");
        foreach (var role in cube.Dimensions.Where(dimension => dimension.Role is not null).GroupBy(dimension => dimension.Role!))
        {
            json.WriteStartArray(role.Key);
            foreach (var dimension in role) json.WriteStringValue(dimension.Id);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteStartObject("dimension");
        foreach (var dimension in cube.Dimensions) Dimension(json, dimension);
        json.WriteEndObject();
        json.WriteStartArray("value");
        foreach (var value in cube.Values)
            if (value is { } figure) json.WriteRawValue(figure.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture));
            else json.WriteNullValue();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Dimension(Utf8JsonWriter json, CubeDimension dimension)
    {
        json.WriteStartObject(dimension.Id);
        json.WriteString("label", Both(dimension.Label));
        json.WriteStartObject("category");
        json.WriteStartArray("index");
        foreach (var (code, _) in dimension.Categories) json.WriteStringValue(code);
        json.WriteEndArray();
        json.WriteStartObject("label");
        foreach (var (code, label) in dimension.Categories) json.WriteString(code, Both(label));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Both(Text words) => words.Vi == words.En ? words.Vi : $"{words.Vi} / {words.En}";
}
