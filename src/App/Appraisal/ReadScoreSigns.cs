using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Core.Appraisal;
using ParIndex.Core.Cycles;
using ParIndex.Core.Scoring;
using ParIndex.Statistics;

namespace ParIndex.App.Appraisal;

/// <summary>What stands out in a cycle's scores so far, for people to look at; nothing follows from it by itself.</summary>
/// <param name="Units">Claims above the appraisal, by unit.</param>
/// <param name="Leaves">The same by leaf.</param>
/// <param name="Appraisers">What each appraiser takes off.</param>
/// <param name="WhyNoEffects">Why appraisers cannot be compared, where they cannot.</param>
/// <param name="Bunches">Figures just over a threshold.</param>
/// <param name="Explanations">Explanations alike between units.</param>
/// <param name="Reasons">Reasons for points taken off, alike for three units or more.</param>
/// <param name="Names">Full names of the appraisers.</param>
public sealed record ScoreSigns(
    IReadOnlyList<UnitInflation> Units, IReadOnlyList<LeafInflation> Leaves, IReadOnlyList<AppraiserSeverity> Appraisers, Undefined WhyNoEffects,
    IReadOnlyList<Bunch> Bunches, IReadOnlyList<TextGroup> Explanations, IReadOnlyList<TextGroup> Reasons, IReadOnlyDictionary<Guid, string> Names);

/// <summary>Reads the signs in the scores, for the secretariat, the chair and observers. Units never see them.</summary>
public sealed class ReadScoreSigns(IndexDb db)
{
    private const int LeastUnitsOfReason = 3;

    public async Task<ScoreSigns> RunAsync(Person person, CycleAtWork cycle, CancellationToken cancel)
    {
        person.Need(cycle.Id, Role.Secretariat, Role.CouncilChair, Role.Observer);
        var id = cycle.Id;
        var units = cycle.Units.ToDictionary(unit => unit.Code.Value, StringComparer.Ordinal);
        var leaves = cycle.Cycle.Groups.Where(group => group.Framework is not null && cycle.Frameworks.ContainsKey(group.Framework))
            .SelectMany(group => cycle.Frameworks[group.Framework!].Leaves.Select(leaf => (group.Code, leaf)))
            .ToDictionary(one => (one.Code, one.leaf.Code.Value), one => one.leaf);
        var kinds = cycle.Cycle.Stages.ToDictionary(stage => stage.Code, stage => stage.Kind, StringComparer.Ordinal);
        var acts = await db.Acts.Where(act => act.Cycle == id && act.Points != null).OrderBy(act => act.Unit).ThenBy(act => act.Leaf).ThenBy(act => act.Seq)
            .Select(act => new Given(act.Unit, act.Leaf, act.Stage, act.Points!.Value, act.Reason, act.By)).ToListAsync(cancel);
        var first = cycle.Cycle.Stages.FirstOrDefault(stage => stage.Kind == StageKind.Appraisal)?.Code;
        var (last, firsts, reasons) = (new List<ScorePair>(), new List<ScorePair>(), new List<WrittenText>());
        foreach (var of in acts.GroupBy(act => (act.Unit, act.Leaf)))
        {
            if (!units.TryGetValue(of.Key.Unit, out var unit) || !leaves.TryGetValue((unit.Group, of.Key.Leaf), out var leaf) || leaf.Max.TenThousandths <= 0) continue;
            if (of.LastOrDefault(act => kinds.GetValueOrDefault(act.Stage) == StageKind.SelfAssessment) is not { } self) continue;
            if (of.LastOrDefault(act => kinds.GetValueOrDefault(act.Stage) == StageKind.Appraisal) is { } given) last.Add(Pair(given));
            // Later rounds answer what the unit explained, so severity is judged by the first.
            if (of.LastOrDefault(act => act.Stage == first) is { } fresh) firsts.Add(Pair(fresh));
            // Agreeing in the same words is no sign.
            reasons.AddRange(of.Where(act => kinds.GetValueOrDefault(act.Stage) == StageKind.Appraisal && act.Points < self.Points && !string.IsNullOrWhiteSpace(act.Reason))
                .Select(act => new WrittenText(unit.Code, leaf.Code, act.By.ToString(), act.Reason!, Folding.Fold(act.Reason!))));

            ScorePair Pair(Given act) => new(unit.Code, unit.Group, leaf.Code, leaf.Max, self.Points, act.Points, act.By);
        }

        var entries = await db.Entries.Where(row => row.Cycle == id && row.State == EntryState.Submitted)
            .Select(row => new { row.Unit, row.Leaf, row.Inputs, row.Explanation }).ToListAsync(cancel);
        var shares = new List<ReportedShare>();
        var explanations = new List<WrittenText>();
        foreach (var entry in entries.OrderBy(entry => entry.Unit, StringComparer.Ordinal).ThenBy(entry => entry.Leaf, StringComparer.Ordinal))
        {
            if (!units.TryGetValue(entry.Unit, out var unit) || !leaves.TryGetValue((unit.Group, entry.Leaf), out var leaf)) continue;
            if (leaf.Rule is RatioRule rule && Of(entry.Inputs, rule.Numerator) is { } part && Of(entry.Inputs, rule.Denominator) is { } whole)
                shares.Add(new(unit.Code, unit.Group, leaf.Code, rule, leaf.Max, cycle.FrameworkOf(unit.Group)!.Rounding, part, whole));
            if (!string.IsNullOrWhiteSpace(entry.Explanation)) explanations.Add(new(unit.Code, leaf.Code, entry.Unit, entry.Explanation, Folding.Fold(entry.Explanation)));
        }

        var (appraisers, why) = AppraiserSeverity.Of(firsts);
        var who = acts.Select(act => act.By).Distinct().ToList();
        var names = await db.Users.Where(user => who.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancel);
        return new(
            Inflation.OfUnits(last), Inflation.OfLeaves(last), appraisers, why, Bunching.Of(shares), SameTexts.Of(explanations), SameTexts.Of(reasons, LeastUnitsOfReason), names);
    }

    private static Quantity? Of(List<EnteredInput> inputs, RuleInput input) =>
        inputs.FirstOrDefault(one => one.Name == input.Name)?.Value is { } value && Quantity.TryOf(value, out var quantity) ? quantity : null;

    private sealed record Given(string Unit, string Leaf, string Stage, Points Points, string? Reason, Guid By);
}
