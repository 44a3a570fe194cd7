using ParIndex.Core.Scoring;

namespace ParIndex.Core.Tests.Scoring;

public class ExplanationTests
{
    /// <summary>Kind, maximum, inputs, the Vietnamese and the English sentence.</summary>
    public static TheoryData<string, decimal, decimal?[], string, string> Sentences => new()
    {
        { "binary", 1m, [1m], "Đạt yêu cầu → 1 điểm", "Requirement met → 1 point" },
        { "binary", 1m, [0m], "Không đạt yêu cầu → 0 điểm", "Requirement not met → 0 points" },
        { "levels", 1m, [1m], "Mức “không kịp thời” → 0,5 điểm", "Level “late” → 0.5 points" },
        { "brackets", 2m, [12m, 15m], "12/15 văn bản đúng hạn = 80,00 % → 1 điểm (từ 70 % đến 90 %)", "12/15 documents on time = 80.00% → 1 point (from 70% to 90%)" },
        { "brackets", 2m, [90_001m, 100_000m], "90.001/100.000 văn bản đúng hạn = 90,001 % → 2 điểm (trên 90 %)", "90,001/100,000 documents on time = 90.001% → 2 points (above 90%)" },
        { "linear", 2m, [63m, 100m], "63/100 văn bản đúng hạn = 63,00 % → 1,575 điểm (theo tỷ lệ của mục tiêu 80 %)", "63/100 documents on time = 63.00% → 1.575 points (in proportion to the target of 80%)" },
        { "linear", 2m, [16m, 15m], "16/15 văn bản đúng hạn = 106,67 % → 2 điểm (đạt mục tiêu 80 %)", "16/15 documents on time = 106.67% → 2 points (target of 80% reached)" },
        { "linear_cutoff", 1m, [79m, 99m], "79/99 văn bản đúng hạn = 79,80 % → 0 điểm (dưới ngưỡng 80 %)", "79/99 documents on time = 79.80% → 0 points (below the cut-off of 80%)" },
        { "linear_cutoff", 1m, [79_999m, 100_000m], "79.999/100.000 văn bản đúng hạn = 79,999 % → 0 điểm (dưới ngưỡng 80 %)", "79,999/100,000 documents on time = 79.999% → 0 points (below the cut-off of 80%)" },
        { "linear_cutoff", 1m, [12m, 15m], "12/15 văn bản đúng hạn = 80,00 % → 0,8 điểm (theo tỷ lệ đạt)", "12/15 documents on time = 80.00% → 0.8 points (in proportion)" },
        { "linear_floor", 3m, [9850m, 10_000m], "9.850/10.000 văn bản đúng hạn = 98,50 % → 2,1 điểm (tăng đều từ 95 % đến 100 %)", "9,850/10,000 documents on time = 98.50% → 2.1 points (evenly from 95% to 100%)" },
        { "linear_floor", 3m, [95m, 100m], "95/100 văn bản đúng hạn = 95,00 % → 0 điểm (không vượt mức sàn 95 %)", "95/100 documents on time = 95.00% → 0 points (not above the floor of 95%)" },
        { "deduction", 1m, [0m], "0 dự thảo bị trả lại → 1 điểm", "0 drafts returned → 1 point" },
        { "deduction", 1m, [1m], "1 dự thảo bị trả lại: 1 − 1 × 0,5 điểm → 0,5 điểm", "1 drafts returned: 1 − 1 × 0.5 points → 0.5 points" },
        { "deduction", 1m, [5m], "5 dự thảo bị trả lại: 1 − 5 × 0,5 điểm → 0 điểm (không trừ quá mức tối thiểu)", "5 drafts returned: 1 − 5 × 0.5 points → 0 points (never below the minimum)" },
        { "weighted_deduction", 2m, [1m, 1m], "1 lãnh đạo bị kỷ luật; 1 công chức bị kỷ luật: 2 − 1 × 1 − 1 × 0,5 → 0,5 điểm", "1 leaders disciplined; 1 staff disciplined: 2 − 1 × 1 − 1 × 0.5 → 0.5 points" },
        { "weighted_deduction", 2m, [0m, 0m], "0 lãnh đạo bị kỷ luật; 0 công chức bị kỷ luật → 2 điểm", "0 leaders disciplined; 0 staff disciplined → 2 points" },
        { "count_steps", 1.5m, [3m], "3 sáng kiến được công nhận → 1,5 điểm (từ 2 trở lên)", "3 initiatives recognised → 1.5 points (2 or more)" },
        { "checklist", 1m, [1m, 3m], "có kế hoạch: có; 3/5 mục thông tin → 0,8 điểm", "plan issued: yes; 3/5 sections of information → 0.8 points" },
        { "survey_mean", 1.5m, [81.5m], "Điểm trung bình khảo sát 81,5 trên thang từ 0 đến 100 → 1,2225 điểm", "Survey mean 81.5 on a scale from 0 to 100 → 1.2225 points" },
        { "sipas", 10m, [92.67m], "Mức độ hài lòng 92,67 % × 10 điểm → 9,267 điểm", "Satisfaction 92.67% × 10 points → 9.267 points" },
        { "external", 1m, [78.4m], "điểm Bộ chỉ số phục vụ: 78,4/100 (Cổng Dịch vụ công quốc gia) → 0,784 điểm", "service index score: 78.4/100 (National Public Service Portal) → 0.784 points" },
        { "manual", 2m, [], "Chưa chấm điểm.", "Not scored yet." },
    };

    [Theory, MemberData(nameof(Sentences))]
    public void A_score_says_in_a_sentence_why_it_is_what_it_is(string kind, decimal max, decimal?[] inputs, string vi, string en) =>
        Assert.Equal(new Text(vi, en), Rule(kind).Explain(max, inputs).Sentence);

    [Fact]
    public void Every_kind_of_rule_has_its_sentence() =>
        Assert.Equal(Rules.All.Select(rule => rule.Kind), Sentences.Select(row => row.Data.Item1).Distinct());

    [Fact]
    public void What_the_appraiser_gave_is_said_with_the_maximum() =>
        Assert.Equal(
            new Text("Người thẩm định cho 1,5 điểm trên 2", "The appraiser gave 1.5 points of 2"),
            new ManualRule().Explain(new Score(Points.Of(1.5m)), [], Points.Of(2m)).Sentence);

    [Fact]
    public void What_is_missing_is_named() =>
        Assert.Equal(
            new Text("Chưa có số liệu: văn bản phải ban hành.", "No figure yet: documents due."),
            Rules.Cutoff.Explain(1m, 12m, null).Sentence);

    [Fact]
    public void Nothing_arose_is_said_so() =>
        Assert.Equal(new Text("Không phát sinh trong năm.", "Nothing arose in the year."), Rules.Cutoff.Explain(1m, 0m, 0m).Sentence);

    [Fact]
    public void Figures_that_cannot_be_say_what_is_wrong_with_them() =>
        Assert.Equal("“văn bản đúng hạn” là −1, không được âm. Kiểm tra lại số liệu nguồn.", Rules.Cutoff.Explain(1m, -1m, 5m).Sentence.Vi);

    [Fact]
    public void The_trace_holds_names_and_values_for_a_machine() =>
        Assert.Equal(
            [
                new("on_time", "12"), new("due", "15"), new("percent", "80"), new("outcome", "Scored"), new("branch", "1"), new("max", "1"),
                new("points", "0.8"),
            ],
            Rules.Cutoff.Explain(1m, 12m, 15m).Steps);

    private static ScoringRule Rule(string kind) => Rules.All.Single(rule => rule.Kind == kind).Rule;
}
