using ParIndex.Core;

namespace ParIndex.Documents.OpenData;

/// <summary>What verifying a package says, V001–V010.</summary>
public static class VerificationText
{
    public static Text NotAPackage { get; } = new(
        "Thư mục không phải kết quả của chương trình: thiếu datapackage.json. Chọn thư mục do lệnh compute ghi ra.",
        "The folder is not an output of this program: datapackage.json is missing. Choose a folder that compute wrote.");

    public static Text Missing { get; } = new(
        "Thiếu tệp này trong gói số liệu. Tải lại gói từ nơi công bố.", "This file of the package is missing. Get the package again from where it was published.");

    public static Text NotListed { get; } = new(
        "Tệp này không có trong SHA256SUMS. Xóa tệp thừa hoặc tải lại gói.", "This file is not in SHA256SUMS. Remove it, or get the package again.");

    public static Text WithheldShown { get; } = new(
        "Giá trị được ghi là không công bố nhưng vẫn có con số.", "The value is marked as withheld, yet a figure stands there.");

    public static Text Differs(string expected, string found) => new(
        $"Tính lại được \"{expected}\", trong tệp là \"{found}\".", $"Recomputed \"{expected}\", the file has \"{found}\".");

    public static Text RowsDiffer(long rows) => new(
        rows < 0 ? "Không đọc được tệp Parquet." : $"{rows} dòng khác với bảng CSV đã tính lại.",
        rows < 0 ? "The Parquet file cannot be read." : $"{rows} rows are others than in the recomputed table.");

    public static Text Hash(string expected, string found) => new(
        $"Mã băm SHA-256 theo SHA256SUMS là {expected}, của tệp là {found}: tệp đã bị thay đổi.",
        $"SHA-256 by SHA256SUMS is {expected}, of the file {found}: the file was changed.");

    public static Text Share(decimal? expected, decimal found) => new(
        $"Tỷ lệ tính lại từ số ý kiến là {(expected is { } share ? Words.Fixed(share, 2).Vi : "không có")}, trong tệp là {Words.Fixed(found, 2).Vi}.",
        $"The share recomputed from the counts is {(expected is { } again ? Words.Fixed(again, 2).En : "undefined")}, the file has {Words.Fixed(found, 2).En}.");

    public static Text OutsideInterval(decimal share, double low, double high) => new(
        $"Tỷ lệ {Words.Fixed(share, 2).Vi} nằm ngoài khoảng {Words.Fixed((decimal)low, 2).Vi} – {Words.Fixed((decimal)high, 2).Vi}.",
        $"The share {Words.Fixed(share, 2).En} lies outside its interval {Words.Fixed((decimal)low, 2).En} – {Words.Fixed((decimal)high, 2).En}.");
}
