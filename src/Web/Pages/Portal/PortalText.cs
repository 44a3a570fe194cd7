using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Surveys;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Words for states: empty never is a number or a dash.</summary>
public static class PortalText
{
    /// <summary>First of every path of pages.</summary>
    public static (Text Words, string Path) HomeLink { get; } = (new("Trang chủ", "Home"), "/");

    public static Text Of(UnitState state) => state switch
    {
        UnitState.NotSubmitted => new("Chưa nộp", "Not submitted"),
        UnitState.Incomplete => new("Chưa đủ điểm thành phần", "Some scores are missing"),
        UnitState.NotAppraised => new("Chưa thẩm định", "Not appraised"),
        UnitState.NoIndex => new("Không có chỉ số", "No index"),
        UnitState.NotPublished => new("Không công bố", "Not published"),
        _ => new("Đã xếp hạng", "Ranked"),
    };

    public static Text Of(FormSign sign) => sign switch
    {
        FormSign.StraightLines => new("Nhiều phiếu trả lời mọi câu cùng một mức", "Many forms with one answer to everything"),
        FormSign.SameAnswers => new("Nhiều phiếu trùng nhau mọi câu", "Many forms equal in every answer"),
        FormSign.AlwaysSatisfied => new("Mọi phiếu đều hài lòng, khó do ngẫu nhiên", "Every form satisfied, hardly by chance"),
        FormSign.AboveFunnel => new("Hài lòng cao khác thường", "Unusually many satisfied"),
        _ => new("Hài lòng thấp khác thường", "Unusually few satisfied"),
    };

    public static Text Of(LeafState state) => state switch
    {
        LeafState.NotAppraised => new("Chưa thẩm định (điểm tự chấm)", "Not appraised (own score)"),
        LeafState.NotScored => new("Chưa có điểm", "No score"),
        LeafState.Excluded => new("Không áp dụng", "Not applicable"),
        LeafState.FullPoints => new("Không phát sinh: điểm tối đa", "Nothing arose: full points"),
        LeafState.NoEvidence => new("Không có tài liệu kiểm chứng: 0 điểm", "No evidence: 0 points"),
        LeafState.SurveyNotHeld => new("Không tổ chức khảo sát", "Survey not held"),
        LeafState.NoSurveyResult => new("Không đủ mẫu khảo sát", "Not enough survey answers"),
        _ => new("Đã chấm", "Scored"),
    };
}
