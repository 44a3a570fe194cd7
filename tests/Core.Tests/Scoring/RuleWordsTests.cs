using System.Text.Json.Serialization;
using ParIndex.Core.Scoring;

namespace ParIndex.Core.Tests.Scoring;

public class RuleWordsTests
{
    public static TheoryData<string, string, string> InWords => new()
    {
        { "binary", "đạt yêu cầu: 1 điểm; không đạt: 0 điểm", "requirement met: 1 point; not met: 0 points" },
        { "levels", "kịp thời: 1 điểm; không kịp thời: 0,5 điểm; không ban hành: 0 điểm", "on time: 1 point; late: 0.5 points; not issued: 0 points" },
        { "brackets", "trên 90 %: 2 điểm; từ 70 % đến 90 %: 1 điểm; dưới 70 %: 0 điểm", "above 90%: 2 points; from 70% to 90%: 1 point; below 70%: 0 points" },
        { "linear", "từ 80 % trở lên: 2 điểm; dưới 80 %: tỷ lệ đạt ÷ 80 % × 2 điểm", "80% or more: 2 points; below 80%: share ÷ 80% × 2 points" },
        { "linear_cutoff", "từ 100 % trở lên: 1 điểm; từ 80 % đến dưới 100 %: tỷ lệ đạt × 1 điểm; dưới 80 %: 0 điểm", "100% or more: 1 point; from 80% to below 100%: share × 1 point; below 80%: 0 points" },
        { "linear_floor", "từ 100 % trở lên: 3 điểm; trên 95 % đến dưới 100 %: tăng đều từ 0 đến 3 điểm; từ 95 % trở xuống: 0 điểm", "100% or more: 3 points; above 95% to below 100%: evenly from 0 to 3 points; 95% or less: 0 points" },
        { "deduction", "1 điểm, trừ 0,5 điểm cho mỗi dự thảo bị trả lại; không dưới 0 điểm", "1 point, less 0.5 points for each: drafts returned; not below 0 points" },
        { "weighted_deduction", "2 điểm, trừ 1 điểm cho mỗi lãnh đạo bị kỷ luật; 0,5 điểm cho mỗi công chức bị kỷ luật; không dưới 0 điểm", "2 points, less 1 point for each: leaders disciplined; 0.5 points for each: staff disciplined; not below 0 points" },
        { "count_steps", "từ 2 trở lên: 1,5 điểm; từ 1 trở lên: 1 điểm; từ 0: 0 điểm", "2 or more: 1.5 points; 1 or more: 1 point; from 0: 0 points" },
        { "checklist", "có kế hoạch: 0,5 điểm; 5 mục thông tin, mỗi mục 0,1 điểm", "plan issued: 0.5 points; 5 sections of information, 0.1 points each" },
        { "survey_mean", "điểm trung bình khảo sát ÷ 100 × 1,5 điểm", "survey mean ÷ 100 × 1.5 points" },
        { "sipas", "mức độ hài lòng (%) × 10 điểm", "satisfaction (%) × 10 points" },
        { "external", "điểm Bộ chỉ số phục vụ (nguồn: Cổng Dịch vụ công quốc gia) ÷ 100 × 1 điểm", "service index score (source: National Public Service Portal) ÷ 100 × 1 point" },
        { "manual", "người thẩm định cho điểm từ 0 đến 2 điểm, ghi rõ lý do", "the appraiser gives 0 to 2 points, with a reason" },
    };

    [Theory, MemberData(nameof(InWords))]
    public void A_rule_reads_as_a_person_would_say_it(string kind, string vi, string en)
    {
        var (_, rule, max) = Rules.All.Single(rule => rule.Kind == kind);

        Assert.Equal(new Text(vi, en), rule.InWords(Points.Of(max)));
    }

    [Fact]
    public void Every_kind_in_the_list_of_JSON_names_is_tested_here()
    {
        var listed = typeof(ScoringRule).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>().ToList();

        Assert.Equal(listed.Select(kind => (string)kind.TypeDiscriminator!), InWords.Select(row => row.Data.Item1));
        Assert.Equal(listed.Select(kind => kind.DerivedType), Rules.All.Select(rule => rule.Rule.GetType()));
    }

    [Fact]
    public void A_scale_that_does_not_begin_at_0_is_said_whole() =>
        Assert.Equal(
            "(điểm trung bình khảo sát − 1) ÷ (5 − 1) × 2 điểm",
            new SurveyMeanRule { ScaleMin = Quantity.Of(1), ScaleMax = Quantity.Of(5) }.InWords(Points.Of(2m)).Vi);
}
