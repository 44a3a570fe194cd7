using System.Globalization;
using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Surveys;

namespace ParIndex.SampleCity;

/// <summary>The full detail of 2021, file by file.</summary>
public sealed class City2021(Framework departments, Framework districts, Survey survey)
{
    private readonly IReadOnlyList<UnitPlan> units = UnitPlan.Read();
    private readonly Dictionary<string, LeafLine> ofDepartments = LeafLine.Read("department");
    private readonly Csv applicability = new("unit", "leaf", "policy", "reason");
    private readonly Csv inputs = new("unit", "leaf", "input", "value", "source", "date");
    private readonly Csv acts = new("unit", "leaf", "stage", "points", "reason", "actor", "time");
    private readonly Csv evidence = new("unit", "leaf", "document", "date");
    private readonly Csv adjustments = new("unit", "item", "cases", "document");
    private readonly Csv heads = new(HeadList.Header.Split(','));

    // Nothing attached and nothing said: 0, with that reason.
    private static readonly HashSet<(string Unit, string Leaf)> NothingAttached = [("SDL", "7.4.2"), ("BLV", "6.4.2"), ("STNMT", "4.3.2")];

    public IEnumerable<(string File, string Text)> Files()
    {
        var answers = new Csv(["form", "unit", "token", "consent", .. survey.Items.Select(item => item.Code), .. survey.OverallItem is { } overall ? [overall] : Array.Empty<string>(), "stratum", "cluster"]);
        var ofDistricts = LeafLine.Read("district", ofDepartments);
        foreach (var cells in Table.Lines("applicability")) applicability.Row(cells);
        foreach (var cells in Table.Lines("adjustments")) adjustments.Row(cells);
        var number = 0;
        foreach (var plan in units)
        {
            var (framework, lines) = plan.IsDepartment ? (departments, ofDepartments) : (districts, ofDistricts);
            var (forms, published) = new Answers(plan, UnitList.Of(plan), survey).Fit();
            foreach (var form in forms) answers.Row(Cells(form));
            var leaves = new UnitFit(plan, framework, lines, published).Fit(Adjustment(plan, framework));
            var documents = new EvidenceList(plan);
            foreach (var leaf in leaves) Write(plan, leaf, framework, documents);
            heads.Row(HeadList.Row(plan, leaves, ++number));
        }

        return
        [
            ("units.csv", UnitList.Csv(units, plan => plan.Group)),
            ("applicability.csv", applicability.ToString()),
            ("inputs.csv", inputs.ToString()),
            ("acts.csv", acts.ToString()),
            ("evidence.csv", evidence.ToString()),
            ("adjustments.csv", adjustments.ToString()),
            ("answers.csv", answers.ToString()),
            ("heads.csv", heads.ToString()),
        ];
    }

    private void Write(UnitPlan plan, FittedLeaf fitted, Framework framework, EvidenceList documents)
    {
        var (unit, code) = (plan.Code, fitted.Leaf.Code.Value);
        if (fitted.Inputs.Length == 0 || fitted.Line.Kind == "sipas") return;
        var appraised = fitted.Leaf.ScoredBy == ScoreSource.Appraisal;
        var (source, day) = Source(fitted, plan);
        for (var i = 0; i < fitted.Inputs.Length; i++)
        {
            var input = fitted.Leaf.Rule.Inputs[i];
            inputs.Row(unit, code, input.Name, Reading.Text(fitted.Leaf.Rule, input, fitted.Inputs[i]!.Value), source, day);
        }

        if (!appraised) return;
        var bare = NothingAttached.Contains((unit, code)) && fitted.Final == Points.Zero;
        var story = new ActStory(plan, fitted, framework, leads);
        foreach (var act in bare ? story.WithoutEvidence() : story.Acts())
            acts.Row(act.Unit, act.Leaf, act.Stage, act.Points?.ToString() ?? "", act.Reason, act.Actor, act.Time);
        if (bare) return;
        foreach (var (document, date) in documents.Of(fitted)) evidence.Row(unit, code, document, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private readonly Dictionary<string, string> leads = UnitPlan.Read().ToDictionary(unit => unit.Code, unit => unit.Name.Vi);

    private (string Source, string Day) Source(FittedLeaf fitted, UnitPlan plan) => fitted.Line.Kind switch
    {
        "mean" => (fitted.Line.Source!, "2022-02-25"),
        _ when fitted.Line.Source is { } system => (plan.Sizes["communes"] == 1 && fitted.Line.How.Contains("@communes") ? $"{system} (tính huyện như một đơn vị cấp xã)" : system, "2021-12-31"),
        _ => ($"Báo cáo tự chấm điểm của đơn vị; {leads[fitted.Leaf.Lead]} thẩm định", "2022-01-28"),
    };

    private static decimal Adjustment(UnitPlan plan, Framework framework)
    {
        var sum = 0m;
        foreach (var cells in Table.Lines("adjustments").Where(cells => cells[0] == plan.Code))
        {
            var rule = framework.Adjustments.Items.Single(item => item.Code.Value == cells[1]);
            var points = rule.Each.Value * int.Parse(cells[2], CultureInfo.InvariantCulture);
            sum += rule.Kind == AdjustmentKind.Bonus ? points : -points;
        }

        return sum;
    }

    private string[] Cells(Form form) =>
    [
        form.Id, form.Unit.Value, form.Token!, form.Consent ? "yes" : "no", .. form.Answers.Select(Cell),
        .. survey.OverallItem is null ? Array.Empty<string>() : [Cell(form.Overall)], form.Stratum ?? "", form.Cluster ?? "",
    ];

    private static string Cell(Answer answer) => answer.Kind switch
    {
        AnswerKind.Level => answer.Level.ToString(CultureInfo.InvariantCulture),
        AnswerKind.NotAsked => "NA",
        AnswerKind.NotExperienced => "8",
        AnswerKind.Refused => "9",
        AnswerKind.DoubleMark => "97",
        AnswerKind.Unreadable => "98",
        _ => "",
    };
}
