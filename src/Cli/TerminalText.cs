using ParIndex.Core;

namespace ParIndex.Cli;

/// <summary>Words of the terminal. A terminal has no language switch: both languages stand side by side.</summary>
public static class TerminalText
{
    /// <summary>The words in both languages, Vietnamese first.</summary>
    public static string Both(this Text text) => text.Vi == text.En ? text.Vi : $"{text.Vi} / {text.En}";

    public static Text Root { get; } = new(
        "Chỉ số cải cách hành chính của một tỉnh, thành phố: từ bộ tiêu chí đến Quyết định và cổng công bố.",
        "The public administration reform index of a city or province: from the criteria to the Decision and the portal.");

    public static Text NoFile { get; } = new(
        "Không có tệp hoặc thư mục này. Kiểm tra đường dẫn.",
        "There is no such file or folder. Check the path.");

    public static Text SeeHelp(string verb) => new($"Xem cách dùng: {verb} --help", $"see: {verb} --help");

    public static Text Fault(string kind, string message) => new(
        $"Lỗi của chương trình ({kind}): {message}. Không có gì được ghi dở dang; xin báo lỗi kèm lệnh đã chạy.",
        $"A fault of the program ({kind}): {message}. Nothing was left half-written; please report it with the command.");
}
