using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using ParIndex.Core;
using ParIndex.Core.Cycles;

namespace ParIndex.Documents.Cycles;

/// <summary>The published JSON Schema of cycle.json, made from the records themselves so that it cannot differ from what is read.</summary>
public static class CycleSchema
{
    /// <summary>The schema as a file: docs/schema/cycle.schema.json.</summary>
    public static string Write()
    {
        var schema = (JsonObject)StrictJson.Options.GetJsonSchemaAsNode(
            typeof(Cycle), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Named });
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Kỳ đánh giá (cycle)");
        schema.Insert(2, "description", "One evaluated year of one place: groups, blocks, stages, Decision. Explained in docs/formats.md.");
        return schema.ToJsonString(StrictJson.Options) + "\n";
    }

    /// <summary>Codes have a converter of their own: the exporter cannot know what they look like.</summary>
    private static JsonNode Named(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type != typeof(CriterionCode) && type != typeof(UnitCode)) return node;
        return new JsonObject
        {
            ["type"] = type == context.TypeInfo.Type ? "string" : new JsonArray("string", "null"),
            ["pattern"] = "^[A-Za-z0-9._-]{1,40}$",
        };
    }
}
