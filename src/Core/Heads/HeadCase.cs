using System.Globalization;

namespace ParIndex.Core.Heads;

/// <summary>One head on the way through the steps: the grade so far and the trace. docs/method.md, "Classification of heads".</summary>
internal sealed class HeadCase
{
    private readonly HeadRules rules;
    private readonly HeadProfile profile;
    private readonly Grade[] ladder;
    private readonly Dictionary<string, decimal?> values;
    private readonly List<HeadStep> steps = [];
    private readonly List<Text> warnings = [];
    private string? level;
    private string? baseGrade;
    private string? ceiling;
    private string? afterCeilings;
    private bool tiedAtQuota;

    public HeadCase(HeadRules rules, HeadProfile profile, Head head, string group, Dictionary<string, decimal?> values)
    {
        (this.rules, this.profile, Head, Group, this.values) = (rules, profile, head, group, values);
        ladder = [.. rules.Grades.Where(grade => grade.Order is not null).OrderBy(grade => grade.Order)];
        Eligibility();
        if (!Eligible) return;
        if (Failing()) return;
        BaseBand();
        Ceilings();
        Downgrades();
    }

    public Head Head { get; }
    public string Group { get; }
    public bool Eligible { get; private set; } = true;
    public bool Fails { get; private set; }
    public string Level => level!;
    public bool IsTop => Eligible && level == ladder[^1].Code;

    public decimal? Value(string input) => values.GetValueOrDefault(input);

    public bool IsAt(string grade) => Eligible && level == grade;

    public HeadResult Result() => new()
    {
        Head = Head,
        Grade = Level,
        GradeName = rules.Grades.First(grade => grade.Code == level).Name,
        Steps = steps,
        Warnings = warnings,
        BaseGrade = baseGrade,
        Ceiling = ceiling,
        AfterCeilings = afterCeilings,
        TiedAtQuota = tiedAtQuota,
    };

    public void Warn(Text warning) => warnings.Add(warning);

    /// <summary>What the quota did.</summary>
    public void Quota(string excessBecomes, bool inside, int place, int limit, Text words)
    {
        var before = level;
        tiedAtQuota = !inside && place <= limit;
        if (!inside) level = excessBecomes;
        steps.Add(new HeadStep(Name(HeadStepKind.TopQuota), "quota.top", words, Number(place), Number(limit), before, level, !inside));
    }

    /// <summary>Applies the council's ruling, or says why not.</summary>
    public Finding? Council(CouncilPowers powers)
    {
        if (Head.Ruling is not { } ruling) return null;
        var wanted = Array.FindIndex(ladder, grade => grade.Code == ruling.Grade);
        var now = Array.FindIndex(ladder, grade => grade.Code == level);
        var why = wanted < 0 ? HeadsText.RulingUnknownGrade(ruling.Grade)
            : !Eligible ? HeadsText.RulingNotClassified
            : Fails && wanted > now ? HeadsText.RulingFailing
            : Math.Abs(wanted - now) > powers.MayChangeLevels ? HeadsText.RulingTooFar(powers.MayChangeLevels)
            : string.IsNullOrWhiteSpace(ruling.Reason) || string.IsNullOrWhiteSpace(ruling.Evidence) ? HeadsText.RulingNeedsGrounds
            : null;
        var before = level;
        if (why is null) level = ruling.Grade;
        steps.Add(new HeadStep(Name(HeadStepKind.Council), "council.ruling", why ?? HeadsText.Council(ruling), ruling.Grade,
            Number(powers.MayChangeLevels), before, level, why is null && before != level));
        if (why is null) return null;
        var finding = HeadsText.Ruling(Head.Id, why);
        warnings.Add(finding.Message);
        return finding;
    }

    /// <summary>The step's own name in rules files and traces.</summary>
    public static string Name(HeadStepKind step) => step switch
    {
        HeadStepKind.Eligibility => "eligibility",
        HeadStepKind.FailingConditions => "failing_conditions",
        HeadStepKind.BaseBand => "base_band",
        HeadStepKind.Ceilings => "ceilings",
        HeadStepKind.Downgrades => "downgrades",
        HeadStepKind.TopQuota => "top_quota",
        HeadStepKind.Council => "council",
        _ => "decision",
    };

    private void Eligibility()
    {
        foreach (var rule in Rules(HeadStepKind.Eligibility))
        {
            var fired = Holds(rule);
            var before = level;
            if (fired) (level, Eligible) = (level ?? rule.Then, false);
            Trace(HeadStepKind.Eligibility, rule, before, fired);
        }

        if (Eligible) return;
        var hidden = Rules(HeadStepKind.FailingConditions).Where(Holds).Select(rule => rule.Reason).ToList();
        if (hidden.Count > 0) warnings.Add(HeadsText.ShortTermHidesFailing(hidden));
    }

    private bool Failing()
    {
        foreach (var rule in Rules(HeadStepKind.FailingConditions))
        {
            var fired = Holds(rule);
            var before = level;
            if (fired) (level, Fails) = (Worse(level, rule.Then!), true);
            Trace(HeadStepKind.FailingConditions, rule, before, fired);
        }

        if (Fails) baseGrade = Rules(HeadStepKind.BaseBand).FirstOrDefault(Holds)?.Then;
        return Fails;
    }

    private void BaseBand()
    {
        foreach (var rule in Rules(HeadStepKind.BaseBand))
        {
            var fired = Holds(rule);
            if (fired) level = baseGrade = rule.Then;
            Trace(HeadStepKind.BaseBand, rule, null, fired);
            if (fired) return;
        }
    }

    private void Ceilings()
    {
        ceiling = ladder[^1].Code;
        foreach (var rule in Rules(HeadStepKind.Ceilings))
        {
            var fired = Holds(rule);
            var before = level;
            if (fired) (ceiling, level) = (Worse(ceiling, rule.Max!), Worse(level, rule.Max!));
            Trace(HeadStepKind.Ceilings, rule, before, fired);
        }

        afterCeilings = level;
    }

    private void Downgrades()
    {
        var left = rules.Steps.FirstOrDefault(step => step.Id == HeadStepKind.Downgrades)?.MaxTotal ?? ladder.Length;
        foreach (var rule in Rules(HeadStepKind.Downgrades))
        {
            var fired = Holds(rule);
            var before = level;
            if (fired)
            {
                var down = Math.Min(left, rule.Down!.Value);
                left -= down;
                level = ladder[Math.Max(0, Array.FindIndex(ladder, grade => grade.Code == level) - down)].Code;
            }

            Trace(HeadStepKind.Downgrades, rule, before, fired);
        }
    }

    private IEnumerable<HeadRule> Rules(HeadStepKind step) => rules.Steps.Where(candidate => candidate.Id == step).SelectMany(found => found.Rules);

    private bool Holds(HeadRule rule) => rule.When?.Holds(Value, profile) ?? true;

    private string Worse(string? one, string other) =>
        one is null || Array.FindIndex(ladder, grade => grade.Code == other) < Array.FindIndex(ladder, grade => grade.Code == one) ? other : one;

    private void Trace(HeadStepKind step, HeadRule rule, string? before, bool fired)
    {
        var (value, threshold) = (new List<string>(), new List<string>());
        foreach (var part in rule.When?.Leaves ?? [])
        {
            if (part.Input is null) continue;
            value.Add($"{part.Input}={(Value(part.Input) is { } known ? Number(known) : "")}");
            if (part.Is is { } comparison && Condition.NeedsThreshold(comparison))
                threshold.Add(part.Threshold(Value, profile) is { } bound ? Number(bound) : "");
        }

        steps.Add(new HeadStep(Name(step), rule.Code, rule.Reason, value.Count == 0 ? null : string.Join("; ", value),
            threshold.Count == 0 ? null : string.Join("; ", threshold), before, level, fired));
    }

    private static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
