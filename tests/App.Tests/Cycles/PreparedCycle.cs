using System.Security.Cryptography;
using System.Text;
using ParIndex.App.Cycles;
using ParIndex.Core;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Cycles;

/// <summary>The small cycle of three units as rows: open, its self-assessment from 1 to 16 January 2026 17:00 (Vietnam).</summary>
internal static class PreparedCycle
{
    public static DateTimeOffset Opens { get; } = new(2026, 1, 1, 0, 0, 0, Vietnam.Offset);

    public static DateTimeOffset Closes { get; } = new(2026, 1, 16, 17, 0, 0, Vietnam.Offset);

    public static async Task<int> AddAsync(Database database, CancellationToken cancel, CycleState state = CycleState.Open)
    {
        await using var db = database.Open();
        var row = new CycleRow { Code = "small-2021", Year = 2021, State = state, Settings = SmallCycle.Files["cycle.json"], Version = 1 };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        var framework = Encoding.UTF8.GetBytes(SmallCycle.Files["framework.json"]);
        db.Add(new CycleFrameworkRow { Cycle = row.Id, File = "framework.json", Json = framework, Sha256 = Convert.ToHexStringLower(SHA256.HashData(framework)) });
        db.Add(new PhaseRow { Cycle = row.Id, Phase = Phase.SelfAssessment, Stage = "self", Opens = Opens, Closes = Closes });
        (string Code, Text Name)[] units =
            [("SNV", new("Sở Nội vụ", "Department of Home Affairs")), ("STC", new("Sở Tài chính", "Department of Finance")), ("STP", new("Sở Tư pháp", "Department of Justice"))];
        foreach (var (order, unit) in units.Index())
            db.Add(new CycleUnitRow
            {
                Cycle = row.Id,
                Unit = unit.Code,
                Group = "dept",
                Name = unit.Name,
                ShortName = unit.Name,
                Slug = unit.Code.ToLowerInvariant(),
                Order = order,
                SatisfactionMeasured = true,
                Predecessors = [],
            });
        await db.SaveChangesAsync(cancel);
        return row.Id;
    }
}
