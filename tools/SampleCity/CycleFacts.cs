using ParIndex.Core;
using ParIndex.Core.Cycles;

namespace ParIndex.SampleCity;

/// <summary>cycle.json of the three years.</summary>
public static class CycleFacts
{
    public static Place Place { get; } = new(
        "hai-phong",
        new("thành phố Hải Phòng", "Hải Phòng City"),
        new("Hải Phòng", "Hải Phòng"),
        new("Ủy ban nhân dân thành phố Hải Phòng", "People's Committee of Hải Phòng City"));

    public static Cycle Year2021 { get; } = new()
    {
        Code = "hai-phong-2021",
        Place = Place,
        Year = 2021,
        Groups =
        [
            new() { Code = "so", Name = new("Các sở, ban, ngành", "Departments and agencies"), Noun = new("sở, ban, ngành", "department"), Framework = Frameworks.Departments },
            new() { Code = "quan", Name = new("Ủy ban nhân dân các quận", "People's committees of urban districts"), Noun = new("quận", "urban district"), Framework = Frameworks.Districts, PreviousGroup = "quan-huyen" },
            new() { Code = "huyen", Name = new("Ủy ban nhân dân các huyện", "People's committees of rural districts"), Noun = new("huyện", "rural district"), Framework = Frameworks.Districts, PreviousGroup = "quan-huyen" },
        ],
        Blocks = [new("districts", new("15 quận, huyện", "15 districts"), ["quan", "huyen"])],
        Stages = Stages,
        Previous = "../hai-phong-2020",
        Council = new("Hội đồng thẩm định Chỉ số cải cách hành chính thành phố", "City council for the appraisal of the PAR index"),
        Decision = new("903/QĐ-UBND", new(2022, 3, 28)),
        Grounds =
        [
            "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019",
            "Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030",
        ],
        Heads = new("../../frameworks/heads-2021.json", "city_2021_like", Published: true),
        Marks = [90m],
        InitiativesLeaf = CriterionCode.Parse("1.5.1"),
        Notice = new(
            "SỐ LIỆU MINH HỌA: chỉ tên đơn vị, nhóm xếp hạng và các kết quả đã công bố kèm Quyết định số 903/QĐ-UBND ngày 28/3/2022 là thật; "
            + "mọi số liệu chi tiết bên dưới và kết quả khác do phần mềm tạo ra để minh họa.",
            "ILLUSTRATIVE FIGURES: only the units' names, the ranking groups and the results published with Decision 903/QĐ-UBND of 28 March 2022 are real; "
            + "all detail beneath and every other result was made up to illustrate the software."),
        Sources =
        [
            new("Thông tin công bố Quyết định số 903/QĐ-UBND ngày 28/3/2022 trên Cổng tin tức thành phố Hải Phòng, 30/3/2022.",
                "News on Decision 903/QĐ-UBND of 28 March 2022, news portal of Hải Phòng City, 30 March 2022."),
        ],
        GroupingNote = new(
            "Năm 2021 là năm đầu tiên thành phố xếp hạng riêng khối quận và khối huyện (Cổng tin tức thành phố Hải Phòng, 30/3/2022).",
            "2021 is the first year in which urban and rural districts are ranked separately (news portal of Hải Phòng City, 30 March 2022)."),
    };

    public static Cycle Year2020 { get; } = new()
    {
        Code = "hai-phong-2020",
        Place = Place,
        Year = 2020,
        Groups =
        [
            new() { Code = "so", Name = new("Các sở, ban, ngành", "Departments and agencies"), Noun = new("sở, ban, ngành", "department") },
            new() { Code = "quan-huyen", Name = new("Ủy ban nhân dân các quận, huyện", "People's committees of districts"), Noun = new("quận, huyện", "district") },
        ],
        Blocks = [new("districts", new("15 quận, huyện", "15 districts"), ["quan-huyen"])],
        Stages = Stages,
        Notice = new(
            "SỐ LIỆU MINH HỌA: của năm 2020 chỉ biết ba đơn vị dẫn đầu khối sở, ban, ngành, trung bình 84,70 của 15 quận, huyện (suy ra từ 86,91 và mức tăng 2,21) "
            + "và số đơn vị có mức độ hài lòng trên 90 %; điểm từng đơn vị là minh họa.",
            "ILLUSTRATIVE FIGURES: of 2020 only the three leading departments, the mean of 84.70 of the 15 districts (from 86.91 and the rise of 2.21) "
            + "and the counts of units with a satisfaction above 90% are known; each unit's figures are made up."),
        Sources = Year2021.Sources,
    };

    public static Cycle Year2025 { get; } = new()
    {
        Code = "hai-phong-2025",
        Place = Place,
        Year = 2025,
        Groups =
        [
            new() { Code = "so", Name = new("Các sở, ban, ngành", "Departments and agencies"), Noun = new("sở, ban, ngành", "department") },
            new() { Code = "phuong", Name = new("Ủy ban nhân dân các phường", "People's committees of wards"), Noun = new("phường", "ward") },
            new() { Code = "xa-dac-khu", Name = new("Ủy ban nhân dân các xã, đặc khu", "People's committees of communes and special zones"), Noun = new("xã, đặc khu", "commune or special zone") },
        ],
        Blocks = [new("communes", new("113 xã, phường, đặc khu", "113 wards, communes and special zones"), ["phuong", "xa-dac-khu"])],
        Stages = Stages,
        Marks = [93m],
        Notice = new(
            "SỐ LIỆU MINH HỌA: chỉ tên, điểm, thứ hạng và mức độ hài lòng mà báo chí đã nêu của 20 đơn vị, số đơn vị từng khối, 10 phường từ 93 điểm và mức độ hài lòng "
            + "trung bình từng khối là thật; đơn vị mang số thứ tự và mọi số liệu khác là minh họa.",
            "ILLUSTRATIVE FIGURES: only the names, scores, ranks and satisfaction of 20 units reported by the press, the numbers of units, the ten wards from 93 on and the "
            + "mean satisfaction of each group are real; numbered units and every other figure are made up."),
        Sources =
        [
            new("Thời báo Tài chính Việt Nam; Lao Động; Thương hiệu và Pháp luật: tin về công bố Chỉ số cải cách hành chính năm 2025 của thành phố Hải Phòng.",
                "Thời báo Tài chính Việt Nam; Lao Động; Thương hiệu và Pháp luật: news on the PAR index of Hải Phòng City for 2025."),
        ],
        GroupingNote = new(
            "Năm 2025 là năm đầu tiên xếp hạng theo chính quyền địa phương hai cấp (từ 01/7/2025): không còn quận, huyện; xếp hạng riêng phường và xã, đặc khu.",
            "2025 is the first year of two-tier local government (from 1 July 2025): districts are no more; wards are ranked apart from communes and special zones."),
    };

    private static IReadOnlyList<Stage> Stages =>
    [
        new("self", new("Tự chấm điểm", "Self-assessment"), StageKind.SelfAssessment),
        new("appraisal1", new("Thẩm định lần 1", "First appraisal"), StageKind.Appraisal),
        new("explanation", new("Giải trình", "Explanation"), StageKind.Explanation),
        new("appraisal2", new("Thẩm định lần 2", "Second appraisal"), StageKind.Appraisal),
        new("council", new("Hội đồng thẩm định", "Appraisal council"), StageKind.Council),
    ];
}

/// <summary>Framework files, as cycle.json names them.</summary>
public static class Frameworks
{
    public const string Departments = "../../frameworks/hai-phong-so-2021.json";
    public const string Districts = "../../frameworks/hai-phong-quan-huyen-2021.json";
}
