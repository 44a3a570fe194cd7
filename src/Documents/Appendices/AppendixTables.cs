using System.Text;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Core.Surveys;

namespace ParIndex.Documents.Appendices;

/// <summary>The tables of the appendices, taken from the results without computing anything again.</summary>
internal static class AppendixTables
{
    private const string None = "Không có";

    /// <summary>Phụ lục I: one table a ranking group.</summary>
    public static IReadOnlyList<AppendixTable> Index(CycleResult result) =>
        [.. result.Input.Cycle.Groups.Select(group => Index(result, group))];

    /// <summary>Phụ lục II: satisfaction of every unit, one table a ranking group.</summary>
    public static IReadOnlyList<AppendixTable> Satisfaction(CycleResult result) =>
        [.. result.Input.Cycle.Groups.Select(group => Satisfaction(result, group))];

    /// <summary>Phụ lục III: by post, without names; empty unless the Decision publishes it.</summary>
    public static IReadOnlyList<AppendixTable> Heads(CycleResult result)
    {
        if (result.Input.Cycle.Heads is not { Published: true } || result.Heads.Count == 0) return [];
        var units = result.Units.ToDictionary(unit => unit.Unit.Code);
        return
        [
            new("Người đứng đầu", "Kết quả phân loại người đứng đầu",
                [new("TT", 6), new("Chức vụ", 38), new("Chỉ số CCHC (%)", 12, true), new("Mức độ hài lòng (%)", 12, true), new("Mức phân loại", 34)],
                [.. result.Heads.Select((head, i) => (IReadOnlyList<AppendixCell>)
                [
                    AppendixCell.Count(i + 1),
                    Cell(head.Head.Post.Vi),
                    AppendixCell.Of(units.GetValueOrDefault(head.Head.Unit)?.Published, 2, $"head-index:{head.Head.Id}", None),
                    AppendixCell.Of(units.GetValueOrDefault(head.Head.Unit)?.PublishedSatisfaction, 2, $"head-satisfaction:{head.Head.Id}", None),
                    Cell(head.GradeName.Vi),
                ])],
                []),
        ];
    }

    /// <summary>Index of each area, one table a ranking group; none when only totals are known.</summary>
    public static IReadOnlyList<AppendixTable> Areas(CycleResult result) =>
        [.. result.Input.Cycle.Groups.Select(group => Areas(result, group)).OfType<AppendixTable>()];

    private static AppendixTable Index(CycleResult result, RankingGroup group)
    {
        var units = Units(result, group);
        var bands = units.Any(unit => unit.Band is not null);
        var columns = new List<AppendixColumn>
        {
            new("Hạng", 12), new("Đơn vị", 34), new("Điểm đạt", 11, true), new("Điểm tối đa áp dụng", 12, true),
            new("Chỉ số (%)", 11, true), new("So với năm trước", 12, true),
        };
        if (bands) columns.Add(new("Xếp loại", 13));
        var rows = units.Select(unit =>
        {
            var code = unit.Unit.Code;
            var cells = new List<AppendixCell>
            {
                Rank(unit),
                Cell(unit.Unit.Name.Vi),
                AppendixCell.Of(unit.Achieved?.Value, 4, $"points:{code}", "Chưa có"),
                AppendixCell.Of(unit.Applicable?.Value, 2, $"applicable:{code}", "Chưa có"),
                AppendixCell.Of(unit.Published, 2, $"index:{code}", "Chưa có"),
                AppendixCell.Of(unit.Change?.Points, 2, $"change:{code}", "Không so sánh", signed: true),
            };
            if (bands) cells.Add(Cell(unit.Band?.Name.Vi ?? "Không xếp loại"));
            return (IReadOnlyList<AppendixCell>)cells;
        });
        var notes = units.Select(unit => unit.Change?.WhyNoScore?.Vi).OfType<string>().Distinct().Select(why => $"Không so sánh: {why}").ToList();
        if (units.Any(unit => unit.Standing is { Tied: true })) notes.Insert(0, "Đồng hạng: các đơn vị bằng điểm cùng nhận hạng tốt hơn.");
        if (units.Any(unit => unit.Standing is { Tied: true }) && result.Input.Frameworks.GetValueOrDefault(group.Code)?.Ties.Kind == Core.Ranking.TieKind.Ordered) notes[0] = "Đồng hạng: các đơn vị vẫn bằng nhau sau mọi tiêu chí phụ.";
        return new($"Chỉ số {group.Noun.Vi}", group.Name.Vi, columns, [.. rows], notes);
    }

    private static AppendixTable Satisfaction(CycleResult result, RankingGroup group)
    {
        var threshold = result.Input.Survey?.Threshold ?? new SatisfactionThreshold();
        var over = Words.PercentRange(threshold.Value, threshold.OrEqual, null, false).Vi;
        var under = Words.PercentRange(null, false, threshold.Value, !threshold.OrEqual).Vi;
        var columns = new AppendixColumn[]
        {
            new("TT", 6), new("Đơn vị", 38), new("Mức độ hài lòng (%)", 13, true), new("Số phiếu hợp lệ", 12, true), new("Số câu trả lời", 12, true), new($"So với mức {Words.Percent(threshold.Value).Vi}", 24),
        };
        var rows = Units(result, group).Select((unit, i) => (IReadOnlyList<AppendixCell>)
        [
            AppendixCell.Count(i + 1),
            Cell(unit.Unit.Name.Vi),
            AppendixCell.Of(unit.PublishedSatisfaction, 2, $"satisfaction:{unit.Unit.Code}", unit.Satisfaction is { Overall.Suppressed: true } ? "Không đủ mẫu" : None),
            AppendixCell.Of(unit.Satisfaction?.Forms.Valid, 0, $"forms:{unit.Unit.Code}", None),
            AppendixCell.Of(unit.Satisfaction?.Overall.Answers, 0, $"answers:{unit.Unit.Code}", None),
            Cell(unit.SatisfactionAbove is { } above ? Announcement.Lists.Capital(above ? over : under) : "Không có số liệu"),
        ]);
        return new($"Hài lòng {group.Noun.Vi}", group.Name.Vi, columns, [.. rows],
            result.Input.Survey is { } survey ? [$"Phiên bản phương pháp: {survey.MethodVersion}."] : []);
    }

    private static AppendixTable? Areas(CycleResult result, RankingGroup group)
    {
        var units = Units(result, group).Where(unit => unit.Areas.Count > 0).ToList();
        if (units.Count == 0) return null;
        var areas = units[0].Areas.Select(area => area.Area).ToList();
        return new($"Lĩnh vực {group.Noun.Vi}", $"Chỉ số theo lĩnh vực (%): {group.Name.Vi}",
            [new("Hạng", 12), new("Đơn vị", 34), .. areas.Select(area => new AppendixColumn($"{area.Code}. {area.Name.Vi}", 11, true)), new("Chỉ số (%)", 11, true)],
            [.. units.Select(unit => (IReadOnlyList<AppendixCell>)
            [
                Rank(unit),
                Cell(unit.Unit.Name.Vi),
                .. areas.Select(area => AppendixCell.Of(
                    unit.Areas.FirstOrDefault(one => one.Area.Code == area.Code)?.Published, 2, $"area:{unit.Unit.Code}:{area.Code}", "Không áp dụng")),
                AppendixCell.Of(unit.Published, 2, $"index:{unit.Unit.Code}", "Chưa có"),
            ])],
            []);
    }

    private static List<UnitResult> Units(CycleResult result, RankingGroup group) =>
        [.. result.Units.Where(unit => unit.Unit.Group == group.Code)];

    private static AppendixCell Rank(UnitResult unit) => unit switch
    {
        { Standing: { Tied: true } standing } => AppendixCell.Of($"đồng hạng {standing.Rank}"),
        { Standing: { } standing } => AppendixCell.Count(standing.Rank),
        _ => AppendixCell.Of(State(unit.State)),
    };

    private static string State(UnitState state) => state switch
    {
        UnitState.NotSubmitted => "Chưa nộp",
        UnitState.Incomplete => "Chưa đủ điểm",
        UnitState.NotAppraised => "Chưa thẩm định",
        UnitState.NoIndex => "Không áp dụng",
        UnitState.NotPublished => "Không công bố",
        _ => "Chưa xếp hạng",
    };

    private static AppendixCell Cell(string words) => AppendixCell.Of(words.Normalize(NormalizationForm.FormC));
}
