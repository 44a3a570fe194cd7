using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Ranking;
using ParIndex.Core.Scoring;

namespace ParIndex.Testing;

/// <summary>
/// A small valid year: a framework of 100 points in two areas, three units of one group, every leaf scored by the unit and appraised
/// alike. A test states only what matters to it and takes the rest from here.
/// </summary>
public static class Build
{
    /// <summary>When acts happen, one minute after another.</summary>
    public static readonly DateTimeOffset Start = new(2022, 1, 10, 8, 0, 0, TimeSpan.FromHours(7));

    /// <summary>Stages of <see cref="Cycle"/> by index.</summary>
    public const int Self = 0, Appraisal1 = 1, Explanation = 2, Appraisal2 = 3, Council = 4;

    /// <summary>Area 1 (60): 1.1 = 1.1.1 (20) and 1.1.2 (20), 1.2 (20, a criterion that is a leaf). Area 2 (40): 2.1 = 2.1.1 (30) and 2.1.2 (10).</summary>
    public static Framework Framework(
        Func<Leaf, Leaf>? leaf = null, TiePolicy? ties = null, AdjustmentRules? adjustments = null, string code = "test-2021") => new()
        {
            Code = code,
            Version = "1",
            Name = Both("Bộ chỉ số thử", "Test framework"),
            UnitKinds = ["department"],
            Total = Points.Of(100),
            Areas =
        [
            Area("1", 60, [Criterion("1.1", 40, [Leaf("1.1.1", 20), Leaf("1.1.2", 20)], leaf), Criterion("1.2", 20, [], leaf)]),
            Area("2", 40, [Criterion("2.1", 40, [Leaf("2.1.1", 30), Leaf("2.1.2", 10)], leaf)]),
        ],
            Adjustments = adjustments ?? new(),
            Ties = ties ?? TiePolicy.Shared,
            Sources = [new Source("A", Both("Minh họa", "Illustrative"), Illustrative: true)],
            Basis = Both("Số liệu thử", "Test data"),
            Illustrative = true,
        };

    /// <summary>A manual leaf the unit scores and a department appraises; nothing has to be attached.</summary>
    public static Leaf Leaf(string code, decimal max, ScoringRule? rule = null, ScoreSource scoredBy = ScoreSource.Appraisal) => new()
    {
        Code = CriterionCode.Parse(code),
        Name = Both($"Tiêu chí {code}", $"Criterion {code}"),
        Max = Points.Of(max),
        Rule = rule ?? new ManualRule(),
        ScoredBy = scoredBy,
        Lead = "SNV",
        NotApplicable = NotApplicablePolicy.Exclude,
        Source = "A",
    };

    /// <summary>One group of units under one framework.</summary>
    public static Cycle Cycle(string code = "test-2021", int year = 2021, params IReadOnlyList<RankingGroup> groups) => new()
    {
        Code = code,
        Place = new Place("test", Both("thành phố Thử", "Test city"), Both("Thử", "Test"), Both("Ủy ban nhân dân thành phố Thử", "People's Committee of Test city")),
        Year = year,
        Groups = groups.Count > 0 ? groups : [Group()],
        Stages =
        [
            new Stage("self", Both("Tự chấm", "Self-assessment"), StageKind.SelfAssessment),
            new Stage("appraisal1", Both("Thẩm định lần 1", "First appraisal"), StageKind.Appraisal),
            new Stage("explanation", Both("Giải trình", "Explanation"), StageKind.Explanation),
            new Stage("appraisal2", Both("Thẩm định lần 2", "Second appraisal"), StageKind.Appraisal),
            new Stage("council", Both("Hội đồng thẩm định", "Council"), StageKind.Council),
        ],
    };

    public static RankingGroup Group(string code = "departments", string? previous = null) => new()
    {
        Code = code,
        Name = Both($"Khối {code}", $"Group {code}"),
        Noun = Both("đơn vị", "unit"),
        Framework = "framework.json",
        PreviousGroup = previous,
    };

    public static Unit Unit(string code, string group = "departments") => new()
    {
        Code = UnitCode.Parse(code),
        Name = Both($"Sở {code}", $"Department {code}"),
        Group = group,
        ShortName = Text.Same(code),
        Slug = code,
    };

    /// <summary>A sheet whose leaves each have these points, by the unit and by the first appraisal; null leaves the leaf without acts.</summary>
    public static UnitSheet Sheet(Unit unit, Framework framework, params IReadOnlyList<decimal?> points) => new()
    {
        Unit = unit,
        Framework = framework,
        Leaves = [.. framework.Leaves.Select((_, i) => new LeafSheet { Acts = i < points.Count && points[i] is { } given ? [Act(Self, given), Act(Appraisal1, given)] : [] })],
    };

    /// <summary>An act a minute after the stage before it, with a reason.</summary>
    public static Act Act(int stage, decimal? points, string? reason = "Đã đối chiếu hồ sơ", int minute = 0) =>
        new(stage, points is { } given ? Points.Of(given) : null, reason, "SNV", Start.AddDays(stage).AddMinutes(minute));

    /// <summary>Three units A (90 points), B (80) and C (70), complete and appraised.</summary>
    public static CycleInput Input(Framework? framework = null) => Input(framework ?? Framework(), 90, 80, 70);

    /// <summary>Units A, B, C … of one group with these totals.</summary>
    public static CycleInput Input(Framework framework, params IReadOnlyList<decimal> totals) =>
        Input([.. totals.Select((total, i) => Sheet(Unit(((char)('A' + i)).ToString()), framework, Spread(framework, total)))]);

    /// <summary>These sheets, all of one group.</summary>
    public static CycleInput Input(params IReadOnlyList<UnitSheet> sheets) => new()
    {
        Cycle = Cycle(),
        Frameworks = new Dictionary<string, Framework> { ["departments"] = sheets[0].Framework },
        Units = [.. sheets.Select(sheet => sheet.Unit)],
        Sheets = sheets,
        InputsHash = new string('0', 64),
    };

    /// <summary>A previous year with these published units of the group <c>departments</c>.</summary>
    public static PreviousYear Previous(params IReadOnlyList<PreviousUnit> units) => new() { Cycle = Cycle("test-2020", 2020), Units = units };

    public static PreviousUnit Before(string unit, decimal? index, int? rank, string group = "departments", string? framework = null) =>
        new(UnitCode.Parse(unit), group, null, index, rank, null, null, framework);

    // As much as fits into the first leaf, then into the next.
    private static decimal?[] Spread(Framework framework, decimal total)
    {
        var rest = total;
        return
        [
            .. framework.Leaves.Select(leaf =>
            {
                var part = Math.Min(rest, leaf.Max.Value);
                rest -= part;
                return (decimal?)part;
            }),
        ];
    }

    private static Area Area(string code, decimal max, IReadOnlyList<Criterion> criteria) => new()
    {
        Code = CriterionCode.Parse(code),
        Name = Both($"Lĩnh vực {code}", $"Area {code}"),
        Max = Points.Of(max),
        Criteria = criteria,
        Source = "A",
    };

    private static Criterion Criterion(string code, decimal max, IReadOnlyList<Leaf> leaves, Func<Leaf, Leaf>? change) => new()
    {
        Code = CriterionCode.Parse(code),
        Name = Both($"Tiêu chí {code}", $"Criterion {code}"),
        Max = Points.Of(max),
        SubCriteria = [.. leaves.Select(leaf => change?.Invoke(leaf) ?? leaf)],
        Scored = leaves.Count > 0 ? null : change?.Invoke(Leaf(code, max)) ?? Leaf(code, max),
    };

    private static Text Both(string vi, string en) => new(vi, en);
}
