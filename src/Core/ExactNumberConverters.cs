using System.Text.Json;
using System.Text.Json.Serialization;

namespace ParIndex.Core;

/// <summary>Points in JSON: a number with at most four decimals.</summary>
internal sealed class PointsConverter : JsonConverter<Points>
{
    public override Points Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var value) && Points.TryOf(value, out var points)
            ? points
            : throw new JsonException("Points are a number with at most four decimals.");

    public override void Write(Utf8JsonWriter writer, Points value, JsonSerializerOptions options) => writer.WriteRawValue(value.ToString());
}

/// <summary>A quantity in JSON: a number with at most four decimals.</summary>
internal sealed class QuantityConverter : JsonConverter<Quantity>
{
    public override Quantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var value) && Quantity.TryOf(value, out var quantity)
            ? quantity
            : throw new JsonException("A quantity is a number with at most four decimals.");

    public override void Write(Utf8JsonWriter writer, Quantity value, JsonSerializerOptions options) => writer.WriteRawValue(value.ToString());
}
