using ParIndex.App.Accounts;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Cycles;

/// <summary>People of the small cycle.</summary>
internal static class People
{
    public static Person Secretary { get; } = Of(Role.Secretariat);

    public static Person Second { get; } = Of(Role.Secretariat);

    public static Person Chair { get; } = Of(Role.CouncilChair);

    public static Person Officer { get; } = Of(Role.UnitOfficer, unit: "STC");

    public static Person Of(Role role, string? unit = null, string? department = null) => new(Guid.NewGuid(), role.ToString(), null, [new(role, null, unit, department)], []);

    /// <summary>An appraiser with an account, who works in a unit.</summary>
    public static async Task<Guid> AppraiserAsync(Database database, string department, string? memberOf, CancellationToken cancel)
    {
        await using var db = database.Open();
        var before = db.Users.Select(user => user.Id).ToHashSet();
        await new MakeDemoPeople(db, TimeProvider.System).RunAsync(
            [new($"a{Guid.NewGuid():n}", "Chuyên viên", "Chuyên viên", Role.Appraiser, Department: department, MemberOf: memberOf)], cancel);
        return db.Users.Select(user => user.Id).AsEnumerable().Single(id => !before.Contains(id));
    }
}
