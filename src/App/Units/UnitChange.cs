using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Units;

/// <summary>How a unit is called; without English words the Vietnamese ones stand for them.</summary>
public sealed record UnitNamed(string? NameVi, string? NameEn, string? ShortVi, string? ShortEn)
{
    internal Text Name => Both(NameVi, NameEn);

    internal Text ShortName => string.IsNullOrWhiteSpace(ShortVi) ? Name : Both(ShortVi, string.IsNullOrWhiteSpace(ShortEn) && !string.IsNullOrWhiteSpace(NameEn) ? NameEn : ShortEn);

    private static Text Both(string? vi, string? en)
    {
        var first = Visible.Checked(vi?.Trim(), "NameVi", 200) ?? "";
        if (first.Length < 2) throw new RefusedException(Refusal.Invalid("NameVi", new("Nhập tên đơn vị.", "Give the unit's name.")));
        return string.IsNullOrWhiteSpace(en) ? Text.Same(first) : new(first, Visible.Checked(en.Trim(), "NameEn", 200)!);
    }
}

/// <summary>A unit that comes to be: own code, never used before, and its name.</summary>
public sealed record NewUnit(string? Code, string? Kind, UnitNamed Named, string? OfficialCode = null, string? Contact = null);

/// <summary>
/// One change of units while it is made: the day it holds from, the document that decided it, and the rows it leaves. Units live half-open,
/// [from, until): on the day of a merger the old ones are no more and the new one is there.
/// </summary>
internal sealed class UnitChange
{
    private readonly IndexDb db;
    private readonly Person person;
    private readonly DateTimeOffset now;

    private UnitChange(IndexDb db, Person person, DateOnly date, string document, DateTimeOffset now)
    {
        (this.db, this.person, this.now, Date, Document) = (db, person, now, date, document);
        Id = Guid.CreateVersion7(now);
    }

    public Guid Id { get; }

    public DateOnly Date { get; }

    public string Document { get; }

    /// <summary>Checks who, when and by what document.</summary>
    public static UnitChange Begin(IndexDb db, Person person, DateOnly? date, string? document, DateTimeOffset now)
    {
        if (!person.Is(Role.Secretariat)) throw new RefusedException(Refusal.Forbidden);
        if (date is not { } day || day.Year is < 1945 or > 2100)
            throw new RefusedException(Refusal.Invalid("Date", new("Nhập ngày có hiệu lực, dạng ngày/tháng/năm.", "Give the day it holds from, as day/month/year.")));
        var paper = Visible.Checked(document?.Trim(), "Document", 300) ?? "";
        if (paper.Length < 3)
            throw new RefusedException(Refusal.Invalid("Document", new("Nhập số, ngày của văn bản quyết định.", "Give the number and date of the document that decided it.")));
        return new(db, person, day, paper, now);
    }

    /// <summary>A unit that exists on the day, before this change, and whose earlier changes are all before it.</summary>
    public async Task<OrgUnitRow> ExistingAsync(string? code, string field, CancellationToken cancel)
    {
        var sought = code?.Trim() ?? "";
        var unit = await db.OrgUnits.AsTracking().SingleOrDefaultAsync(row => row.Code == sought, cancel) ?? throw new RefusedException(Refusal.UnknownUnit(field, sought));
        if (unit.ValidUntil is { } until)
            throw new RefusedException(Refusal.Invalid(field, new($"{unit.Code} đã hết hiệu lực từ {Day(until)}.", $"{unit.Code} has not existed since {Day(until)}.")));
        if (unit.ValidFrom >= Date)
            throw new RefusedException(Refusal.Invalid("Date", new($"{unit.Code} mới có từ {Day(unit.ValidFrom.Value)}: chọn ngày sau đó.", $"{unit.Code} exists since {Day(unit.ValidFrom.Value)}: take a later day.")));
        var last = await db.Lineage.Where(row => row.Unit == sought).Select(row => (DateOnly?)row.Date).MaxAsync(cancel);
        if (last >= Date)
            throw new RefusedException(Refusal.Invalid("Date", new($"{unit.Code} đã có thay đổi ghi từ {Day(last.Value)}: chọn ngày sau đó.", $"{unit.Code} has a change from {Day(last.Value)}: take a later day.")));
        return unit;
    }

    /// <summary>A unit that is there from the day on.</summary>
    public async Task<OrgUnitRow> NewAsync(NewUnit given, string field, CancellationToken cancel)
    {
        var code = given.Code?.Trim() ?? "";
        if (!UnitCode.TryParse(code, out _))
            throw new RefusedException(Refusal.Invalid(field, new("Mã gồm 1–40 chữ cái không dấu, chữ số, dấu - _ .", "A code has 1 to 40 letters without marks, digits, - _ .")));
        // A code is never used again, also not in other letters' case.
        var used = await db.OrgUnits.Select(row => row.Code).Union(db.CycleUnits.Select(row => row.Unit)).ToListAsync(cancel);
        if (used.Concat(db.OrgUnits.Local.Select(row => row.Code)).Contains(code, StringComparer.OrdinalIgnoreCase))
            throw new RefusedException(Refusal.Invalid(field, new($"Mã {code} đã dùng cho một đơn vị, kể cả đơn vị không còn. Chọn mã khác.", $"The code {code} belongs to a unit already, perhaps one that is no more. Take another.")));
        if (!UnitText.Kinds.Contains(given.Kind))
            throw new RefusedException(Refusal.Invalid("Kind", new("Chọn loại đơn vị.", "Choose the kind of unit.")));
        var unit = new OrgUnitRow
        {
            Code = code,
            Kind = given.Kind!,
            ValidFrom = Date,
            OfficialCode = Short(given.OfficialCode, "OfficialCode"),
            Contact = Short(given.Contact, "Contact"),
        };
        db.Add(unit);
        db.Add(new OrgNameRow { Unit = code, From = Date, Name = given.Named.Name, ShortName = given.Named.ShortName, Document = Document });
        return unit;
    }

    /// <summary>One side of the change.</summary>
    public void Side(LineageKind kind, OrgUnitRow unit, bool after) =>
        db.Add(new LineageRow { Id = Id, Unit = unit.Code, After = after, Kind = kind, Date = Date, Document = Document });

    /// <summary>From this day on the unit is no more.</summary>
    public void End(OrgUnitRow unit) => unit.ValidUntil = Date;

    /// <summary>Notes the change for each unit and saves it.</summary>
    public Task SaveAsync(string what, IEnumerable<OrgUnitRow> units, object after, CancellationToken cancel)
    {
        Note(what, units, after);
        return SaveAsync(cancel);
    }

    /// <summary>Notes the change for each unit.</summary>
    public void Note(string what, IEnumerable<OrgUnitRow> units, object after)
    {
        foreach (var unit in units.DistinctBy(unit => unit.Code))
            db.Note(new(person.Account, JournalAct.Changed, JournalObject.Unit(unit.Code), what, now, null, after, Document));
    }

    /// <summary>Saves; who changed one of the units in between is not overwritten.</summary>
    public async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            throw new RefusedException(Refusal.UnitsChanged);
        }
    }

    private static string? Short(string? words, string field) => string.IsNullOrWhiteSpace(words) ? null : Visible.Checked(words.Trim(), field, 200);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
