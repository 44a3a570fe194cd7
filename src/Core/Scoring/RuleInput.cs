using System.Globalization;
using System.Text.Json.Serialization;

namespace ParIndex.Core.Scoring;

/// <summary>An input of a rule.</summary>
/// <param name="Name">Name in files, such as <c>on_time</c>.</param>
/// <param name="Label">What it is, for a person; lower case, so that it follows its figure: "12 văn bản đúng hạn".</param>
/// <param name="Kind">What values it may have.</param>
public sealed record RuleInput(string Name, Text Label, InputKind Kind = InputKind.Count)
{
    internal static Quantity? ReadNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && Quantity.TryOf(value, out var quantity)
            ? quantity
            : null;

    internal static Quantity? ReadYesNo(string text) => text switch
    {
        "yes" or "1" => Quantity.Of(1),
        "no" or "0" => Quantity.Of(0),
        _ => null,
    };
}

/// <summary>What values an input may have.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InputKind>))]
public enum InputKind
{
    /// <summary>A whole number, 0 or more.</summary>
    [JsonStringEnumMemberName("count")] Count,

    /// <summary>A number with at most four decimals, 0 or more.</summary>
    [JsonStringEnumMemberName("amount")] Amount,

    /// <summary>1 or 0; files say <c>yes</c> or <c>no</c>.</summary>
    [JsonStringEnumMemberName("yes_no")] YesNo,

    /// <summary>The ordinal, from 0, of an option; files say the option's code.</summary>
    [JsonStringEnumMemberName("choice")] Choice,
}
