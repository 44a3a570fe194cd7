using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Core.Heads;
using ParIndex.Core.Ranking;

namespace ParIndex.Testing;

/// <summary>
/// A finished year with the facts published for Hải Phòng 2021 (three groups, one block, two of them ranked apart for the first time);
/// figures that were not published are made up. Results only: no detail beneath. A test changes what matters to it.
/// </summary>
public static class PublishedYear
{
    public static CycleResult Result()
    {
        UnitResult[] departments = [Ranked("SGTVT", "Sở Giao thông vận tải", "so", 95.98m, 1, 1, 94.10m, 1), Ranked("TTR", "Thanh tra thành phố", "so", 93.00m, 2, 1, 92.50m, 2), Ranked("STTTT", "Sở Thông tin và Truyền thông", "so", 92.57m, 3, 1, 91.90m, 3), Ranked("SNV", "Sở Nội vụ", "so", 91.02m, 4, 1, 91.50m, 5)];
        UnitResult[] urban = [Ranked("DK", "UBND quận Dương Kinh", "quan", 91.26m, 1), Ranked("NQ", "UBND quận Ngô Quyền", "quan", 91.07m, 2), Ranked("HA", "UBND quận Hải An", "quan", 90.12m, 3, 2), Ranked("HB", "UBND quận Hồng Bàng", "quan", 90.12m, 3, 2)];
        UnitResult[] rural = [Ranked("TL", "UBND huyện Tiên Lãng", "huyen", 92.18m, 1), Ranked("TN", "UBND huyện Thủy Nguyên", "huyen", 91.40m, 2), Ranked("KT", "UBND huyện Kiến Thụy", "huyen", 90.35m, 3), Ranked("CH", "UBND huyện Cát Hải", "huyen", 79.50m, 4)];
        UnitResult[] units = [.. departments, .. urban, .. rural];
        var grades = new GradeCount[] { new("xuat_sac", Both("Hoàn thành xuất sắc nhiệm vụ", "Excellent"), 5), new("tot", Both("Hoàn thành tốt nhiệm vụ", "Good"), 7) };
        return new CycleResult
        {
            Input = new CycleInput
            {
                Cycle = Cycle(),
                Frameworks = new Dictionary<string, Core.Frameworks.Framework>(),
                Units = [.. units.Select(unit => unit.Unit)],
                Previous = new PreviousYear { Cycle = Cycle() with { Code = "hai-phong-2020", Year = 2020 }, Units = [] },
                InputsHash = new string('a', 64),
            },
            Engine = "1.0.0",
            Final = true,
            TotalsOnly = false,
            Units = units,
            Groups =
            [
                Group("so", "Các sở, ban, ngành", ["so"], 20, 90.10m, 95.98m) with
                {
                    KeptTopThree = [.. departments[..3].Select(unit => unit.Unit.Code)],
                    SatisfactionAbove = 10,
                    SatisfactionBelow = 10,
                    SatisfactionAboveBefore = 15,
                    AboveInBothYears = [.. departments.Select(unit => unit.Unit.Code)],
                    Marks = [new MarkCount(90, 9, 8)],
                },
                Group("quan", "Ủy ban nhân dân các quận", ["quan"], 7, 88.40m, 91.26m) with { FirstYear = true, Marks = [new MarkCount(90, 4, null)] },
                Group("huyen", "Ủy ban nhân dân các huyện", ["huyen"], 8, 85.60m, 92.18m) with { FirstYear = true, Marks = [new MarkCount(90, 3, null)] },
            ],
            Blocks =
            [
                Group("districts", "15 quận, huyện", ["quan", "huyen"], 15, 86.91m, 92.18m) with
                {
                    PreviousMean = 84.70m, MeanChange = 2.21m, SatisfactionAbove = 11, SatisfactionBelow = 4, SatisfactionAboveBefore = 6, AboveInBothYears = [],
                },
                Group("all", "Tất cả", ["so", "quan", "huyen"], 35, 88.28m, 95.98m) with { Grades = grades, Initiatives = 41 },
            ],
            Heads = [.. departments.Select((unit, i) => Head(unit, grades[i % 2]))],
            Findings = [],
        };
    }

    public static Cycle Cycle() => new()
    {
        Code = "hai-phong-2021",
        Place = new Place("hai-phong", Both("thành phố Hải Phòng", "Hải Phòng City"), Both("Hải Phòng", "Hải Phòng"), Both("Ủy ban nhân dân thành phố Hải Phòng", "People's Committee of Hải Phòng City")),
        Year = 2021,
        Groups = [new() { Code = "so", Name = Both("Các sở, ban, ngành", "Departments"), Noun = Both("sở, ban, ngành", "department") }, Of("quan", "Ủy ban nhân dân các quận", "quận", "urban district"), Of("huyen", "Ủy ban nhân dân các huyện", "huyện", "rural district")],
        Blocks = [new Block("districts", Both("15 quận, huyện", "15 districts"), ["quan", "huyen"])],
        Stages = [],
        Decision = new DecisionMark("903/QĐ-UBND", new DateOnly(2022, 3, 28)),
        Heads = new HeadsUse("heads.json", "city", Published: true),
        Notice = Both("SỐ LIỆU MINH HỌA: chi tiết không có thật.", "ILLUSTRATIVE FIGURES: the detail is not real."),
    };

    /// <summary>The same year with another index for one unit.</summary>
    public static CycleResult With(this CycleResult result, string unit, Func<UnitResult, UnitResult> change) =>
        result with { Units = [.. result.Units.Select(one => one.Unit.Code.Value == unit ? change(one) : one)] };

    /// <summary>The same year with another group or block.</summary>
    public static CycleResult WithPart(this CycleResult result, string code, Func<GroupResult, GroupResult> change) => result with
    {
        Groups = [.. result.Groups.Select(one => one.Code == code ? change(one) : one)],
        Blocks = [.. result.Blocks.Select(one => one.Code == code ? change(one) : one)],
    };

    public static CycleResult WithCycle(this CycleResult result, Func<Cycle, Cycle> change) =>
        result with { Input = result.Input with { Cycle = change(result.Input.Cycle) } };

    private static UnitResult Ranked(string code, string name, string group, decimal index, int rank, int ties = 1, decimal? before = null, int? rankBefore = null) => new()
    {
        Unit = new Unit { Code = UnitCode.Parse(code), Name = Both(name, code), Group = group, ShortName = Text.Same(code), Slug = code },
        State = UnitState.Ranked,
        Achieved = Points.Of(index),
        Applicable = Points.Of(100),
        Index = Percent.Of(index),
        Published = index,
        Standing = new Standing(rank, ties),
        Change = new Change
        {
            Points = index - before,
            PreviousPublished = before,
            PreviousRank = rankBefore,
            WhyNoScore = before is null ? Both("Chỉ số năm 2020 không được công bố.", "The index of 2020 was not published.") : null,
        },
        PublishedSatisfaction = 93.25m,
        SatisfactionAbove = true,
    };

    private static GroupResult Group(string code, string name, IReadOnlyList<string> groups, int units, decimal mean, decimal best) => new()
    {
        Code = code,
        Name = Both(name, name),
        Groups = groups,
        Units = units,
        RankedUnits = units,
        Mean = mean,
        Best = best,
    };

    private static HeadResult Head(UnitResult unit, GradeCount grade) => new()
    {
        Head = new Head { Id = "H-" + unit.Unit.Code, Unit = unit.Unit.Code, Post = Both($"Thủ trưởng {unit.Unit.Name.Vi}", "Head") },
        Grade = grade.Grade,
        GradeName = grade.Name,
        Steps = [],
    };

    private static RankingGroup Of(string code, string name, string noun, string en) => new()
    {
        Code = code,
        Name = Both(name, name),
        Noun = Both(noun, en),
        PreviousGroup = "quan-huyen",
    };

    private static Text Both(string vi, string en) => new(vi, en);
}
