using System.Globalization;
using ParIndex.Core.Heads;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Heads;

/// <summary>Every row of heads_rule_vectors.csv and heads_quota_vectors.csv, under the rules that are shipped.</summary>
public class HeadsVectorTests
{
    private static readonly HeadRules Rules = Shipped.Rules;

    public static TheoryData<string> Cases => [.. File.ReadAllLines(Repository.Path("tests/Core.Tests/Heads/heads_rule_vectors.csv")).Skip(1)];

    public static TheoryData<string> Quotas => [.. File.ReadAllLines(Repository.Path("tests/Core.Tests/Heads/heads_quota_vectors.csv")).Skip(1)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_case_gets_the_grade_and_the_reasons_of_the_vectors(string row)
    {
        var cell = row.Split(',');
        var unit = UnitCode.Parse("U1");
        var facts = Shipped.Facts(unit) with
        {
            PublishedIndex = Number(cell[2]),
            PreviousPublishedIndex = Number(cell[3]),
            PublishedSatisfaction = Number(cell[4]),
            SatisfactionExempt = cell[5] == "true",
            LowestArea = Number(cell[6]),
        };
        var head = Shipped.Head("h1", unit) with
        {
            Inputs = new Dictionary<string, string>
            {
                ["plan_task_rate"] = cell[7],
                ["overdue_rate"] = cell[8],
                ["reports_late"] = cell[9],
                ["open_findings"] = cell[10],
                ["confirmed_harassment"] = cell[11],
                ["falsification"] = cell[12],
                ["head_disciplined"] = cell[13],
                ["unit_corruption"] = cell[14],
                ["months_in_post"] = cell[15],
                ["self_report_submitted"] = cell[16],
            },
        };
        var result = HeadsComputing.Classify(Rules, cell[1], [head], [facts], 2021);
        Assert.Empty(result.Findings);
        // The quota has vectors of its own; a head alone in a group of one can never be excellent under it.
        var one = Assert.Single(HeadsComputing.Classify(Shipped.WithoutQuota, cell[1], [head], [facts], 2021).Heads);
        Assert.Equal(
            (cell[17], cell[18], cell[19], cell[20], cell[21]),
            (one.BaseGrade ?? "khong_xep_loai", one.Ceiling ?? "", one.AfterCeilings ?? "", one.Grade, string.Join(';', one.Fired)));
    }

    [Theory]
    [MemberData(nameof(Quotas))]
    public void The_quota_leaves_as_many_in_the_top_grade_as_the_vectors_say(string row)
    {
        var cell = row.Split(',');
        int Whole(int column) => int.Parse(cell[column], CultureInfo.InvariantCulture);
        var (candidates, good) = (Whole(1), Whole(2));
        var tied = row.Contains("two heads equal on all keys", StringComparison.Ordinal);
        var units = Enumerable.Range(1, candidates + good).Select(at => UnitCode.Parse($"U{at}")).ToList();
        var facts = units.Select((unit, at) => Shipped.Facts(unit) with
        {
            // Places 2 and 3 share one index where the row says so.
            PublishedIndex = at < candidates ? 99m - (tied && at == 2 ? 1 : at) * 0.5m : 75m,
        }).ToList();
        var profile = cell[3] == "tot_only" ? "decree_335_2026" : "decree_335_2026_tot_and_above";
        var result = HeadsComputing.Classify(Rules, profile, [.. units.Select((unit, at) => Shipped.Head($"h{at}", unit))], facts, 2026);
        Assert.Empty(result.Findings);
        Assert.Equal(Whole(4), Rules.Profiles.Single(one => one.Code == profile).TopQuota!.Limit(candidates, good));
        Assert.Equal(
            (Whole(5), Whole(6)),
            (result.Heads.Count(head => head.Grade == "xuat_sac"), result.Heads.Count(head => head.Grade == "tot")));
    }

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
