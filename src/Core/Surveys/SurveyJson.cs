namespace ParIndex.Core.Surveys;

/// <summary><c>survey.json</c>: questionnaire and method. docs/schema/survey.schema.json.</summary>
public static class SurveyJson
{
    /// <summary>Reads a survey; what cannot be read is finding S000 with its place.</summary>
    /// <param name="utf8">The bytes of the file.</param>
    /// <param name="file">Its name, for the findings.</param>
    public static JsonReading<Survey> Read(ReadOnlySpan<byte> utf8, string file) =>
        StrictJson.Read<Survey>(utf8, file, "S000", "survey.schema.json");

    /// <summary>The same survey gives the same bytes.</summary>
    public static byte[] Write(Survey survey) => StrictJson.Write(survey);

    /// <summary>The JSON Schema of the file.</summary>
    public static string Schema() => StrictSchema.Write<Survey>(StrictJson.Options, "ParIndex: survey.json");
}
