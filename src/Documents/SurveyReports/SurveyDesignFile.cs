using ParIndex.Core;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.SurveyReports;

/// <summary>Reads design.json strictly, with the place of every mistake.</summary>
public static class SurveyDesignFile
{
    /// <summary>The design, or null with why not.</summary>
    public static SurveyDesign? Read(string path, out IReadOnlyList<Finding> findings)
    {
        var found = new FileFindings(path);
        var design = HandwrittenJson.Read<SurveyDesign>(File.ReadAllBytes(path), found);
        var list = found.All.ToList();
        if (design is not null) Check(path, design, list);
        findings = list;
        return list.Exists(finding => finding.Severity == Severity.Error) ? null : design;
    }

    private static void Check(string path, SurveyDesign design, List<Finding> findings)
    {
        if (design.Items.Count == 0) Say("$.items", "chưa có mục hỏi nào. Thêm ít nhất một mục.", "there is no item. Add at least one.");
        if (design.HighestLevel is < 2 or > 7) Say("$.highestLevel", "mức cao nhất phải từ 2 đến 7.", "the highest level must lie between 2 and 7.");
        if (design.SatisfiedFrom < 2 || design.SatisfiedFrom > design.HighestLevel)
            Say("$.satisfiedFrom", "mức hài lòng phải từ 2 đến mức cao nhất.", "the satisfied level must lie between 2 and the highest.");
        foreach (var code in design.NotAnswers.Where(code => code >= 1 && code <= design.HighestLevel))
            Say("$.notAnswers", $"mã {code} là một mức của thang. Bỏ mã này hoặc sửa thang.", $"the code {code} is a level of the scale. Take it out, or correct the scale.");
        foreach (var twice in design.Items.GroupBy(item => item.Code, StringComparer.Ordinal).Where(group => group.Count() > 1))
            Say("$.items", $"mục {twice.Key} có hai lần. Chỉ giữ một.", $"the item {twice.Key} stands twice. Keep one.");
        if (design.Strata.Count > 0 && design.Stratum is null) Say("$.strata", "có danh sách tầng nhưng không có cột tầng. Thêm stratum.", "there are strata but no column of them. Add stratum.");
        if (design.ClusterPopulation is not null && design.Cluster is null) Say("$.clusterPopulation", "có quy mô cụm nhưng không có cột cụm. Thêm cluster.", "there is a size of clusters but no column of them. Add cluster.");
        if (design.MinimumBase < 10) Say("$.minimumBase", "số phiếu tối thiểu phải từ 10.", "the minimum base must be 10 or more.");
        if (!Enum.IsDefined(design.Lonely)) Say("$.lonely", "không có quy tắc này.", "there is no such rule.");

        void Say(string where, string vi, string en) => findings.Add(new("V001", $"{path}: {where}", SurveyText.Design(vi, en)));
    }
}
