namespace ParIndex.Core.Heads;

/// <summary>The rules file of the heads' classification. docs/schema/heads.schema.json.</summary>
public static class HeadsJson
{
    /// <summary>Reads a rule set; what cannot be read is finding H000 with its place.</summary>
    /// <param name="utf8">The bytes of the file.</param>
    /// <param name="file">Its name, for the findings.</param>
    public static JsonReading<HeadRules> Read(ReadOnlySpan<byte> utf8, string file) =>
        StrictJson.Read<HeadRules>(utf8, file, "H000", "heads.schema.json");

    /// <summary>The same rules give the same bytes.</summary>
    public static byte[] Write(HeadRules rules) => StrictJson.Write(rules);

    /// <summary>The JSON Schema of the file.</summary>
    public static string Schema() => StrictSchema.Write<HeadRules>(StrictJson.Options, "ParIndex: rules of the classification of heads");
}
