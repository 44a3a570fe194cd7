namespace ParIndex.Core.Frameworks;

/// <summary>The published JSON Schema of the framework file.</summary>
public static class FrameworkSchema
{
    /// <summary>The schema as a file: docs/schema/framework.schema.json.</summary>
    public static string Write() => StrictSchema.Write<Framework>(
        FrameworkJson.Options, "Bộ chỉ số (framework)",
        "One framework: areas, criteria, sub-criteria, rules and settings. Explained in docs/formats.md.");
}
