using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ParIndex.Core;

namespace ParIndex.App.Storage;

/// <summary>Decimals as whole ten-thousandths, so that every database sorts and ties alike. Nothing published has more than four places.</summary>
internal sealed class TenThousandths() : ValueConverter<decimal, long>(
    value => Points.Of(value).TenThousandths, stored => new Points(stored).Value);

/// <summary>Points as whole ten-thousandths.</summary>
internal sealed class PointsAsWhole() : ValueConverter<Points, long>(value => value.TenThousandths, stored => new Points(stored));

/// <summary>Moments as UTC ticks: SQLite has no type for them and sorts these.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    value => value.UtcTicks, stored => new DateTimeOffset(stored, TimeSpan.Zero));

/// <summary>Small values that are read and written whole, as JSON text.</summary>
internal sealed class JsonText<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, JsonForm.Options), stored => JsonSerializer.Deserialize<T>(stored, JsonForm.Options)!);

internal static class JsonForm
{
    // Vietnamese letters stay readable in the file; pages encode on output.
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
