namespace ParIndex.App.Accounts;

/// <summary>One right in force: a role, and where it holds. Null: everywhere.</summary>
public sealed record Right(Role Role, int? Cycle = null, string? Unit = null, string? Department = null)
{
    internal bool HoldsIn(int cycle) => Cycle is null || Cycle == cycle;
}

/// <summary>
/// Who asks: the account with the rights in force now and the units the person works or worked in. Loaded anew for every request, so that a
/// right that ended is gone at once. Use cases ask it first; it says no by <see cref="RefusedException"/>.
/// </summary>
public sealed record Person(Guid Account, string Name, string? Post, IReadOnlyList<Right> Rights, IReadOnlyList<Membership> Units)
{
    /// <summary>The unit the person works in on <paramref name="day"/>; null: none.</summary>
    public string? UnitOn(DateOnly day) => Units.FirstOrDefault(unit => unit.Holds(day))?.Unit;

    /// <summary>True when one of the roles is held in the cycle, wherever.</summary>
    public bool Is(int cycle, params ReadOnlySpan<Role> roles)
    {
        foreach (var right in Rights) if (roles.Contains(right.Role) && right.HoldsIn(cycle)) return true;
        return false;
    }

    /// <summary>True when the role is held, in any cycle.</summary>
    public bool Is(Role role) => Rights.Any(right => right.Role == role);

    /// <summary>True when the person enters or submits for this unit in the cycle.</summary>
    public bool ActsFor(int cycle, string unit, params ReadOnlySpan<Role> roles)
    {
        foreach (var right in Rights) if (roles.Contains(right.Role) && right.HoldsIn(cycle) && right.Unit == unit) return true;
        return false;
    }

    /// <summary>Units the person is scored with in the cycle: those acted for, and those worked in on any day from <paramref name="from"/> on.</summary>
    public IEnumerable<string> ScoredWith(int cycle, DateOnly from) => Rights
        .Where(right => right.Role is Role.UnitOfficer or Role.UnitHead && right.Unit is not null && right.HoldsIn(cycle)).Select(right => right.Unit!)
        .Concat(Units.Where(unit => unit.Until is null || unit.Until > from).Select(unit => unit.Unit)).Distinct(StringComparer.Ordinal);

    /// <summary>Departments whose leaves the person appraises in the cycle.</summary>
    public IEnumerable<string> AppraisesFor(int cycle, params ReadOnlySpan<Role> roles)
    {
        var found = new List<string>();
        foreach (var right in Rights) if (roles.Contains(right.Role) && right.HoldsIn(cycle) && right.Department is { } department) found.Add(department);
        return found.Distinct(StringComparer.Ordinal);
    }

    /// <summary>Refuses unless one of the roles is held in the cycle.</summary>
    public void Need(int cycle, params ReadOnlySpan<Role> roles)
    {
        if (!Is(cycle, roles)) throw new RefusedException(Refusal.Forbidden);
    }

    /// <summary>Refuses unless the person administers accounts, in whatever cycle.</summary>
    public void NeedAdministrator()
    {
        if (!Is(Role.Administrator)) throw new RefusedException(Refusal.Forbidden);
    }

    /// <summary>Refuses, as if the unit were not there, unless the person acts for it in one of the roles.</summary>
    public void NeedFor(int cycle, string unit, params ReadOnlySpan<Role> roles)
    {
        if (!ActsFor(cycle, unit, roles)) throw new RefusedException(Refusal.NotFound);
    }
}

/// <summary>A unit a person works in, by date: [from, until).</summary>
public sealed record Membership(string Unit, DateOnly From, DateOnly? Until)
{
    public bool Holds(DateOnly day) => From <= day && (Until is null || day < Until);
}
