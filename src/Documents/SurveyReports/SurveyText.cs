using ParIndex.Core;

namespace ParIndex.Documents.SurveyReports;

/// <summary>Why a survey file cannot be used, V001–V019: what, where, and what to do.</summary>
public static class SurveyText
{
    public static Text NoFile { get; } = new("Không có tệp này. Kiểm tra đường dẫn.", "There is no such file. Check the path.");

    public static Text Empty { get; } = new(
        "Tệp không có phiếu nào. Kiểm tra tệp, mỗi phiếu một dòng sau dòng tiêu đề.",
        "The file holds no form. Check it: one form a line after the header.");

    public static Text NoColumn(string column, string what) => new(
        $"Tệp không có cột \"{column}\" mà thiết kế dùng làm {what}. Sửa tên cột trong tệp hoặc trong thiết kế.",
        $"The file has no column \"{column}\", which the design names ({what}). Correct the name in the file or in the design.");

    public static Text Columns(int given, int expected) => new(
        $"Dòng có {given} ô nhưng tiêu đề có {expected}. Thêm hoặc bớt dấu phẩy, hoặc đặt ô có dấu phẩy trong dấu ngoặc kép.",
        $"The line has {given} cells but the header {expected}. Add or remove commas, or quote a cell that holds one.");

    public static Text Broken { get; } = new(
        "Dòng này không đúng dạng CSV (dấu ngoặc kép hoặc ký tự điều khiển). Sửa dòng này trong tệp gốc.",
        "The line breaks the form of CSV (a quote or a control character). Correct it in the source file.");

    public static Text Weight(string given) => new(
        $"Quyền số \"{given}\" không phải số lớn hơn 0. Ghi quyền số dương, hoặc bỏ phiếu này khỏi tệp.",
        $"The weight \"{given}\" is not a number above 0. Give a positive weight, or take the form out of the file.");

    public static Text Answer(string given, int highest) => new(
        $"Trả lời \"{given}\" nằm ngoài thang 1–{highest} và không phải mã \"không trả lời\". Sửa phiếu, hoặc thêm mã vào notAnswers của thiết kế.",
        $"The answer \"{given}\" lies outside the scale 1–{highest} and is no code for a missing answer. Correct the form, or add the code to notAnswers in the design.");

    public static Text NoValue(string what) => new($"Thiếu {what}. Điền vào ô này.", $"The {what} is missing. Fill in the cell.");

    public static Text UnknownStratum(string given) => new(
        $"Tầng \"{given}\" không có trong thiết kế. Sửa ô này, hoặc thêm tầng vào strata của thiết kế.",
        $"The stratum \"{given}\" is not in the design. Correct the cell, or add the stratum to strata in the design.");

    public static Text ClusterTwice(string cluster, string first) => new(
        $"Cụm \"{cluster}\" đã nằm trong tầng \"{first}\". Một cụm chỉ thuộc một tầng: sửa ô này hoặc đặt mã cụm khác.",
        $"The cluster \"{cluster}\" already lies in the stratum \"{first}\". A cluster belongs to one stratum: correct the cell, or give the cluster another code.");

    public static Text Population(string given) => new(
        $"Quy mô \"{given}\" không phải số lớn hơn 0. Ghi số cụm hoặc số người của tổng thể.",
        $"The population \"{given}\" is not a number above 0. Give how many clusters or people there are.");

    public static Text PopulationTooSmall(string given, int drawn) => new(
        $"Quy mô {given} nhỏ hơn số đã chọn là {drawn}. Sửa cột quy mô.",
        $"The population {given} is below the {drawn} that were drawn. Correct the column of populations.");

    public static Text Seconds(string given) => new(
        $"Thời gian \"{given}\" không phải số giây từ 0 trở lên. Sửa ô này hoặc để trống.",
        $"The time \"{given}\" is not a number of seconds of 0 or more. Correct the cell or leave it empty.");

    public static Text Design(string what, string whatEn) => new($"Thiết kế: {what}", $"The design: {whatEn}");

    public static Text Unreadable(string why) => new(
        $"Không đọc được tệp Parquet: {why} Kiểm tra tệp, hoặc xuất lại sang CSV.",
        $"The Parquet file cannot be read: {why} Check it, or export it as CSV.");

    public static Text Constant(string item) => new(
        $"Mọi người trả lời \"{item}\" như nhau: khoảng tin cậy tính theo mẫu đơn giản, hệ số thiết kế không xác định. Kiểm tra xem cột có bị chép lặp không.",
        $"Everybody answered \"{item}\" alike: the interval is that of a plain sample and the design effect undefined. Check that the column was not filled by copying.");
}
