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

    public static Text Help { get; } = new("xem cách dùng", "show how to use it");

    public static Text Version { get; } = new("xem phiên bản", "show the version");

    public static Text SeeHelp(string? verb) => new(
        $"Xem cách dùng: ./parindex {(verb is null ? "" : verb + " ")}--help",
        $"See: ./parindex {(verb is null ? "" : verb + " ")}--help");

    public static Text NoVerb(string verbs) => new(
        $"Chưa có lệnh. Ghi một trong các lệnh: {verbs}.",
        $"No verb is given. Give one of: {verbs}.");

    public static Text UnknownVerb(string given, string verbs) => new(
        $"Không có lệnh \"{given}\". Các lệnh: {verbs}.",
        $"There is no verb \"{given}\". The verbs are: {verbs}.");

    public static Text Unknown(string given, string verb, string options) => new(
        $"Lệnh {verb} không dùng \"{given}\". Xóa đi, hoặc dùng một trong các tùy chọn: {options}.",
        $"The verb {verb} does not take \"{given}\". Leave it out, or use one of the options: {options}.");

    public static Text NoArgument(string name, string what) => new(
        $"Thiếu {name}. Ghi thêm: {what}.",
        $"{name} is missing. Add it: {what}.");

    public static Text NoOption(string name, string what) => new(
        $"Thiếu tùy chọn {name}. Ghi thêm {name}: {what}.",
        $"The option {name} is missing. Add {name}: {what}.");

    public static Text NoValue(string name, string what) => new(
        $"Tùy chọn {name} chưa có giá trị. Ghi giá trị ngay sau {name}: {what}.",
        $"The option {name} has no value. Write it after {name}: {what}.");

    public static Text Twice(string name, string given) => new(
        $"Tùy chọn {name} chỉ nhận một giá trị nhưng có \"{given}\". Chỉ giữ một.",
        $"The option {name} takes one value but has \"{given}\". Keep one.");

    public static Text NotAChoice(string name, string given, string choices) => new(
        $"{name} không nhận \"{given}\". Chọn một trong: {choices}.",
        $"{name} does not take \"{given}\". Choose one of: {choices}.");

    public static Text NotAWholeNumber(string name, string given) => new(
        $"{name} phải là số nguyên nhưng có \"{given}\". Ghi một số nguyên.",
        $"{name} must be a whole number but is \"{given}\". Give a whole number.");

    public static Text WrongValue(string name, string given, string what) => new(
        $"{name} không nhận \"{given}\". Ghi: {what}.",
        $"{name} does not take \"{given}\". Give: {what}.");

    public static Text WrongCall(string message) => new(
        $"Lời gọi sai: {message} Sửa theo hướng dẫn.",
        $"The call is wrong: {message} Correct it by the help.");

    public static Text Fault(string kind, string message) => new(
        $"Lỗi của chương trình ({kind}): {message}. Không có gì được ghi dở dang; xin báo lỗi kèm lệnh đã chạy.",
        $"A fault of the program ({kind}): {message}. Nothing was left half-written; please report it with the command.");
}
