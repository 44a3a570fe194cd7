using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;

namespace ParIndex.App.Units;

/// <summary>Calls a unit otherwise from a day on; it stays the same unit, under the same code.</summary>
public sealed class RenameUnit(IndexDb db, TimeProvider clock)
{
    /// <summary>Renames it.</summary>
    public async Task RunAsync(Person person, string code, UnitNamed named, DateOnly? date, string? document, CancellationToken cancel)
    {
        var change = UnitChange.Begin(db, person, date, document, clock.GetUtcNow());
        var unit = await change.ExistingAsync(code, "Code", cancel);
        var last = await db.OrgNames.Where(row => row.Unit == unit.Code).OrderByDescending(row => row.From).FirstOrDefaultAsync(cancel);
        if (last?.From >= change.Date)
            throw new RefusedException(Refusal.Invalid("Date", new($"Tên hiện nay dùng từ {last.From:dd/MM/yyyy}: chọn ngày sau đó.", $"The present name holds from {last.From:dd/MM/yyyy}: take a later day.")));
        if (last?.Name == named.Name && last.ShortName == named.ShortName)
            throw new RefusedException(Refusal.Invalid("NameVi", new("Tên này đang được dùng.", "This is the present name.")));
        db.Add(new OrgNameRow { Unit = unit.Code, From = change.Date, Name = named.Name, ShortName = named.ShortName, Document = change.Document });
        change.Side(LineageKind.Rename, unit, after: false);
        change.Side(LineageKind.Rename, unit, after: true);
        await change.SaveAsync("unit.renamed", [unit], new { unit.Code, before = last?.Name.Vi, name = named.Name.Vi, from = change.Date }, cancel);
    }
}
