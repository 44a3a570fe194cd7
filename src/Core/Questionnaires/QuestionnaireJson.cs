namespace ParIndex.Core.Questionnaires;

/// <summary>A questionnaire as a file. docs/schema/questionnaire.schema.json.</summary>
public static class QuestionnaireJson
{
    /// <summary>Reads a questionnaire; what cannot be read is finding Q000 with its place.</summary>
    /// <param name="utf8">The bytes of the file.</param>
    /// <param name="file">Its name, for the findings.</param>
    public static JsonReading<Questionnaire> Read(ReadOnlySpan<byte> utf8, string file) =>
        StrictJson.Read<Questionnaire>(utf8, file, "Q000", "questionnaire.schema.json");

    /// <summary>The same questionnaire gives the same bytes.</summary>
    public static byte[] Write(Questionnaire questionnaire) => StrictJson.Write(questionnaire);

    /// <summary>The JSON Schema of the file.</summary>
    public static string Schema() => StrictSchema.Write<Questionnaire>(StrictJson.Options, "ParIndex: questionnaire");
}
