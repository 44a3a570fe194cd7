using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Documents.Cycles;

namespace ParIndex.App.Cycles;

/// <summary>
/// Groups, stages and the like (cycle.json), or the framework of some groups: while the cycle is prepared, and never afterwards, so that nobody moves the
/// goalposts.
/// </summary>
public sealed class ChangeSettings(IndexDb db, TimeProvider clock)
{
    /// <summary>Replaces cycle.json.</summary>
    public async Task SettingsAsync(Person person, int id, int? version, byte[] json, CancellationToken cancel)
    {
        var row = await DraftAsync(person, id, version, cancel);
        var read = CycleSettings.Read(json);
        if (read.Value is not { } settings) throw new RefusedException(Refusal.Findings("invalid_settings", "settings", read.Findings));
        if (settings.Code != row.Code || settings.Year != row.Year)
            throw new RefusedException(Refusal.Invalid("settings", new("Mã và năm của kỳ không đổi được.", "Code and year of a cycle cannot be changed.")));
        var before = Hash(Encoding.UTF8.GetBytes(row.Settings));
        row.Settings = Encoding.UTF8.GetString(CycleSettings.Write(settings));
        await SaveAsync(person, row, "cycle.settings", before, Hash(Encoding.UTF8.GetBytes(row.Settings)), cancel);
    }

    /// <summary>Replaces the framework of that name, or adds it.</summary>
    public async Task FrameworkAsync(Person person, int id, int? version, string file, byte[] json, CancellationToken cancel)
    {
        var row = await DraftAsync(person, id, version, cancel);
        var cycle = CycleSettings.Read(Encoding.UTF8.GetBytes(row.Settings)).Value!;
        if (cycle.Groups.All(group => group.Framework != file)) throw new RefusedException(Refusal.NotFound);
        var read = FrameworkJson.Read(json, file);
        var findings = read.Framework is { } framework ? FrameworkCheck.Findings(framework) : read.Findings;
        if (findings.Any(finding => finding.Severity == Severity.Error))
            throw new RefusedException(Refusal.Findings("invalid_framework", "framework", [.. findings.Where(finding => finding.Severity == Severity.Error)]));

        var stored = await db.CycleFrameworks.AsTracking().SingleOrDefaultAsync(one => one.Cycle == id && one.File == file, cancel);
        var before = stored?.Sha256;
        if (stored is null) db.Add(new CycleFrameworkRow { Cycle = id, File = file, Json = json, Sha256 = Hash(json) });
        else (stored.Json, stored.Sha256) = (json, Hash(json));
        // Leaves that are no more lose their assignment; new ones get the department their framework names.
        var assigned = await db.Assignments.AsTracking().Where(one => one.Cycle == id && one.File == file).ToDictionaryAsync(one => one.Leaf, cancel);
        foreach (var leaf in CycleFolderRows.DefaultAssignments(id, file, read.Framework!))
            if (!assigned.Remove(leaf.Leaf)) db.Add(leaf);
        db.RemoveRange(assigned.Values);
        await SaveAsync(person, row, "cycle.framework", before is null ? null : new { file, sha256 = before }, new { file, sha256 = Hash(json) }, cancel);
    }

    private async Task<CycleRow> DraftAsync(Person person, int id, int? version, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat);
        var row = await db.Cycles.AsTracking().SingleOrDefaultAsync(one => one.Id == id, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (row.State != CycleState.Draft) throw new RefusedException(Refusal.CycleFixed(row.State));
        Versions.Check(version, row.Version);
        return row;
    }

    private async Task SaveAsync(Person person, CycleRow row, string what, object? before, object after, CancellationToken cancel)
    {
        row.Version++;
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Cycle(row.Id), what, clock.GetUtcNow(), before, after));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException(Refusal.Stale(row.Version));
        }
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
