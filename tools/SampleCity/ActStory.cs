using ParIndex.Core;
using ParIndex.Core.Frameworks;

namespace ParIndex.SampleCity;

/// <summary>One act as acts.csv has it; points null: an explanation.</summary>
public sealed record ActLine(string Unit, string Leaf, string Stage, Points? Points, string Reason, string Actor, string Time);

/// <summary>How an appraised leaf came to its final points: what the unit claimed, what the appraisers and the council said.</summary>
public sealed class ActStory(UnitPlan unit, FittedLeaf fitted, Framework framework, IReadOnlyDictionary<string, string> leads)
{
    private static readonly Dictionary<string, string[]> Phrases =
        Table.Lines("phrases").GroupBy(cells => cells[0], cells => cells[1]).ToDictionary(group => group.Key, group => group.ToArray());

    private static readonly Dictionary<string, string[][]> Stories =
        Table.Lines("stories").GroupBy(cells => cells[0], cells => cells[1..]).ToDictionary(group => group.Key, group => group.ToArray());

    private readonly Leaf leaf = fitted.Leaf;

    public IEnumerable<ActLine> Acts()
    {
        if (fitted.Council is { } council) return Settled(council);
        var way = Draw("way").Between(0, 99);
        if (fitted.Final == leaf.Max) return way < 7 && Worse() is { } worse ? Raised(worse) : Agreed(way < 14);
        var claimed = Better();
        return claimed is null || way < 30 ? Honest() : way < 66 ? Lowered(claimed) : Kept(claimed);
    }

    /// <summary>The unit claimed without a document or a word; the appraiser gives nothing.</summary>
    public IEnumerable<ActLine> WithoutEvidence() =>
        [Self(leaf.Max, ""), Appraised("appraisal1", fitted.Final, "Không có tài liệu kiểm chứng và không giải trình; không tính điểm.")];

    private IEnumerable<ActLine> Agreed(bool said) =>
        [Self(leaf.Max, ""), Appraised("appraisal1", leaf.Max, said ? Say("agree") : "")];

    private IEnumerable<ActLine> Honest() =>
        [Self(fitted.Final, Say("honest")), Appraised("appraisal1", fitted.Final, Draw("said").Chance(40) ? Say("agree") : "")];

    private IEnumerable<ActLine> Lowered(Quantity?[] claimed) =>
        [Self(Claimed(claimed), Claim(claimed)), Appraised("appraisal1", fitted.Final, Why(fitted.Inputs))];

    // What was doubted, answered and found belong together.
    private IEnumerable<ActLine> Kept(Quantity?[] claimed)
    {
        var own = fitted.Line.Explanations;
        var kept = own.Count > 0 && Draw("own").Chance(75) ? [Draw("which").Pick(own), Say("keep")] : Story("kept");
        return Kept(claimed, kept);
    }

    private IEnumerable<ActLine> Kept(Quantity?[] claimed, string[] kept) =>
    [
        .. Lowered(claimed),
        Line("explanation", null, kept[0], Unit),
        Appraised("appraisal2", fitted.Final, kept[1]),
    ];

    private IEnumerable<ActLine> Raised(Quantity?[] worse) => Raised(worse, Story("raised"));

    private IEnumerable<ActLine> Raised(Quantity?[] worse, string[] raised) =>
    [
        Self(leaf.Max, ""),
        Appraised("appraisal1", OnStep(Points(worse)), raised[0]),
        Line("explanation", null, raised[1], Unit),
        Appraised("appraisal2", fitted.Final, raised[2]),
    ];

    private IEnumerable<ActLine> Settled(CouncilCase council) =>
    [
        Self(council.Self, "Đơn vị đề nghị tính theo số liệu đã báo cáo."),
        Appraised("appraisal1", council.Appraised, council.AppraiserSays),
        Line("explanation", null, council.UnitSays, Unit),
        Appraised("appraisal2", council.Appraised, "Hai bên chưa thống nhất; giữ điểm thẩm định lần 1, trình Hội đồng xem xét."),
        Line("council", council.Settled, council.CouncilSays, "Hội đồng thẩm định thành phố"),
    ];

    private Points Claimed(Quantity?[] claimed) => OnStep(Points(claimed));

    private Points Points(Quantity?[] inputs) => leaf.Rule.Score(inputs, leaf.Max, framework.Rounding).Points;

    private Points OnStep(Points points) => leaf.Step is not { TenThousandths: > 0 } step || points == leaf.Max ? points
        : new(points.TenThousandths / step.TenThousandths * step.TenThousandths);

    // Inputs as the unit saw them: better by a part or by all; null when that gives no more points.
    private Quantity?[]? Better()
    {
        var inputs = fitted.Inputs.ToArray();
        switch (fitted.Line.Kind)
        {
            case "ratio" when inputs is [{ } part, { } whole]:
                var gap = (long)(whole.Value - part.Value);
                if (gap <= 0) return null;
                inputs[0] = Quantity.Of((long)part.Value + (Draw("all").Chance(60) ? gap : (gap + 1) / 2));
                break;
            case "yes":
                inputs[0] = Quantity.Of(1);
                break;
            case "choice" or "deduct":
                inputs[0] = Quantity.Of((long)inputs[0]!.Value.Value - 1);
                break;
            case "two":
                inputs[1] = Quantity.Of((long)inputs[1]!.Value.Value - 1);
                break;
            case "count":
                inputs[0] = Quantity.Of((long)inputs[0]!.Value.Value + 1);
                break;
            case "check" when inputs.Length == 1:
                inputs[0] = Quantity.Of((long)inputs[0]!.Value.Value + 1);
                break;
            default:
                for (var i = 0; i < inputs.Length; i++) inputs[i] = Quantity.Of(1);
                break;
        }

        return Points(inputs) > fitted.Final ? inputs : null;
    }

    // Inputs as the first appraiser saw them before the unit explained; null when there is nothing to doubt.
    private Quantity?[]? Worse()
    {
        var inputs = fitted.Inputs.ToArray();
        switch (fitted.Line.Kind)
        {
            case "yes":
                inputs[0] = Quantity.Of(0);
                break;
            case "choice":
                inputs[0] = Quantity.Of((long)inputs[0]!.Value.Value + 1);
                break;
            case "ratio" when inputs is [{ } part, { } whole] && whole.Value > 2:
                inputs[0] = Quantity.Of((long)part.Value - Math.Max(1, (long)whole.Value / 8));
                break;
            default:
                return null;
        }

        return Points(inputs) < fitted.Final ? inputs : null;
    }

    private string Claim(Quantity?[] claimed) => fitted.Line.Kind switch
    {
        "ratio" => $"Đơn vị báo cáo {Wording.Whole(claimed[0])}/{Wording.Whole(claimed[1])}.",
        "count" => $"Đơn vị báo cáo {Wording.Padded(claimed[0])} nội dung.",
        _ => "",
    };

    private string Why(Quantity?[] inputs)
    {
        var known = fitted.Line.Reasons;
        var words = known.Count == 0 ? Say("low") : Draw("reason").Pick(known);
        var nothing = inputs[0]!.Value.TenThousandths == 0 && fitted.Line.Kind is "ratio" or "count" or "check";
        return nothing && words.Contains("{a}", StringComparison.Ordinal) ? Say("none") : Wording.Fill(words, fitted.Line.Kind, inputs, fitted.Leaf);
    }

    private string[] Story(string kind) => Draw("story" + kind).Pick(Stories[kind]);

    private string Say(string kind) => Draw("say" + kind).Pick(Phrases[kind]);

    private string Unit => $"Đầu mối CCHC, {unit.Name.Vi}";

    // A department does not appraise itself.
    private string Appraiser => leaf.Lead == unit.Code ? "Tổ thẩm định liên ngành" : $"Tổ thẩm định, {leads[leaf.Lead]}";

    private ActLine Self(Points points, string reason) => Line("self", points, reason, Unit);

    private ActLine Appraised(string stage, Points points, string reason) => Line(stage, points, reason, Appraiser);

    private ActLine Line(string stage, Points? points, string reason, string actor) =>
        new(unit.Code, leaf.Code.Value, stage, points, reason, actor, Calendar.Time(stage, Draw("time" + stage)));

    private Seeded Draw(string what) => new(Seed.Value, unit.Code, leaf.Code.Value, "act", what);
}
