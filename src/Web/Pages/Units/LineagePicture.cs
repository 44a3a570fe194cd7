using ParIndex.App.Units;

namespace ParIndex.Web.Pages.Units;

/// <summary>Picture of a family of units: a bar for each from its first to its last day, and lines from who ended to who came of it. Days of change stand evenly, so that near ones stay apart.</summary>
public sealed class LineagePicture
{
    public const int Width = 480, Left = 8, Top = 34, Row = 44;

    public LineagePicture(UnitBook book, IReadOnlyList<UnitOnDay> family, string chosen)
    {
        var codes = family.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        var changes = book.Changes.Where(change => change.Forms && change.Before.Concat(change.After).Any(codes.Contains)).ToList();
        Dates = [.. changes.Select(change => change.Date).Distinct().Order()];
        var place = family.Select((unit, row) => (unit.Code, row)).ToDictionary(one => one.Code, one => one.row, StringComparer.Ordinal);
        Bars = [.. family.Select((unit, row) => new Bar(unit, X(unit.From, Left), X(unit.Until, Width - 4), Top + (row * Row), unit.Code == chosen))];
        Lines =
        [
            .. changes.SelectMany(change => change.Before.SelectMany(before => change.After.Where(after => after != before)
                .Select(after => new Line(X(change.Date, Left), Top + (place[before] * Row) + 28, Top + (place[after] * Row) + 28)))).Distinct(),
        ];
        Height = Top + (family.Count * Row);
    }

    public IReadOnlyList<DateOnly> Dates { get; }

    public IReadOnlyList<Bar> Bars { get; }

    public IReadOnlyList<Line> Lines { get; }

    public int Height { get; }

    /// <summary>Where a day of change stands.</summary>
    public int X(DateOnly? day, int otherwise)
    {
        if (day is not { } known) return otherwise;
        for (var i = 0; i < Dates.Count; i++) if (Dates[i] == known) return Left + ((Width - Left) * (i + 1) / (Dates.Count + 1));
        return otherwise;
    }

    public sealed record Bar(UnitOnDay Unit, int From, int Until, int Y, bool Chosen);

    public sealed record Line(int X, int From, int To);
}
