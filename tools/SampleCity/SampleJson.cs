using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;

namespace ParIndex.SampleCity;

/// <summary>JSON as the cycle folder has it.</summary>
public static class SampleJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options) + "\n";

    public static Framework Framework(string path) => FrameworkJson.Read(File.ReadAllBytes(path), path).Framework!;
}
