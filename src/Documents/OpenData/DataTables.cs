namespace ParIndex.Documents.OpenData;

/// <summary>A column of a published table, as datapackage.json describes it.</summary>
/// <param name="Name">ASCII snake case.</param>
/// <param name="Type">Type of Table Schema: string, integer, number, boolean, date.</param>
/// <param name="Vi">What it is, in Vietnamese.</param>
/// <param name="En">In English.</param>
public sealed record DataColumn(string Name, string Type, string Vi, string En);

/// <summary>A published table.</summary>
public sealed record DataTable(string File, string Vi, string En, IReadOnlyList<DataColumn> Columns);

/// <summary>The published tables and their columns; docs/formats.md says the same to people.</summary>
public static class DataTables
{
    private static readonly DataColumn Group = new("group", "string", "mã khối xếp hạng", "code of the ranking group");
    private static readonly DataColumn Unit = new("unit", "string", "mã đơn vị", "code of the unit");
    private static readonly DataColumn NameVi = new("name_vi", "string", "tên tiếng Việt", "name in Vietnamese");
    private static readonly DataColumn NameEn = new("name_en", "string", "tên tiếng Anh", "name in English");
    private static readonly DataColumn Points = new("points", "number", "điểm đạt", "points");
    private static readonly DataColumn Applicable = new("applicable", "number", "điểm tối đa áp dụng", "applicable maximum");
    private static readonly DataColumn Index = new("index", "number", "chỉ số, %, đã làm tròn một lần", "index, per cent, rounded once");
    private static readonly DataColumn Exact = new("index_exact", "string", "chỉ số chưa làm tròn, dạng phân số", "index unrounded, as a fraction");

    public static DataTable Results { get; } = new("results.csv", "Kết quả và thứ hạng", "Results and ranks",
    [
        Group, new("rank", "integer", "thứ hạng trong khối", "rank in the group"), new("tied", "boolean", "đồng hạng", "rank is shared"), Unit, NameVi, NameEn,
        Points, Applicable, Index, new("band", "string", "mã xếp loại", "code of the band"),
        new("change", "number", "thay đổi so với kỳ trước, điểm phần trăm", "change against the previous cycle, percentage points"),
        new("previous_index", "number", "chỉ số kỳ trước", "index of the previous cycle"),
        new("previous_rank", "integer", "thứ hạng kỳ trước", "rank in the previous cycle"), new("state", "string", "trạng thái", "state"),
        new("bonus", "number", "điểm thưởng sau mức trần", "bonus after the cap"), new("penalty", "number", "điểm trừ sau mức trần", "penalty after the cap"), Exact,
        new("no_change_vi", "string", "vì sao không so sánh được", "why there is no change, in Vietnamese"),
        new("no_change_en", "string", "vì sao không so sánh được, tiếng Anh", "why there is no change, in English"),
        new("satisfaction", "number", "mức độ hài lòng đã công bố, %", "published satisfaction, per cent"),
        new("year", "integer", "năm đánh giá", "evaluated year"),
        new("basis", "string", "detail: tính từ chi tiết; totals: chỉ có tổng đã công bố", "detail: computed from the detail; totals: published totals alone"),
        new("final", "boolean", "kết quả chính thức, không phải tạm tính", "final, not provisional"),
        new("inputs_sha256", "string", "mã băm của dữ liệu vào", "hash of the inputs"), new("engine", "string", "phiên bản chương trình", "version of the engine"),
        new("survey_low", "number", "chỉ số: cận dưới khoảng tin cậy 95 % do chọn mẫu khảo sát", "index: lower bound of the 95 % interval from survey sampling"),
        new("survey_high", "number", "cận trên", "upper bound"),
        new("survey_rank_best", "integer", "hạng tốt nhất mà chọn mẫu khảo sát để ngỏ", "best rank that survey sampling leaves open"),
        new("survey_rank_worst", "integer", "hạng thấp nhất", "worst rank"),
        new("appraised_twice", "integer", "số tiêu chí được thẩm định từ hai lần", "leaves appraised twice or more"),
        new("appraisal_low", "number", "chỉ số: cận dưới khoảng tin cậy 95 % do các lần thẩm định khác nhau", "index: lower bound of the 95 % interval from appraisers' disagreement"),
        new("appraisal_high", "number", "cận trên", "upper bound"),
        new("appraisal_rank_best", "integer", "hạng tốt nhất mà khác biệt thẩm định để ngỏ", "best rank that appraisers' disagreement leaves open"),
        new("appraisal_rank_worst", "integer", "hạng thấp nhất", "worst rank"),
        new("brackets", "string", "các nhóm đơn vị liền hạng chưa phân biệt được (số thứ tự trong khối)", "brackets of neighbours that cannot be told apart (numbers in the group)"),
    ]);

    public static DataTable Areas { get; } = new("areas.csv", "Kết quả theo lĩnh vực", "Results by area",
    [
        Group, Unit, new("area", "string", "mã lĩnh vực", "code of the area"), NameVi, NameEn, Points, Applicable, Index,
        new("rank", "integer", "thứ hạng trong khối theo lĩnh vực", "rank in the group by the area"), new("tied", "boolean", "đồng hạng", "rank is shared"), Exact,
    ]);

    public static DataTable Criteria { get; } = new("criteria.csv", "Kết quả theo tiêu chí", "Results by criterion",
    [
        Group, Unit, new("criterion", "string", "mã tiêu chí", "code of the criterion"), NameVi, NameEn, Points, Applicable, Index, Exact,
    ]);

    public static DataTable Leaves { get; } = new("leaves.csv", "Điểm từng tiêu chí thành phần với cách tính", "Points of every leaf with its working",
    [
        Group, Unit, new("leaf", "string", "mã tiêu chí được chấm điểm", "code of the leaf"), Points,
        new("maximum", "number", "điểm tối đa", "maximum points"), Applicable, new("stage", "string", "bước chấm cho điểm cuối", "stage that gave the final points"),
        new("state", "string", "trạng thái", "state"), new("self", "number", "điểm tự chấm", "the unit's own points"),
        new("by_rule", "number", "điểm theo cách tính", "points by the rule"),
        new("working_vi", "string", "diễn giải cách tính", "working in Vietnamese"), new("working_en", "string", "diễn giải tiếng Anh", "working in English"),
    ]);

    public static DataTable Groups { get; } = new("groups.csv", "Các khối: bình quân và số đếm", "Groups and blocks: means and counts",
    [
        new("kind", "string", "group: khối xếp hạng; block: khối gộp", "group: ranking group; block: union of groups"), new("code", "string", "mã", "code"), NameVi, NameEn,
        new("units", "integer", "số đơn vị", "units"), new("ranked", "integer", "số đơn vị được xếp hạng", "ranked units"),
        new("mean", "number", "chỉ số bình quân", "mean index"), new("best", "number", "cao nhất", "best"), new("worst", "number", "thấp nhất", "worst"),
        new("previous_mean", "number", "bình quân kỳ trước", "mean of the previous cycle"), new("mean_change", "number", "thay đổi bình quân", "change of the mean"),
        new("satisfaction_mean", "number", "mức độ hài lòng bình quân", "mean satisfaction"),
        new("satisfaction_above", "integer", "số đơn vị trên ngưỡng hài lòng", "units above the line of satisfaction"),
        new("satisfaction_below", "integer", "số đơn vị chưa đạt ngưỡng", "units not above it"),
        new("satisfaction_none", "integer", "số đơn vị không có kết quả hài lòng", "units without a figure"),
        new("satisfaction_above_before", "integer", "số đơn vị trên ngưỡng kỳ trước", "units above the line a year before"),
        new("satisfaction_crossing", "integer", "số đơn vị có khoảng tin cậy 95 % chứa ngưỡng", "units whose 95 % interval holds the line"),
    ]);

    public static DataTable Satisfaction { get; } = new("satisfaction.csv", "Mức độ hài lòng", "Satisfaction",
    [
        Unit, new("level", "string", "cấp: overall, content, factor, item", "level"), new("code", "string", "mã", "code"), new("mode", "string", "cách gộp", "aggregation mode"),
        new("share", "number", "tỷ lệ hài lòng, %, làm tròn một lần", "share of satisfied answers, per cent, rounded once"),
        new("low", "number", "cận dưới khoảng tin cậy 95 %", "lower bound of the 95 % interval"), new("high", "number", "cận trên", "upper bound"),
        new("answers", "integer", "số ý kiến hợp lệ", "valid answers"), new("satisfied", "integer", "hài lòng", "satisfied"),
        new("neutral", "integer", "bình thường", "neutral"), new("dissatisfied", "integer", "không hài lòng", "dissatisfied"),
        new("forms", "integer", "số phiếu", "forms"), new("suppressed", "boolean", "không công bố vì ít phiếu", "not published, too few forms"),
        new("above_threshold", "boolean", "trên ngưỡng", "above the line"), new("method_version", "string", "phiên bản phương pháp", "version of the method"),
        new("share_exact", "string", "tỷ lệ chưa làm tròn, dạng phân số", "share unrounded, as a fraction"),
        new("collected", "integer", "số phiếu thu về (dòng chung)", "forms collected (headline row)"),
        new("valid", "integer", "số phiếu hợp lệ (dòng chung)", "valid forms (headline row)"),
        new("no_interval_vi", "string", "vì sao không có khoảng tin cậy", "why there is no interval, in Vietnamese"),
        new("no_interval_en", "string", "vì sao không có khoảng tin cậy, tiếng Anh", "why there is no interval, in English"),
    ]);

    public static DataTable Heads { get; } = new("heads.csv", "Phân loại người đứng đầu, theo chức vụ", "Classification of heads, by post",
    [
        Group, Unit, new("post_vi", "string", "chức vụ", "post in Vietnamese"), new("post_en", "string", "chức vụ, tiếng Anh", "post in English"),
        new("grade", "string", "mã mức", "code of the grade"), new("grade_vi", "string", "mức", "grade in Vietnamese"), new("grade_en", "string", "mức, tiếng Anh", "grade in English"),
    ]);

    public static DataTable Units { get; } = new("units.csv", "Các đơn vị", "The units",
    [
        Unit, NameVi, NameEn, new("short_vi", "string", "tên ngắn", "short name in Vietnamese"), new("short_en", "string", "tên ngắn tiếng Anh", "short name in English"), Group,
        new("slug", "string", "địa chỉ trang", "part of the page's address"), new("valid_from", "date", "có từ ngày", "valid from"),
        new("predecessors", "string", "đơn vị tiền thân", "units it came from"),
        new("satisfaction_measured", "boolean", "có đo lường hài lòng", "satisfaction is measured"), new("source", "string", "nguồn", "source"),
    ]);

    public static DataTable Framework { get; } = new("framework.csv", "Bộ tiêu chí: từng dòng với cách tính bằng lời", "Criteria: every line with its rule in words",
    [
        new("framework", "string", "mã bộ tiêu chí", "code of the framework"), new("version", "string", "phiên bản", "version"),
        new("level", "string", "cấp: area, criterion, leaf", "level: area, criterion, leaf"), new("code", "string", "mã", "code"),
        new("parent", "string", "mã dòng trên", "code of the line above"), new("area", "string", "mã lĩnh vực", "code of the area"), NameVi, NameEn,
        new("maximum", "number", "điểm tối đa", "maximum points"), new("rule", "string", "loại cách tính", "kind of rule"),
        new("rule_vi", "string", "cách tính bằng lời", "rule in words, Vietnamese"), new("rule_en", "string", "cách tính bằng lời, tiếng Anh", "rule in words, English"),
        new("source_vi", "string", "nguồn", "source in Vietnamese"), new("source_en", "string", "nguồn, tiếng Anh", "source in English"),
        new("illustrative", "boolean", "dòng minh họa", "the line is illustrative"),
    ]);
}
