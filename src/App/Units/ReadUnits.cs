using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Units;

/// <summary>A unit on a day.</summary>
/// <param name="Code">Own code.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Name">Name on that day; its first name before it has one.</param>
/// <param name="ShortName">The same, short.</param>
/// <param name="From">First day; null: before anything was recorded.</param>
/// <param name="Until">First day it no longer exists; null: exists.</param>
/// <param name="OfficialCode">Code in the State's list.</param>
/// <param name="Contact">Where mail goes.</param>
public sealed record UnitOnDay(string Code, string Kind, Text Name, Text ShortName, DateOnly? From, DateOnly? Until, string? OfficialCode, string? Contact)
{
    /// <summary>[from, until).</summary>
    public bool ExistsOn(DateOnly day) => (From is null || From <= day) && (Until is null || day < Until);
}

/// <summary>A change with both of its sides, by code.</summary>
public sealed record LineageChange(Guid Id, LineageKind Kind, DateOnly Date, string Document, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    /// <summary>True for a change by which one unit comes out of another.</summary>
    public bool Forms => Kind is LineageKind.Merge or LineageKind.Split;
}

/// <summary>All units ever recorded, and how one came out of another.</summary>
public sealed record UnitBook(IReadOnlyList<UnitOnDay> Units, IReadOnlyList<LineageChange> Changes)
{
    private readonly Dictionary<string, UnitOnDay> byCode = Units.ToDictionary(unit => unit.Code, StringComparer.Ordinal);

    public UnitOnDay? Unit(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The unit with everything it came from and everything that came of it, oldest first.</summary>
    public IReadOnlyList<UnitOnDay> Family(string code)
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { code };
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var change in Changes.Where(change => change.Forms && change.Before.Concat(change.After).Any(found.Contains)))
                foreach (var one in change.Before.Concat(change.After)) grew |= found.Add(one);
        }

        return [.. Units.Where(unit => found.Contains(unit.Code)).OrderBy(unit => unit.From ?? DateOnly.MinValue).ThenBy(unit => unit.Until ?? DateOnly.MaxValue).ThenBy(unit => unit.Code, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Which units of <paramref name="earlier"/> a unit came out of by <paramref name="day"/>, through changes after <paramref name="since"/>, and the
    /// day it was formed so; nothing: it is the unit it was.
    /// </summary>
    public (IReadOnlyList<string> Predecessors, DateOnly? Formed) CameFrom(string code, DateOnly since, DateOnly day, IReadOnlySet<string> earlier)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        DateOnly? formed = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        void Back(string one, DateOnly until, bool self)
        {
            var changes = Changes.Where(change => change.Forms && change.After.Contains(one) && change.Date <= until && (change.Date > since || !earlier.Contains(one))
                && change.Before.Any(before => before != one)).OrderBy(change => change.Date).ToList();
            if (changes.Count == 0 || !seen.Add(one))
            {
                if (!self) found.Add(one);
                return;
            }

            if (self) formed = changes[^1].Date;
            foreach (var change in changes)
                foreach (var before in change.Before)
                    if (before != one) Back(before, change.Date, self: false);
                    else if (earlier.Contains(one)) found.Add(one);
        }

        Back(code, day, self: true);
        return ([.. found], formed);
    }
}

/// <summary>Reads the units of the place. Who may see the inside's pages of units, the page says.</summary>
public sealed class ReadUnits(IndexDb db)
{
    /// <summary>All of them, named as on <paramref name="day"/>.</summary>
    public async Task<UnitBook> RunAsync(DateOnly day, CancellationToken cancel)
    {
        var names = (await db.OrgNames.ToListAsync(cancel)).ToLookup(row => row.Unit, StringComparer.Ordinal);
        var units = (await db.OrgUnits.ToListAsync(cancel)).Select(unit =>
        {
            // Who is gone by then keeps its last name; who is yet to come shows its first.
            var known = names[unit.Code].OrderBy(row => row.From).ToList();
            var name = known.LastOrDefault(row => row.From <= day) ?? known.FirstOrDefault();
            return new UnitOnDay(unit.Code, unit.Kind, name?.Name ?? Text.Same(unit.Code), name?.ShortName ?? Text.Same(unit.Code), unit.ValidFrom, unit.ValidUntil, unit.OfficialCode, unit.Contact);
        });
        var changes = (await db.Lineage.ToListAsync(cancel)).GroupBy(row => row.Id).Select(sides =>
        {
            var first = sides.First();
            return new LineageChange(first.Id, first.Kind, first.Date, first.Document,
                [.. sides.Where(side => !side.After).Select(side => side.Unit).Order(StringComparer.Ordinal)], [.. sides.Where(side => side.After).Select(side => side.Unit).Order(StringComparer.Ordinal)]);
        });
        return new(
            [.. units.OrderBy(unit => Place(unit.Kind)).ThenBy(unit => Folding.Fold(unit.Name.Vi), StringComparer.Ordinal).ThenBy(unit => unit.Code, StringComparer.Ordinal)],
            [.. changes.OrderByDescending(change => change.Date).ThenBy(change => change.Id)]);
    }

    /// <summary>Who reads the inside's book of units.</summary>
    public static IReadOnlyList<Role> Readers { get; } = [Role.Secretariat, Role.Observer, Role.Administrator, Role.CouncilChair];

    private static int Place(string kind)
    {
        for (var i = 0; i < UnitText.Kinds.Count; i++) if (UnitText.Kinds[i] == kind) return i;
        return UnitText.Kinds.Count;
    }
}
