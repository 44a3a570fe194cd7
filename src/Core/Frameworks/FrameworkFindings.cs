namespace ParIndex.Core.Frameworks;

/// <summary>A kind of finding about a framework: its number, its weight, and what it is about.</summary>
public sealed record FindingKind(string Code, Severity Severity, Text Title);

/// <summary>
/// Everything the checker of frameworks can say, F001 onwards. Numbers are never used again for something else, since letters and
/// documents cite them.
/// </summary>
public static class FrameworkFindings
{
    /// <summary>In order of number.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
    [
        Error("F001", "Sai cú pháp JSON", "Not well-formed JSON"),
        Error("F002", "Thuộc tính lạ hoặc ghi hai lần", "Unknown property, or one given twice"),
        Error("F003", "Thiếu thuộc tính bắt buộc", "Required property missing"),
        Error("F004", "Giá trị sai kiểu", "Value of the wrong kind"),
        Error("F005", "Tổng điểm khác tổng các lĩnh vực", "Total differs from the sum of the areas"),
        Error("F006", "Điểm lĩnh vực khác tổng các tiêu chí", "Area differs from the sum of its criteria"),
        Error("F007", "Điểm tiêu chí khác tổng tiêu chí thành phần", "Criterion differs from the sum of its sub-criteria"),
        Error("F008", "Điểm tối đa ngoài khoảng cho phép", "Maximum out of range"),
        Error("F009", "Mã trùng", "Code used twice"),
        Error("F010", "Mã không thuộc mã cấp trên", "Code not under its parent's"),
        Error("F011", "Lĩnh vực hoặc tiêu chí rỗng", "Area or criterion with nothing to score"),
        Error("F012", "Tiêu chí vừa chấm trực tiếp vừa có tiêu chí thành phần", "Criterion both scored and divided"),
        Error("F013", "Tiêu chí chấm trực tiếp không khớp", "Criterion and its own score disagree"),
        Error("F014", "Thiếu chữ tiếng Việt hoặc tiếng Anh", "Vietnamese or English words missing"),
        Warning("F015", "Chữ không ở dạng Unicode NFC", "Text not in Unicode NFC"),
        Error("F016", "Nguồn không có trong danh mục", "Source not in the list"),
        Error("F017", "Nguồn thiếu trích dẫn", "Source without citation"),
        Error("F018", "Nguồn trùng khóa", "Source key used twice"),
        Error("F019", "Có dòng minh họa nhưng bộ chỉ số không ghi minh họa", "Illustrative lines in a framework not marked so"),
        Error("F020", "Thiếu cơ quan chủ trì thẩm định", "Lead department missing"),
        Error("F021", "Yêu cầu tài liệu kiểm chứng nhưng không nêu tài liệu", "Evidence required but not named"),
        Warning("F022", "Nêu tài liệu kiểm chứng cho tiêu chí khảo sát", "Evidence named for a survey leaf"),
        Error("F023", "Tiêu chí khảo sát không nêu phép đo", "Survey leaf without a measure"),
        Error("F024", "Tiêu chí khảo sát dùng cách tính không phải khảo sát", "Survey leaf with a rule that is no survey rule"),
        Error("F025", "Cách tính khảo sát cho tiêu chí không khảo sát", "Survey rule on a leaf not scored by survey"),
        Error("F026", "Tiêu chí tính tự động nhưng chấm thủ công", "Computed leaf with a manual rule"),
        Error("F027", "Tiêu chí nhập từ ngoài không có thang điểm nguồn", "External leaf without an external rule"),
        Warning("F028", "Mẫu số có thể bằng 0 nhưng không có chính sách", "Denominator can be 0 and no policy says what then"),
        Warning("F029", "Cho điểm tối đa khi không phát sinh, nhưng luôn phát sinh", "Full points when nothing arises, yet it always arises"),
        Error("F030", "Bước điểm không hợp lệ", "Step of points unfit"),
        Warning("F031", "Điểm có nhiều chữ số hơn mức làm tròn", "Points finer than the rounding"),
        Error("F032", "Cách tính không có mức nào", "Rule with an empty list"),
        Error("F033", "Mã mức trùng hoặc sai dạng", "Level code twice or malformed"),
        Error("F034", "Điểm của mức vượt điểm tối đa", "Level above the maximum"),
        Warning("F035", "Không mức nào đạt điểm tối đa", "No level reaches the maximum"),
        Error("F036", "Điểm âm", "Negative points"),
        Error("F037", "Khoảng chồng lấn", "Overlapping bands"),
        Error("F038", "Khoảng trống giữa các khoảng", "Gap between bands"),
        Error("F039", "Khoảng không bao giờ đạt tới", "Band never reached"),
        Error("F040", "Các khoảng không phủ từ 0 đến 100 %", "Bands do not cover 0 to 100%"),
        Error("F041", "Một số liệu dùng hai lần", "Input counted twice"),
        Error("F042", "Tên số liệu sai dạng", "Input name malformed"),
        Error("F043", "Mục tiêu không dương", "Target not positive"),
        Error("F044", "Ngưỡng không nằm giữa 0 và 100 %", "Cut-off not between 0 and 100%"),
        Error("F045", "Mức sàn không dưới mục tiêu", "Floor not below the target"),
        Error("F046", "Mức điểm mỗi lần không dương", "Points each not positive"),
        Error("F047", "Mức điểm còn lại tối thiểu không hợp lý", "Least points left out of range"),
        Error("F048", "Các bậc không giảm dần", "Steps not descending"),
        Warning("F049", "Không có bậc 0", "No step at 0"),
        Error("F050", "Tổng danh mục khác điểm tối đa", "Checklist does not add up to the maximum"),
        Error("F051", "Số mục nhỏ hơn 1", "Fewer than one item"),
        Error("F052", "Thang khảo sát không hợp lệ", "Survey scale empty"),
        Error("F053", "Thiếu nguồn điểm bên ngoài", "External score without a source"),
        Error("F054", "Thang điểm bên ngoài không dương", "External scale not positive"),
        Error("F055", "Số chữ số làm tròn ngoài khoảng", "Rounding places out of range"),
        Error("F056", "Khóa phân định đồng hạng không rõ", "Tie key unknown"),
        Warning("F057", "Khóa phân định và cách xếp đồng hạng không khớp", "Tie keys and tie policy do not fit"),
        Error("F058", "Không nêu loại đơn vị", "No kind of unit named"),
        Error("F059", "Mức xếp loại chồng lấn", "Overlapping result bands"),
        Warning("F060", "Khoảng trống giữa các mức xếp loại", "Gap between result bands"),
        Error("F061", "Mã xếp loại trùng", "Result band code used twice"),
        Error("F062", "Mức xếp loại rỗng", "Empty result band"),
        Error("F063", "Mức trần của mục vượt mức trần chung", "Item above the common cap"),
        Error("F064", "Điểm một lần vượt mức trần của mục", "Points each above the item's cap"),
        Error("F065", "Điểm thưởng, điểm trừ không dương", "Bonus or penalty not positive"),
    ];

    private static readonly Dictionary<string, Severity> Weight = All.ToDictionary(kind => kind.Code, kind => kind.Severity, StringComparer.Ordinal);

    /// <summary>A finding of this list, with its weight.</summary>
    public static Finding Of(string code, string where, string vi, string en) => new(code, where, new(vi, en), Weight[code]);

    private static FindingKind Error(string code, string vi, string en) => new(code, Severity.Error, new(vi, en));

    private static FindingKind Warning(string code, string vi, string en) => new(code, Severity.Warning, new(vi, en));
}
