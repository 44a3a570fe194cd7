using ParIndex.Core;

namespace ParIndex.Cli.Verbs;

/// <summary>Words of import and export.</summary>
internal static class ExchangeText
{
    public static readonly Text Import = new("Đưa một thư mục kỳ đánh giá vào cơ sở dữ liệu.", "Takes a cycle folder into the database.");

    public static readonly Text Export = new("Xuất một kỳ đánh giá thành thư mục tệp thường để tính lại bằng compute.", "Writes a cycle as the folder of plain files that compute reads.");

    public static readonly Text Folder = new("Thư mục kỳ đánh giá", "The cycle folder");

    public static readonly Text Data = new("Tệp cơ sở dữ liệu SQLite", "The SQLite database file");

    public static readonly Text Code = new("Mã kỳ đánh giá", "Code of the cycle");

    public static readonly Text Out = new("Thư mục mới, hoặc tệp .zip", "A new folder, or a .zip file");

    public static readonly Text Taken = new("Nơi ghi đã có dữ liệu. Chọn thư mục mới hoặc thư mục trống.", "The place holds data already. Choose a new or an empty folder.");

    public static Text NoCycle(IReadOnlyList<string> known) => new(
        $"Không có kỳ đánh giá này. Đang có: {(known.Count == 0 ? "chưa có kỳ nào" : string.Join(", ", known))}.",
        $"There is no such cycle. There are: {(known.Count == 0 ? "none yet" : string.Join(", ", known))}.");

    public static Text Imported(string from, string to) => new($"Đã đưa {from} vào {to}.", $"Imported {from} into {to}.");

    public static Text Exported(string code, string to, int files) => new($"Đã xuất {code}: {files} tệp trong {to}.", $"Exported {code}: {files} files in {to}.");

    public static Text Publish { get; } = new(
        "Tính một kỳ đánh giá và lưu thành lần công bố trong cơ sở dữ liệu, năm trước đó trước; cổng công bố (serve) hiện ngay.",
        "Computes a cycle and stores it as a release in the database, the year before first; the portal (serve) shows it at once.");

    public static Text Note { get; } = new(
        "nội dung và lý do đính chính, khi năm này đã công bố số khác", "what changed and why, when other figures of the year are published already");

    public static Text Published(string release, string edition, string data) => new(
        $"Đã công bố {release}, phiên bản {edition}, trong {data}.", $"Published {release}, version {edition}, in {data}.");
}
