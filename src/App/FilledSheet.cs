using System.Text.Json;
using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Documents.Workbooks;

namespace ParIndex.App;

/// <summary>A column of a sheet that people fill in: the field it holds, its heading, its width, and whether the sheet is useless without it.</summary>
public sealed record SheetColumn(string Field, string Heading, int Width, bool Needed = true);

/// <summary>A row as typed, by field; what was left empty is not there.</summary>
public sealed record FilledRow(int Row, IReadOnlyDictionary<string, string> Values)
{
    public string? this[string field] => Values.GetValueOrDefault(field);
}

/// <summary>What is wrong with a cell.</summary>
public sealed record SheetFault(string Cell, string? Given, Text Message);

/// <summary>A workbook that somebody filled in: which column holds what, and the rows. Taken as a whole or not at all.</summary>
public sealed record FilledSheet(IReadOnlyDictionary<string, string> Columns, IReadOnlyList<FilledRow> Rows)
{
    /// <summary>Reads the first sheet; the headings may stand in any order.</summary>
    /// <exception cref="RefusedException">No workbook, or not this one.</exception>
    public static FilledSheet Read(Stream file, IReadOnlyList<SheetColumn> known)
    {
        IReadOnlyList<SheetRow> rows;
        try
        {
            rows = SheetReading.Read(file);
        }
        catch (SheetTroubleException trouble)
        {
            throw new RefusedException(trouble.Trouble == SheetTrouble.TooLarge ? Refusal.SheetTooLarge : Refusal.NotASheet);
        }

        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (letter, words) in rows.Count == 0 ? [] : rows[0].Cells.AsEnumerable())
            if (known.FirstOrDefault(one => Folding.Fold(one.Heading) == Folding.Fold(words)) is { } column) columns.TryAdd(column.Field, letter);
        var missing = known.Where(one => one.Needed && !columns.ContainsKey(one.Field)).Select(one => one.Heading).ToList();
        if (missing.Count > 0) throw new RefusedException(Refusal.SheetHeadingsMissing(string.Join(", ", missing)));
        var filled = rows.Skip(1)
            .Select(row => new FilledRow(row.Number, columns.Where(column => row[column.Value] is not null).ToDictionary(column => column.Key, column => row[column.Value]!, StringComparer.Ordinal)))
            .Where(row => row.Values.Count > 0).ToList();
        return filled.Count == 0 ? throw new RefusedException(Refusal.SheetEmpty) : new(columns, filled);
    }

    /// <summary>For the page that shows what was read and sends it back to be accepted.</summary>
    public string Packed() => JsonSerializer.Serialize(this);

    /// <summary>What <see cref="Packed"/> gave; everything in it is checked anew.</summary>
    public static FilledSheet Unpacked(string? packed)
    {
        try
        {
            return JsonSerializer.Deserialize<FilledSheet>(packed ?? "") is { Rows.Count: > 0, Columns: not null } sheet && sheet.Rows.All(row => row?.Values is not null)
                ? sheet : throw new RefusedException(Refusal.SheetEmpty);
        }
        catch (JsonException)
        {
            throw new RefusedException(Refusal.SheetEmpty);
        }
    }

    /// <summary>The fault of a cell, or of the row where the sheet has no such column.</summary>
    public SheetFault Fault(FilledRow row, string field, Text message) => new(Columns.TryGetValue(field, out var letter) ? $"{letter}{row.Row}" : $"{row.Row}", row[field], message);
}
