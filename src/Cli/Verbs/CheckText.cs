using ParIndex.Core;

namespace ParIndex.Cli.Verbs;

/// <summary>Words of <c>check</c>.</summary>
internal static class CheckText
{
    public static Text Verb { get; } = new(
        "Kiểm tra một bộ chỉ số (JSON), một kỳ đánh giá (thư mục) hoặc một bảng đã công bố (CSV).",
        "Checks a framework (JSON), a cycle (folder) or a published table (CSV).");

    public static Text What { get; } = new("tệp bộ chỉ số, thư mục kỳ đánh giá, hoặc bảng CSV", "framework file, cycle folder, or CSV table");
    public static Text Json { get; } = new("in phát hiện dạng JSON", "print the findings as JSON");
    public static Text Parts { get; } = new("bảng: các cột thành phần, cách nhau bằng dấu phẩy", "table: columns of the parts, separated by commas");
    public static Text Total { get; } = new("bảng: cột tổng của --parts", "table: column with the total of --parts");
    public static Text Rank { get; } = new("bảng: cột thứ hạng, đối chiếu với --score", "table: column with the rank, compared with --score");
    public static Text Score { get; } = new("bảng: cột điểm", "table: column with the score");
    public static Text Share { get; } = new("bảng: cột tỷ lệ %, tìm mẫu số chung (không phải tỷ lệ từ ý kiến gốc)", "table: column with percentages; looks for one denominator behind all");
    public static Text PartsWithTotal { get; } = new("--parts và --total phải đi cùng nhau.", "--parts and --total belong together.");
    public static Text RankWithScore { get; } = new("--rank và --score phải đi cùng nhau.", "--rank and --score belong together.");

    public static Text Severity(Severity severity) => severity == Core.Severity.Error ? new("lỗi", "error") : new("cảnh báo", "warning");

    public static Text Count(int errors, int warnings) => new($"{errors} lỗi, {warnings} cảnh báo", $"{errors} errors, {warnings} warnings");
}
