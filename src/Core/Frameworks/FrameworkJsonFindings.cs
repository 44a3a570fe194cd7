using System.Text.Json;

namespace ParIndex.Core.Frameworks;

/// <summary>Why a framework file cannot be read: F001 to F004.</summary>
internal static class FrameworkJsonFindings
{
    public static Finding Of(JsonException refused, string where)
    {
        var reason = Reason(refused.Message);
        var at = string.IsNullOrEmpty(refused.Path) || refused.Path == "$" ? "" : $" ({refused.Path})";
        if (Says("could not be mapped") || Says("uplicate propert"))
            return new("F002", where, new(
                $"Thuộc tính không có trong lược đồ hoặc ghi hai lần{at}: {reason} Xóa hoặc sửa tên thuộc tính.",
                $"A property that the schema does not know, or one given twice{at}: {reason} Remove it or correct its name."));
        if (Says("missing required") || Says("doesn't allow"))
            return new("F003", where, new(
                $"Thiếu thuộc tính bắt buộc hoặc để trống{at}: {reason} Bổ sung theo lược đồ docs/schema/framework.schema.json.",
                $"A required property is missing or null{at}: {reason} Add it as docs/schema/framework.schema.json says."));
        if (Says("could not be converted") || Says("at most four decimals") || Says("Not a ") || Says("type discriminator"))
            return new("F004", where, new(
                $"Giá trị không đúng kiểu{at}: {reason} Xem lược đồ docs/schema/framework.schema.json.",
                $"A value of the wrong kind{at}: {reason} See docs/schema/framework.schema.json."));
        return new("F001", where, new(
            $"Tệp không đúng cú pháp JSON: {reason} Sửa tại vị trí này.",
            $"The file is not well-formed JSON: {reason} Correct it at this place."));

        bool Says(string words) => refused.Message.Contains(words, StringComparison.Ordinal);
    }

    public static Finding Null(string where) => new("F003", where, new(
        "Có giá trị null ở nơi phải có nội dung. Xóa hoặc điền nội dung.",
        "There is a null where something must stand. Remove it or fill it in."));

    /// <summary>The reader's own words without the place, which the finding already has.</summary>
    private static string Reason(string message)
    {
        foreach (var mark in (string[])[" Path: ", " LineNumber: "])
        {
            var at = message.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0) message = message[..at];
        }

        return message;
    }
}
