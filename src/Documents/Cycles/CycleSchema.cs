using ParIndex.Core;
using ParIndex.Core.Cycles;

namespace ParIndex.Documents.Cycles;

/// <summary>The published JSON Schema of cycle.json.</summary>
public static class CycleSchema
{
    /// <summary>The schema as a file: docs/schema/cycle.schema.json.</summary>
    public static string Write() => StrictSchema.Write<Cycle>(
        StrictJson.Options, "Kỳ đánh giá (cycle)",
        "One evaluated year of one place: groups, blocks, stages, Decision. Explained in docs/formats.md.");
}
