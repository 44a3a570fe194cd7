using ParIndex.Core.Computation;

namespace ParIndex.Core.Ranking;

/// <summary>Places of the units of one group, by the whole and by each area. Ranks exist only inside a group.</summary>
internal static class GroupRanking
{
    public const string Unrounded = "unrounded";
    public const string Satisfaction = "satisfaction";
    public const string AreaPrefix = "area:";

    /// <summary>True when the framework can be ranked by the key.</summary>
    public static bool Knows(Frameworks.Framework framework, string key) =>
        key is Unrounded or Satisfaction
        || (key.StartsWith(AreaPrefix, StringComparison.Ordinal) && framework.Areas.Any(area => area.Code.Value == key[AreaPrefix.Length..]));

    /// <summary>Settles the places of units that have one framework; only units that are ranked take part.</summary>
    public static void Settle(IReadOnlyList<UnitDraft> units, Frameworks.Framework framework)
    {
        var ranked = units.Where(unit => unit.State == UnitState.Ranked).ToArray();
        var places = framework.Ties.Places ?? framework.Rounding.PublishedPlaces;
        var mode = framework.Rounding.Mode;
        var whole = Standings.Of([.. ranked.Select(unit => At(unit.Index, unit.Published, places, framework))], null, mode,
            Keys(ranked, framework, unit => unit.Index));
        for (var i = 0; i < ranked.Length; i++) ranked[i].Standing = whole[i];
        for (var a = 0; a < framework.Areas.Count; a++)
        {
            var area = a;
            var standings = Standings.Of([.. ranked.Select(unit => At(unit.Areas[area].Index, unit.Areas[area].Published, places, framework))], null, mode,
                Keys(ranked, framework, unit => unit.Areas[area].Index));
            for (var i = 0; i < ranked.Length; i++) ranked[i].Areas[area].Standing = standings[i];
        }
    }

    // Rounded from the exact fraction; the published figure where the places are the same.
    private static decimal? At(Percent? exact, decimal? published, int places, Frameworks.Framework framework) =>
        places == framework.Rounding.PublishedPlaces ? published : exact?.Published(places, framework.Rounding.Mode);

    private static IReadOnlyList<RankKey> Keys(UnitDraft[] units, Frameworks.Framework framework, Func<UnitDraft, Percent?> exact) =>
        framework.Ties.Kind == TieKind.Shared
            ? []
            : [.. framework.Ties.Keys.Where(key => Knows(framework, key)).Select(key => new RankKey([.. units.Select(unit => Value(unit, key, exact))]))];

    private static decimal? Value(UnitDraft unit, string key, Func<UnitDraft, Percent?> exact) => key switch
    {
        Unrounded => exact(unit)?.Unrounded,
        Satisfaction => unit.PublishedSatisfaction,
        _ => unit.Areas.First(area => area.Area.Code.Value == key[AreaPrefix.Length..]).Index?.Unrounded,
    };
}
