using System.Text.Json;
using System.Text.Json.Serialization;

namespace ParIndex.Core;

/// <summary>The code of a measured unit, own to the installation because official codes are reused: letters, digits, '-', '_', '.'.</summary>
[JsonConverter(typeof(UnitCodeConverter))]
public readonly record struct UnitCode : IComparable<UnitCode>
{
    private UnitCode(string value) => Value = value;

    /// <summary>The code as written.</summary>
    public string Value { get; }

    /// <summary>True and the code when <paramref name="text"/> has the form of one (1 to 40 characters).</summary>
    public static bool TryParse(string? text, out UnitCode code)
    {
        code = default;
        if (!CodeForm.Holds(text)) return false;
        code = new UnitCode(text!);
        return true;
    }

    /// <summary>The code, or <see cref="FormatException"/>: for constants and tests.</summary>
    public static UnitCode Parse(string text) => TryParse(text, out var code) ? code : throw new FormatException($"Not a unit code: '{text}'.");

    /// <inheritdoc />
    public int CompareTo(UnitCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

/// <summary>The code of an area, criterion or sub-criterion, such as <c>3.4.1</c>; ordered as people number them (2 before 10).</summary>
[JsonConverter(typeof(CriterionCodeConverter))]
public readonly record struct CriterionCode : IComparable<CriterionCode>
{
    private CriterionCode(string value) => Value = value;

    /// <summary>The code as written.</summary>
    public string Value { get; }

    /// <summary>True and the code when <paramref name="text"/> has the form of one (1 to 40 characters).</summary>
    public static bool TryParse(string? text, out CriterionCode code)
    {
        code = default;
        if (!CodeForm.Holds(text)) return false;
        code = new CriterionCode(text!);
        return true;
    }

    /// <summary>The code, or <see cref="FormatException"/>: for constants and tests.</summary>
    public static CriterionCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"Not a criterion code: '{text}'.");

    /// <inheritdoc />
    public int CompareTo(CriterionCode other)
    {
        var left = Value.Split('.');
        var right = other.Value.Split('.');
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var order = int.TryParse(left[i], out var a) && int.TryParse(right[i], out var b)
                ? a.CompareTo(b)
                : string.CompareOrdinal(left[i], right[i]);
            if (order != 0) return order;
        }

        return left.Length.CompareTo(right.Length);
    }

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}

internal static class CodeForm
{
    public static bool Holds(string? text) =>
        text is { Length: > 0 and <= 40 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}

internal sealed class UnitCodeConverter : JsonConverter<UnitCode>
{
    public override UnitCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        UnitCode.TryParse(reader.GetString(), out var code) ? code : throw new JsonException("Not a unit code.");

    public override void Write(Utf8JsonWriter writer, UnitCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

internal sealed class CriterionCodeConverter : JsonConverter<CriterionCode>
{
    public override CriterionCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CriterionCode.TryParse(reader.GetString(), out var code) ? code : throw new JsonException("Not a criterion code.");

    public override void Write(Utf8JsonWriter writer, CriterionCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
