using ParIndex.Core;
using ParIndex.Core.Frameworks;
using static ParIndex.Documents.Tables.TableText;

namespace ParIndex.Documents.Cycles;

/// <summary>What is said about a cycle's files beyond their form, C001, C002 and from C030.</summary>
internal static class CycleText
{
    public static Text Missing(string path) => new(
        $"Không có tệp {path}. Tạo tệp theo mẫu trong docs/formats.md.",
        $"There is no file {path}. Make it as docs/formats.md describes.");

    public static Text MissingFolder(string path) => new(
        $"Không có thư mục {path}. Kiểm tra đường dẫn.",
        $"There is no folder {path}. Check the path.");

    public static Text IsFolder => new(
        "Đây là thư mục, không phải tệp. Đặt tệp vào chỗ này.",
        "This is a folder, not a file. Put the file here.");

    public static Text CannotRead(Exception why) => new(
        $"Không đọc được tệp ({why.Message}). Kiểm tra quyền đọc và ổ đĩa.",
        $"The file cannot be read ({why.Message}). Check its permissions and the disk.");

    public static Text CodeTwice(string what, string code) => new(
        $"Mã \"{Short(code)}\" có hai lần trong {what}. Mỗi mã chỉ dùng một lần.",
        $"The code \"{Short(code)}\" is there twice in {what}. Use each code once.");

    public static Text UnknownGroup(string code, IEnumerable<string> known) => new(
        $"Không có khối xếp hạng \"{Short(code)}\" trong cycle.json. Các khối: {string.Join(", ", known)}.",
        $"There is no ranking group \"{Short(code)}\" in cycle.json. The groups are: {string.Join(", ", known)}.");

    public static Text NoGroups => new(
        "Chưa có khối xếp hạng nào. Thêm ít nhất một khối vào groups.",
        "There is no ranking group. Put at least one into groups.");

    public static Text NoStages => new(
        "Chưa có bước chấm nào có điểm. Thêm các bước vào stages, từ tự đánh giá đến hội đồng.",
        "No stage gives points. Put the stages into stages, from the self-assessment to the council.");

    public static Text NoFramework(string group) => new(
        $"Khối \"{group}\" chưa có bộ chỉ số. Ghi tệp bộ chỉ số vào framework, hoặc thay số liệu chi tiết bằng totals.csv.",
        $"The group \"{group}\" has no framework. Name its file in framework, or give totals.csv in place of the detail.");

    public static Text YearOut(int year) => new(
        $"Năm đánh giá {year} không hợp lý. Ghi năm từ 1990 đến 2100.",
        $"The evaluated year {year} cannot be. Give a year from 1990 to 2100.");

    public static Text TotalsAndDetail(string detail) => new(
        $"Có cả totals.csv và {detail}. Chỉ giữ một: tổng điểm đã công bố, hoặc số liệu chi tiết.",
        $"There are both totals.csv and {detail}. Keep one: published totals, or the detail.");

    public static Text UnknownUnit(string code) => new(
        $"Không có đơn vị \"{Short(code)}\" trong units.csv. Sửa mã hoặc thêm đơn vị.",
        $"There is no unit \"{Short(code)}\" in units.csv. Correct the code or add the unit.");

    public static Text UnknownLeaf(string code, string framework) => new(
        $"Không có tiêu chí \"{Short(code)}\" được chấm điểm trong bộ chỉ số {framework} của đơn vị. Sửa mã.",
        $"There is no scored criterion \"{Short(code)}\" in the unit's framework {framework}. Correct the code.");

    public static Text UnknownStage(string code, IEnumerable<string> known) => new(
        $"Không có bước chấm \"{Short(code)}\" trong cycle.json. Các bước: {string.Join(", ", known)}.",
        $"There is no stage \"{Short(code)}\" in cycle.json. The stages are: {string.Join(", ", known)}.");

    public static Text UnknownInput(string name, IEnumerable<string> known) => new(
        $"Cách tính của tiêu chí này không có số liệu \"{Short(name)}\". Các số liệu: {List(known, "không có", "none").Vi}.",
        $"The rule of this leaf has no input \"{Short(name)}\". Its inputs are: {List(known, "không có", "none").En}.");

    public static Text UnknownItem(string code) => new(
        $"Không có điểm thưởng, điểm trừ \"{Short(code)}\" trong bộ chỉ số của đơn vị. Sửa mã.",
        $"There is no bonus or penalty \"{Short(code)}\" in the unit's framework. Correct the code.");

    public static Text UnknownPolicy(string policy) => new(
        $"\"{Short(policy)}\" phải là exclude (không tính vào mẫu số) hoặc full (không phát sinh, đủ điểm).",
        $"\"{Short(policy)}\" must be exclude (leaves the denominator) or full (nothing arose, full points).");

    public static Text PolicyNotAllowed(NotApplicablePolicy allowed) => new(
        allowed == NotApplicablePolicy.Never
            ? "Tiêu chí này luôn áp dụng theo bộ chỉ số. Xóa dòng này, hoặc sửa notApplicable trong bộ chỉ số."
            : $"Bộ chỉ số chỉ cho phép \"{(allowed == NotApplicablePolicy.Exclude ? "exclude" : "full")}\" với tiêu chí này. Sửa dòng này.",
        allowed == NotApplicablePolicy.Never
            ? "By the framework this leaf always applies. Remove the line, or change notApplicable in the framework."
            : $"The framework allows only \"{(allowed == NotApplicablePolicy.Exclude ? "exclude" : "full")}\" for this leaf. Correct the line.");

    public static Text Twice(int line) => new(
        $"Trùng với dòng {line}. Xóa một trong hai dòng.",
        $"The same as line {line}. Remove one of the two.");

    public static Text ActTwice(int line) => new(
        $"Lượt chấm này cùng đơn vị, tiêu chí, bước và thời điểm với dòng {line}. Xóa một lượt hoặc sửa thời điểm.",
        $"This act has the unit, leaf, stage and time of line {line}. Remove one of them or correct its time.");

    public static Text PointsOut(Points points, Points max) => new(
        $"{points.ToString().Replace('.', ',')} điểm không nằm trong khoảng 0 đến {max.ToString().Replace('.', ',')} của tiêu chí. Sửa điểm.",
        $"{points} points are not between 0 and the leaf's maximum of {max}. Correct the points.");

    public static Text OffStep(Points points, Points step) => new(
        $"{points.ToString().Replace('.', ',')} điểm không theo bước {step.ToString().Replace('.', ',')} của tiêu chí. Chọn một mức theo bước.",
        $"{points} points are not on the leaf's step of {step}. Choose a multiple of it.");

    public static Text ExplanationWithPoints => new(
        "Lượt giải trình không mang điểm. Xóa điểm, hoặc ghi bước chấm khác.",
        "An explanation carries no points. Remove them, or name another stage.");

    public static Text PointsAndLevel => new(
        "Có cả điểm và mức. Chỉ giữ một.",
        "Both points and a level are given. Keep one.");

    public static Text NoSuchLevel(string level) => new(
        $"Tiêu chí không có mức \"{Short(level)}\". Dùng mã một mức của cách tính, hoặc ghi điểm.",
        $"The leaf has no level \"{Short(level)}\". Use the code of an option of its rule, or give points.");

    public static Text ActWithoutWords => new(
        "Lượt này không có điểm, không có mức và không có lời. Điền điểm hoặc lý do.",
        "This act has neither points, nor a level, nor words. Fill in points or a reason.");

    public static Text NotAValue(string value, string input) => new(
        $"\"{Short(value)}\" không phải giá trị của \"{input}\". Dùng mã của một mức trong bộ chỉ số.",
        $"\"{Short(value)}\" is not a value of \"{input}\". Use the code of an option in the framework.");

    public static Text NothingArose(string leaf) => new(
        $"Mẫu số bằng 0 nhưng tiêu chí {leaf} không cho phép trường hợp không phát sinh (notApplicable là never). Kiểm tra số liệu, hoặc sửa bộ chỉ số.",
        $"The denominator is 0 but leaf {leaf} has no policy for it (notApplicable is never). Check the figure, or change the framework.");

    public static Text Slug(string slug) => new(
        $"\"{Short(slug)}\" không dùng được làm địa chỉ trang. Chỉ dùng a–z, số và dấu gạch nối.",
        $"\"{Short(slug)}\" cannot be part of a page's address. Use a–z, digits and hyphens.");

    public static Text NotAnAnswer(string value) => new(
        $"\"{Short(value)}\" không phải câu trả lời. Dùng 1–5, để trống, 8, 9, 97, 98 hoặc NA.",
        $"\"{Short(value)}\" is not an answer. Use 1–5, nothing, 8, 9, 97, 98 or NA.");

    public static Text WeightOut(string value) => new(
        $"Quyền số \"{Short(value)}\" phải là số dương.",
        $"The weight \"{Short(value)}\" must be a positive number.");

    public static Text IndexOut(string column, decimal value) => new(
        $"{column} = {value.ToString(System.Globalization.CultureInfo.InvariantCulture)} ngoài khoảng hợp lý. Kiểm tra lại nguồn.",
        $"{column} = {value.ToString(System.Globalization.CultureInfo.InvariantCulture)} is out of range. Check the source.");

    public static Text DatesReversed => new(
        "Ngày thôi giữ chức vụ trước ngày nhận. Sửa ngày.",
        "The post ends before it begins. Correct the dates.");

    public static Text UnknownHeadInput(string name, IEnumerable<string> known) => new(
        $"Quy tắc phân loại không có số liệu \"{Short(name)}\". Các số liệu: {string.Join(", ", known)}.",
        $"The rules of classification have no input \"{Short(name)}\". Their inputs are: {string.Join(", ", known)}.");

    public static Text NoUnits => new("Chưa có đơn vị nào. Thêm các đơn vị được đánh giá.", "There is no unit. Add the units.");

    public static Text DecisionBeforeYear(int year) => new(
        $"Ngày Quyết định trước khi năm đánh giá {year} bắt đầu. Kiểm tra lại ngày và năm.",
        $"The Decision is dated before the evaluated year {year} began. Check date and year.");

    public static Text PreviousHasErrors(string folder) => new(
        $"Kỳ trước ({folder}) có lỗi nên không so sánh được. Sửa các lỗi của kỳ trước ở trên.",
        $"The previous cycle ({folder}) has errors, so there is nothing to compare with. Mend its errors above.");

    public static Text PreviousNotBefore(int year, int previous) => new(
        $"Kỳ trước là năm {previous}, không trước năm {year}. Kiểm tra previous.",
        $"The previous cycle is of {previous}, which is not before {year}. Check previous.");

    private static Text List(IEnumerable<string> known, string none, string nothing)
    {
        var list = string.Join(", ", known);
        return list.Length == 0 ? new(none, nothing) : Text.Same(list);
    }
}
