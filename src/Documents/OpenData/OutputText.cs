using ParIndex.Core;

namespace ParIndex.Documents.OpenData;

/// <summary>Why nothing was written, O001–O009.</summary>
public static class OutputText
{
    public static Text IsFile(string path) => new(
        $"{path} là tệp. Chọn một thư mục để ghi kết quả.",
        $"{path} is a file. Choose a folder for the output.");

    public static Text NotOurs(string folder) => new(
        $"Thư mục {folder} không trống và không phải kết quả của chương trình này. Chọn thư mục khác hoặc dọn thư mục đó.",
        $"The folder {folder} is not empty and not an output of this program. Choose another folder, or empty it.");

    public static Text CannotWrite(string folder, string why) => new(
        $"Không ghi được vào {folder}: {why} Kiểm tra quyền ghi và dung lượng trống; chưa có gì được ghi lại.",
        $"Cannot write to {folder}: {why} Check permissions and free space; nothing was left behind.");
}
