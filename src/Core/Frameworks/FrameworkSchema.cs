using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace ParIndex.Core.Frameworks;

/// <summary>The published JSON Schema of the framework file, made from the records themselves so that it cannot differ from what is read.</summary>
public static class FrameworkSchema
{
    /// <summary>The schema as a file: docs/schema/framework.schema.json.</summary>
    public static string Write()
    {
        var schema = (JsonObject)FrameworkJson.Options.GetJsonSchemaAsNode(
            typeof(Framework), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Named });
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Bộ chỉ số (framework)");
        schema.Insert(2, "description", "One framework: areas, criteria, sub-criteria, rules and settings. Explained in docs/formats.md.");
        return schema.ToJsonString(FrameworkJson.Options) + "\n";
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
