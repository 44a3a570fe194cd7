using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ParIndex.Core.Frameworks;

/// <summary>
/// The framework file: strict JSON. A property nobody knows, a property given twice, a missing or empty one is a finding with its line and
/// column, never silently dropped: a misspelt "capAtHundred" would otherwise change a city's index.
/// </summary>
public static class FrameworkJson
{
    /// <summary>How frameworks are read and written, for the schema and for other rooms that carry rules.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Reads a framework; what cannot be read is a finding with its place, not an exception.</summary>
    /// <param name="utf8">The bytes of the file.</param>
    /// <param name="file">Its name, for the findings.</param>
    public static FrameworkReading Read(ReadOnlySpan<byte> utf8, string file)
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        try
        {
            if (JsonPlace.OfNullInList(utf8) is { } place)
                return new(null, [FrameworkJsonFindings.Null(JsonPlace.Of(utf8, place, file))]);
            return JsonSerializer.Deserialize<Framework>(utf8, Options) is { } framework
                ? new(framework, [])
                : new(null, [FrameworkJsonFindings.Null($"{file}:1:1")]);
        }
        catch (JsonException refused)
        {
            return new(null, [FrameworkJsonFindings.Of(refused, JsonPlace.Of(utf8, refused, file))]);
        }
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, string)"/>
    public static FrameworkReading Read(Stream stream, string file)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Read(memory.GetBuffer().AsSpan(0, (int)memory.Length), file);
    }

    /// <summary>The framework as a file: UTF-8, indented by two, line feeds, a line feed at the end; the same framework gives the same bytes.</summary>
    public static byte[] Write(Framework framework) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(framework, Options) + "\n");
}

/// <summary>A framework that was read, or why it was not.</summary>
/// <param name="Framework">Null when it could not be read.</param>
/// <param name="Findings">Why; empty when it could.</param>
public sealed record FrameworkReading(Framework? Framework, IReadOnlyList<Finding> Findings);
