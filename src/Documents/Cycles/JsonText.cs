using System.Text.Json;
using ParIndex.Core;

namespace ParIndex.Documents.Cycles;

/// <summary>What is said about a JSON file, C020–C029.</summary>
internal static class JsonText
{
    public static Text TooLong => new(
        "Tệp JSON lớn hơn 16 MB. Chia nhỏ hoặc bỏ phần không cần.",
        "The JSON file is larger than 16 MB. Split it, or take out what is not needed.");

    public static Text BrokenCharacter => new(
        "Chuỗi có ký tự hỏng (nửa cặp thay thế hoặc byte không phải UTF-8). Nhập lại chuỗi này.",
        "The string holds a broken character (half a surrogate pair, or bytes that are not UTF-8). Type it again.");

    public static Text NullInList => new(
        "Danh sách có phần tử null. Xóa hoặc điền nội dung.",
        "A list holds a null. Remove it or fill it in.");

    public static (string Code, Text Message) Of(JsonException mistake)
    {
        var (words, place) = (mistake.Message, mistake.Path is { Length: > 2 } path ? path[2..] : "");
        if (words.Contains("could not be mapped", StringComparison.Ordinal))
            return ("C023", new(
                $"Tên \"{place}\" không có trong mẫu. Sửa hoặc xóa tên này.",
                $"The name \"{place}\" is not known here. Correct or remove it."));
        if (words.Contains("uplicate", StringComparison.Ordinal))
            return ("C024", new(
                $"Tên \"{place}\" có hai lần trong một đối tượng. Chỉ giữ một.",
                $"The name \"{place}\" is there twice in one object. Keep one."));
        if (words.Contains("missing required", StringComparison.Ordinal))
        {
            var names = words[(words.LastIndexOf("including:", StringComparison.Ordinal) + 10)..].Trim(' ', '.').Replace("'", "\"", StringComparison.Ordinal);
            var at = place.Length == 0 ? ("đầu tệp", "the top level") : ($"\"{place}\"", $"\"{place}\"");
            return ("C025", new(
                $"Thiếu {names} tại {at.Item1}. Bổ sung.",
                $"{names} is missing at {at.Item2}. Add it."));
        }

        if (mistake.GetType() == typeof(JsonException))
            return ("C026", new(
                $"Giá trị tại \"{place}\" không đúng kiểu hoặc không hợp lệ. Xem mẫu trong docs/formats.md.",
                $"The value at \"{place}\" has the wrong kind or is not allowed. See docs/formats.md."));
        var end = words.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return ("C021", new(
            "JSON sai cú pháp: kiểm tra dấu phẩy, ngoặc và dấu nháy ở chỗ này.",
            $"Not valid JSON: {(end > 0 ? words[..end] : words)} Check commas, brackets and quotes here."));
    }
}
