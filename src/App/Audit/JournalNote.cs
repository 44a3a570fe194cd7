namespace ParIndex.App.Audit;

/// <summary>
/// What happened, from a list so short that the line alone tells nobody news: the journal may be handed out before the Decision.
/// What exactly happened stands in the payload.
/// </summary>
public enum JournalAct
{
    /// <summary>Something was entered or changed.</summary>
    Changed,

    /// <summary>Something was handed in, confirmed or received.</summary>
    Submitted,

    /// <summary>Somebody judged: points, a decision, a vote, a ruling.</summary>
    Judged,

    /// <summary>A phase, a meeting, a cycle was opened or closed.</summary>
    Moved,

    /// <summary>Accounts and rights.</summary>
    Granted,

    /// <summary>Results were computed, frozen, published.</summary>
    Resulted,

    /// <summary>Survey forms were sealed.</summary>
    Sealed,

    /// <summary>The installation itself: set up, restored, an alarm acknowledged.</summary>
    Kept,
}

/// <summary>An act to be journalled with the change it tells of.</summary>
/// <param name="Actor">The account; null: the system itself.</param>
/// <param name="Act">From the short list.</param>
/// <param name="Object">What was changed, as <see cref="JournalObject"/> names it; the line carries an opaque id of it.</param>
/// <param name="What">The act in detail, such as <c>entry.saved</c>.</param>
/// <param name="At">Server time.</param>
/// <param name="Before">Values before; null: there was nothing.</param>
/// <param name="After">Values after; null: there is nothing more.</param>
/// <param name="Reason">Why, in the actor's words.</param>
public sealed record JournalNote(
    Guid? Actor, JournalAct Act, string Object, string What, DateTimeOffset At, object? Before = null, object? After = null, string? Reason = null);

/// <summary>How the journal names what was changed: a path of codes.</summary>
public static class JournalObject
{
    public static string Account(Guid account) => $"account/{account:n}";

    public static string Unit(string unit) => $"unit/{unit}";

    public static string Cycle(int cycle) => $"cycle/{cycle}";

    public static string CycleUnit(int cycle, string unit) => $"cycle/{cycle}/unit/{unit}";

    public static string Leaf(int cycle, string unit, string leaf) => $"cycle/{cycle}/unit/{unit}/leaf/{leaf}";

    public static string Evidence(int cycle, string unit, Guid evidence) => $"cycle/{cycle}/unit/{unit}/evidence/{evidence:n}";

    public static string Meeting(int cycle, int meeting) => $"cycle/{cycle}/meeting/{meeting}";

    public static string Run(int cycle, int run) => $"cycle/{cycle}/run/{run}";

    public static string Classification(int cycle, int number) => $"cycle/{cycle}/classification/{number}";

    /// <summary>A head's post, and in a cycle the case of its holder.</summary>
    public static string HeadPost(string head) => $"head/{head}";

    public static string Head(int cycle, string head) => $"cycle/{cycle}/head/{head}";

    public static string Release(int release) => $"release/{release}";

    public static string Campaign(string campaign) => $"campaign/{campaign}";

    public static string Instance => "instance";
}
