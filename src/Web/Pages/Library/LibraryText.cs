using ParIndex.App.SelfAssessment;
using ParIndex.Core;

namespace ParIndex.Web.Pages.Library;

/// <summary>Words of the evidence library.</summary>
public static class LibraryText
{
    public static Text Of(FileState state) => state switch
    {
        FileState.Clean => new("đã quét, sạch", "scanned, clean"),
        FileState.Quarantined => new("chờ quét", "waits for the scanner"),
        FileState.Infected => new("có mã độc, không mở được", "infected, not opened"),
        FileState.Late => new("nộp muộn, không thuộc bản đã nộp", "late, not part of the dossier"),
        _ => new("chưa quét", "not scanned"),
    };

    /// <summary>What was seen of a signature, as the file's row keeps it.</summary>
    public static Text Of(string? signature) => signature switch
    {
        null => new("", ""),
        "none" => new("không có chữ ký số", "no digital signature"),
        _ when signature.StartsWith("intact", StringComparison.Ordinal) => new($"chữ ký số nguyên vẹn{Who(signature)}", $"signature intact{Who(signature)}"),
        _ => new($"chữ ký số không khớp nội dung{Who(signature)}", $"signature does not fit the content{Who(signature)}"),
    };

    private static string Who(string signature) => signature.IndexOf(": ", StringComparison.Ordinal) is > 0 and var at && signature[(at + 2)..] is { Length: > 0 } name ? $" ({name})" : "";
}
