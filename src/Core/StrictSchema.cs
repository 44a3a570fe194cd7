using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace ParIndex.Core;

/// <summary>The JSON Schema of a file, made from the very type that reads it, so that both cannot differ; docs/schema keeps a copy that a test compares.</summary>
public static class StrictSchema
{
    /// <summary>The schema of <typeparamref name="T"/> as read with <paramref name="options"/>.</summary>
    public static string Write<T>(JsonSerializerOptions options, string title, string? description = null)
    {
        var schema = (JsonObject)options.GetJsonSchemaAsNode(
            typeof(T), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Named });
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", title);
        if (description is not null) schema.Insert(2, "description", description);
        return schema.ToJsonString(options) + "\n";
    }

    /// <summary>Types with a converter of their own: the exporter cannot know what they look like.</summary>
    private static JsonNode Named(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var nullable = type != context.TypeInfo.Type;
        if (type == typeof(Points) || type == typeof(Quantity))
            return new JsonObject { ["type"] = Type("number", nullable), ["multipleOf"] = 0.0001m };
        if (type == typeof(CriterionCode) || type == typeof(UnitCode))
            return new JsonObject { ["type"] = Type("string", nullable), ["pattern"] = "^[A-Za-z0-9._-]{1,40}$" };
        return node;
    }

    private static JsonNode Type(string name, bool nullable) => nullable ? new JsonArray(name, "null") : JsonValue.Create(name);
}
