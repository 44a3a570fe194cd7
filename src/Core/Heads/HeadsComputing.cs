namespace ParIndex.Core.Heads;

/// <summary>Phân loại người đứng đầu: rules as data, steps in their fixed order. docs/method.md, "Classification of heads".</summary>
public static class HeadsComputing
{
    /// <summary>Classifies every head of a year; results in the order of <paramref name="heads"/>.</summary>
    /// <param name="rules">A rule set in which <c>HeadRulesChecking</c> finds no error.</param>
    /// <param name="profileCode">The profile in force.</param>
    /// <param name="heads">Persons in posts; two of one unit in a year are two cases.</param>
    /// <param name="facts">One for each unit of the year, all out of one version of the results.</param>
    /// <param name="year">The evaluated year.</param>
    /// <param name="standingAgency">The unit that runs the classification; its own head's case is marked for another body.</param>
    public static HeadsClassification Classify(
        HeadRules rules, string profileCode, IReadOnlyList<Head> heads, IReadOnlyList<HeadFacts> facts, int year, UnitCode? standingAgency = null)
    {
        var findings = new List<Finding>();
        var profile = rules.Profiles.FirstOrDefault(profile => profile.Code == profileCode);
        if (profile is null) return new([], [HeadsText.UnknownProfile(profileCode, rules.Profiles.Select(known => known.Code))]);
        findings.AddRange(Versions(facts));
        findings.AddRange(heads.GroupBy(head => head.Id, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => HeadsText.DuplicateHead(same.Key)));
        var byUnit = facts.ToDictionary(fact => fact.Unit);
        var cases = new List<HeadCase>();
        foreach (var head in heads)
        {
            if (head.To < head.From) findings.Add(HeadsText.BadDates(head.Id));
            if (!byUnit.TryGetValue(head.Unit, out var fact))
            {
                findings.Add(HeadsText.UnknownUnit(head.Id, head.Unit));
                continue;
            }

            var values = HeadValues.Of(rules, profile, head, fact, year, findings);
            if (findings.Count == 0) cases.Add(new HeadCase(rules, profile, head, fact.Group, values));
        }

        if (findings.Count > 0) return new([], findings);
        var quotas = Quota(rules, profile, cases);
        Council(rules, cases, quotas, findings, standingAgency);
        return new([.. cases.Select(one => one.Result())], findings);
    }

    private static IEnumerable<Finding> Versions(IReadOnlyList<HeadFacts> facts)
    {
        var versions = facts.SelectMany(fact => new[] { fact.IndexVersion, fact.SatisfactionVersion }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (versions.Count < 2) yield break;
        var mixed = facts.FirstOrDefault(fact => fact.IndexVersion != fact.SatisfactionVersion) ?? facts.First(fact => fact.IndexVersion != facts[0].IndexVersion);
        yield return HeadsText.MixedVersions(mixed.Unit.Value, string.Join(", ", versions));
    }

    /// <summary>Cuts the top grade to its limit; returns the limit by group.</summary>
    private static Dictionary<string, int> Quota(HeadRules rules, HeadProfile profile, List<HeadCase> cases)
    {
        var limits = new Dictionary<string, int>(StringComparer.Ordinal);
        if (profile.TopQuota is not { } quota || rules.Steps.FirstOrDefault(step => step.Id == HeadStepKind.TopQuota)?.Quota is not { } order) return limits;
        foreach (var group in cases.GroupBy(one => Scope(quota, one), StringComparer.Ordinal))
        {
            var good = group.Count(one => one.IsAt(order.ExcessBecomes));
            decimal?[] Keys(HeadCase one) => [.. order.OrderBy.Select(one.Value)];
            var candidates = group.Where(one => one.IsTop).Select(one => (Case: one, Keys: Keys(one))).ToList();
            var limit = limits[group.Key] = quota.Limit(candidates.Count, good);
            var words = HeadsText.Quota(limit, candidates.Count, good);
            foreach (var (one, keys) in candidates)
            {
                var ahead = candidates.Count(other => Compare(other.Keys, keys) > 0);
                var tied = candidates.Count(other => Compare(other.Keys, keys) == 0);
                one.Quota(order.ExcessBecomes, ahead + tied <= limit, ahead + 1, limit, words);
            }
        }

        return limits;
    }

    private static string Scope(TopQuota quota, HeadCase one) => quota.Per == QuotaScope.UnitGroup ? one.Group : "";

    private static int Compare(decimal?[] left, decimal?[] right)
    {
        for (var i = 0; i < left.Length; i++)
            if (Nullable.Compare(left[i], right[i]) is var order and not 0) return order;
        return 0;
    }

    private static void Council(
        HeadRules rules, List<HeadCase> cases, Dictionary<string, int> limits, List<Finding> findings, UnitCode? standingAgency)
    {
        if (rules.Steps.FirstOrDefault(step => step.Id == HeadStepKind.Council)?.Council is not { } powers) return;
        foreach (var one in cases)
        {
            var was = one.IsTop;
            if (one.Council(powers) is { } finding) findings.Add(finding);
            if (one.IsTop && !was && limits.Count > 0) one.Warn(HeadsText.QuotaExceeded);
            if (one.Head.Unit == standingAgency) one.Warn(HeadsText.Recusal(powers.Recusal));
        }
    }
}
