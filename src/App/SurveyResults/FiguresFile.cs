using System.Text.Json;
using System.Text.Json.Serialization;
using ParIndex.Core.Surveys;

namespace ParIndex.App.SurveyResults;

/// <summary>Figures as they are kept with a version: the same figures give the same bytes.</summary>
internal static class FiguresFile
{
    private static readonly JsonSerializerOptions Form = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static byte[] Write(SurveyFigures figures) => JsonSerializer.SerializeToUtf8Bytes(figures, Form);

    public static SurveyFigures Read(byte[] kept) => JsonSerializer.Deserialize<SurveyFigures>(kept, Form) ?? throw new InvalidDataException("Figures of a survey.");
}
