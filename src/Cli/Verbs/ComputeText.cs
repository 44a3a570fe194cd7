using ParIndex.Core;
using ParIndex.Core.Computation;

namespace ParIndex.Cli.Verbs;

/// <summary>Words of <c>compute</c>.</summary>
internal static class ComputeText
{
    public static Text Verb { get; } = new(
        "Tính một kỳ đánh giá: kết quả, Quyết định, phụ lục, thông cáo và dữ liệu mở.",
        "Computes a cycle: results, Decision, appendices, announcement and open data.");

    public static Text Folder { get; } = new("thư mục kỳ đánh giá (docs/formats.md)", "folder of the cycle (docs/formats.md)");
    public static Text Out { get; } = new("thư mục kết quả; chỉ ghi đè kết quả cũ của chương trình này", "output folder; only an earlier output is replaced");
    public static Text Reading { get; } = new("đang đọc", "reading");
    public static Text Computing { get; } = new("đang tính", "computing");
    public static Text Writing { get; } = new("đang ghi", "writing");

    public static Text Done(CycleResult result, string to) => new(
        $"{result.Units.Count} đơn vị, {result.Units.Count(unit => unit.Standing is not null)} được xếp hạng{(result.Final ? "" : ", kết quả tạm tính")}: {to}",
        $"{result.Units.Count} units, {result.Units.Count(unit => unit.Standing is not null)} ranked{(result.Final ? "" : ", provisional results")}: {to}");
}
