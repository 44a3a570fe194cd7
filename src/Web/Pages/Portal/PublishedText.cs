using ParIndex.Core;

namespace ParIndex.Web.Pages.Portal;

/// <summary>What each file of a release is.</summary>
public static class PublishedText
{
    public static Text Of(string file) => file switch
    {
        "quyet-dinh.docx" => new("Quyết định và phụ lục (Word)", "Decision with annexes (Word)"),
        "phu-luc.xlsx" => new("Phụ lục (Excel)", "Annexes (Excel)"),
        "thong-cao.md" or "thong-cao.html" => new("Thông cáo", "Announcement"),
        "announcement.md" or "announcement.html" => new("Thông cáo bằng tiếng Anh", "Announcement in English"),
        "results.csv" => new("Kết quả từng đơn vị", "Results of each unit"),
        "areas.csv" => new("Điểm theo lĩnh vực", "Points by area"),
        "leaves.csv" => new("Điểm từng tiêu chí thành phần, có cách tính", "Points of each sub-criterion with its working"),
        "satisfaction.csv" => new("Mức độ hài lòng", "Satisfaction"),
        "heads.csv" => new("Phân loại người đứng đầu", "Grades of heads"),
        "units.csv" => new("Danh sách đơn vị", "List of units"),
        _ when file.EndsWith(".zip", StringComparison.Ordinal) => new("Toàn bộ gói dữ liệu, một tệp nén", "The whole package in one file"),
        "journal.json" => new("Đầu sổ nhật ký khi công bố", "Head of the journal at publication"),
        "csv-metadata.json" => new("Mô tả các bảng theo CSVW", "Description of the tables by CSVW"),
        "dcat.jsonld" => new("Mô tả cho cổng dữ liệu mở (DCAT-AP)", "Description for data portals (DCAT-AP)"),
        _ when file.StartsWith("excel/", StringComparison.Ordinal) => new("Bảng cho Excel tiếng Việt", "Table for Excel in Vietnamese locale"),
        _ when file.StartsWith("json-stat/", StringComparison.Ordinal) => new("Khối số liệu JSON-stat", "JSON-stat cube"),
        _ when file.StartsWith("parquet/", StringComparison.Ordinal) => new("Bảng dạng Parquet", "Table as Parquet"),
        "datapackage.json" => new("Mô tả gói dữ liệu", "Description of the data package"),
        _ when file.StartsWith("cycle/", StringComparison.Ordinal) => new("Dữ liệu đầu vào để tính lại", "Inputs to compute it again from"),
        "criteria.csv" => new("Điểm theo tiêu chí", "Points by criterion"),
        "groups.csv" => new("Trung bình và số đếm theo khối", "Means and counts by group"),
        "framework.csv" => new("Từng tiêu chí với cách tính bằng lời", "Every criterion with its rule in words"),
        _ when file.StartsWith("framework", StringComparison.Ordinal) => new("Bộ chỉ số", "Framework"),
        _ when file.Contains("sum", StringComparison.OrdinalIgnoreCase) => new("Mã băm của các tệp", "Hashes of the files"),
        _ => new("Dữ liệu", "Data"),
    };
}
