using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;

namespace ParIndex.Documents.Benching;

/// <summary>
/// An invented country for measuring speed: units × 81 leaves with three acts each, in groups of 100, the same for the same size.
/// Its figures mean nothing.
/// </summary>
public static class SyntheticCountry
{
    public const int LeafCount = 81;
    private const int UnitsInGroup = 100;
    private static readonly RuleInput Done = new("done", new("nhiệm vụ hoàn thành", "tasks done"));
    private static readonly RuleInput Assigned = new("assigned", new("nhiệm vụ được giao", "tasks assigned"));

    /// <summary>The whole input in memory.</summary>
    public static CycleInput Input(int units)
    {
        var framework = Framework();
        var groups = Enumerable.Range(0, (units + UnitsInGroup - 1) / UnitsInGroup).Select(Group).ToArray();
        var all = Enumerable.Range(0, units).Select(i => Unit(i, groups[i / UnitsInGroup])).ToArray();
        var state = 20_260_101UL;
        return new CycleInput
        {
            Cycle = Cycle(groups),
            Frameworks = groups.ToDictionary(group => group.Code, _ => framework),
            Units = all,
            Sheets = [.. all.Select(unit => Sheet(unit, framework, ref state))],
            InputsHash = new string('0', 64),
        };
    }

    private static UnitSheet Sheet(Unit unit, Framework framework, ref ulong state)
    {
        var leaves = new LeafSheet[framework.Leaves.Count];
        for (var i = 0; i < leaves.Length; i++)
        {
            var leaf = framework.Leaves[i];
            var inputs = new Quantity?[leaf.Rule.Inputs.Count];
            if (inputs.Length == 2) inputs[1] = Quantity.Of(1 + Next(ref state, 400));
            for (var j = 0; j < inputs.Length; j++)
                if (inputs[j] is null) inputs[j] = Quantity.Of(inputs.Length == 2 ? Next(ref state, 1 + (int)inputs[1]!.Value.Value) : Next(ref state, 2));
            var byRule = leaf.Rule.Score(inputs, leaf.Max, framework.Rounding);
            var points = byRule.Outcome == Outcome.Scored ? byRule.Points : new Points(leaf.Max.TenThousandths / 4 * Next(ref state, 5));
            leaves[i] = new LeafSheet { Inputs = inputs, InputSource = "synthetic", Acts = Acts(points), EvidenceCount = 1 };
        }

        return new UnitSheet { Unit = unit, Framework = framework, Leaves = leaves };
    }

    private static Act[] Acts(Points points)
    {
        var start = new DateTimeOffset(2026, 1, 12, 8, 0, 0, TimeSpan.FromHours(7));
        return
        [
            new(0, points, null, "unit", start),
            new(1, points, "Đã đối chiếu hồ sơ", "lead", start.AddDays(20)),
            new(2, points, "Hội đồng thống nhất", "council", start.AddDays(40)),
        ];
    }

    // Nine areas of nine leaves: 81, each of two points, over the rule kinds a city uses most.
    private static Framework Framework()
    {
        var areas = Enumerable.Range(1, 9).Select(a => new Area
        {
            Code = CriterionCode.Parse($"{a}"),
            Name = Text.Same($"Area {a}"),
            Max = Points.Of(18),
            Source = "synthetic",
            Criteria =
            [
                .. Enumerable.Range(1, 3).Select(c => new Criterion
                {
                    Code = CriterionCode.Parse($"{a}.{c}"),
                    Name = Text.Same($"Criterion {a}.{c}"),
                    Max = Points.Of(6),
                    SubCriteria = [.. Enumerable.Range(1, 3).Select(l => Leaf($"{a}.{c}.{l}", (a * 9) + (c * 3) + l))],
                }),
            ],
        }).ToArray();
        return new Framework
        {
            Code = "synthetic",
            Version = "1",
            Name = Text.Same("Synthetic"),
            UnitKinds = ["synthetic"],
            Total = Points.Of(162),
            Areas = areas,
            Basis = Text.Same("Invented for measuring speed"),
            Sources = [new Source("synthetic", Text.Same("Invented"), Illustrative: true)],
            Illustrative = true,
        };
    }

    private static Leaf Leaf(string code, int number) => new()
    {
        Code = CriterionCode.Parse(code),
        Name = Text.Same($"Sub-criterion {code}"),
        Max = Points.Of(2),
        Rule = (number % 6) switch
        {
            0 => new BinaryRule(),
            1 => new LinearRule { Numerator = Done, Denominator = Assigned, Target = Quantity.Of(100) },
            2 => new LinearCutoffRule { Numerator = Done, Denominator = Assigned, Cutoff = Quantity.Of(80) },
            3 => new BracketsRule
            {
                Numerator = Done,
                Denominator = Assigned,
                Bands =
                [
                    new() { From = Quantity.Of(90), FromIncluded = false, Points = Points.Of(2) },
                    new() { From = Quantity.Of(70), To = Quantity.Of(90), ToIncluded = true, Points = Points.Of(1) },
                    new() { To = Quantity.Of(70), Points = Points.Zero },
                ],
            },
            4 => new DeductionRule { Count = Done, Each = Points.Of(0.5m) },
            _ => new ManualRule(),
        },
        ScoredBy = ScoreSource.Appraisal,
        Evidence = new("Báo cáo", "Report"),
        EvidenceRequired = true,
        Lead = "lead",
        NotApplicable = NotApplicablePolicy.Exclude,
        Source = "synthetic",
    };

    private static Cycle Cycle(IReadOnlyList<RankingGroup> groups) => new()
    {
        Code = "synthetic-2026",
        Place = new Place("synthetic", Text.Same("Synthetic"), Text.Same("Synthetic"), Text.Same("Synthetic")),
        Year = 2026,
        Groups = groups,
        Stages =
        [
            new Stage("self", new("Tự chấm", "Self-assessment"), StageKind.SelfAssessment),
            new Stage("appraisal", new("Thẩm định", "Appraisal"), StageKind.Appraisal),
            new Stage("council", new("Hội đồng", "Council"), StageKind.Council),
        ],
        Notice = new("SỐ LIỆU MINH HỌA", "ILLUSTRATIVE DATA"),
    };

    private static RankingGroup Group(int number) => new()
    {
        Code = $"g{number + 1}",
        Name = Text.Same($"Group {number + 1}"),
        Noun = new("đơn vị", "unit"),
        Framework = "framework.json",
    };

    private static Unit Unit(int number, RankingGroup group) => new()
    {
        Code = UnitCode.Parse($"U{number + 1}"),
        Name = Text.Same($"Unit {number + 1}"),
        Group = group.Code,
        ShortName = Text.Same($"U{number + 1}"),
        Slug = $"u{number + 1}",
        SatisfactionMeasured = false,
    };

    // SplitMix64 (Steele, Lea, Flood 2014): seeded here, so that the country is the same everywhere.
    private static int Next(ref ulong state, int below)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (ulong)below);
        }
    }
}
