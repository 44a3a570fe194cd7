namespace ParIndex.App.Cycles;

/// <summary>
/// When a phase of a cycle is open for one unit: half-open in server time, [opens, closes), longer with an extension, and once more
/// while a confirmed reopening runs.
/// </summary>
/// <param name="Phase">The phase.</param>
/// <param name="Opens">First moment it is open.</param>
/// <param name="Closes">First moment it is closed for all.</param>
/// <param name="Extended">First moment it is closed for the unit, with its extension; null: no extension.</param>
/// <param name="Reopened">Confirmed reopenings that concern the unit, [from, until).</param>
/// <param name="Running">False while the cycle is prepared or its results are frozen: then only a reopening opens it.</param>
public sealed record PhaseWindow(
    Phase Phase, DateTimeOffset Opens, DateTimeOffset Closes, DateTimeOffset? Extended, IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> Reopened, bool Running)
{
    /// <summary>First moment it is closed for the unit, extension and reopening included.</summary>
    public DateTimeOffset ClosesForUnit => Reopened.Select(again => again.Until).Append(Extended ?? Closes).Append(Closes).Max();

    /// <summary>True when the phase is open for the unit at <paramref name="now"/>.</summary>
    public bool IsOpen(DateTimeOffset now) =>
        (Running && Opens <= now && (now < Closes || now < Extended)) || Reopened.Any(again => again.From <= now && now < again.Until);
}
