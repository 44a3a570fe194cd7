using Microsoft.EntityFrameworkCore;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Sampling;

namespace ParIndex.App.Sampling;

/// <summary>A unit of the frame, with its size and what that size promises and keeps.</summary>
public sealed record FramedUnit(string Unit, int Dossiers, int Persons, UnitSize Size, UnitPrecision Precision);

/// <summary>What became of those drawn of a unit (AAPOR-like).</summary>
public sealed record UnitLedger(string Unit, int Drawn, int Reserve, int Replaced, int Refused, int NotReached, int NotEligible, int Answered)
{
    /// <summary>Answered ÷ (approached − not eligible); null: nobody was approached.</summary>
    public Percent? Response { get; init; }
}

/// <summary>The frame and the sample in figures.</summary>
public sealed class ReadSample(IndexDb db)
{
    /// <summary>More dossiers than a citizen has: perhaps an agent.</summary>
    public const int ManyDossiers = 10;

    public async Task<(IReadOnlyList<FramedUnit> Units, int Agents)> FrameAsync(string campaign, SamplePlan plan, CancellationToken cancel)
    {
        var entries = db.FrameEntries.Where(one => one.Campaign == campaign);
        var units = await entries.GroupBy(one => one.Unit).Select(unit => new { unit.Key, Dossiers = unit.Count(), Persons = unit.Select(one => one.Person).Distinct().Count() }).ToListAsync(cancel);
        var agents = await entries.GroupBy(one => one.Person).Where(person => person.Count() > ManyDossiers).Select(person => person.Key).CountAsync(cancel);
        return ([.. units.OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit =>
        {
            var size = SampleSizing.For(plan, unit.Persons);
            return new FramedUnit(unit.Key, unit.Dossiers, unit.Persons, size, SampleSizing.Precision(plan, size));
        })], agents);
    }

    public async Task<IReadOnlyList<UnitLedger>> LedgerAsync(string campaign, CancellationToken cancel)
    {
        var cases = await db.SampleCases.Where(one => one.Campaign == campaign).Select(one => new { one.Unit, one.Reserve, one.Replaces, one.State, one.Outcome }).ToListAsync(cancel);
        var used = await db.SurveyTokens.Where(one => one.Campaign == campaign && one.State == TokenState.Used).GroupBy(one => one.Unit).Select(unit => new { unit.Key, Count = unit.Count() })
            .ToDictionaryAsync(one => one.Key, one => one.Count, cancel);
        return [.. cases.GroupBy(one => one.Unit, StringComparer.Ordinal).OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit =>
        {
            // Who was replaced keeps, in the outcome, why.
            int Of(CaseState state) => unit.Count(one => one.State == state || (one.State == CaseState.Replaced && one.Outcome.StartsWith(state.ToString(), StringComparison.Ordinal)));
            var (drawn, answered) = (unit.Count(one => !one.Reserve), used.GetValueOrDefault(unit.Key));
            var approached = unit.Count(one => !one.Reserve || one.Replaces is not null) - Of(CaseState.NotEligible);
            return new UnitLedger(unit.Key, drawn, unit.Count(one => one.Reserve), unit.Count(one => one.State == CaseState.Replaced), Of(CaseState.Refused), Of(CaseState.NotReached), Of(CaseState.NotEligible), answered)
            {
                Response = approached > 0 ? Percent.Of(Math.Min(answered, approached), approached) : null,
            };
        })];
    }
}
