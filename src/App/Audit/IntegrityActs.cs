namespace ParIndex.App.Audit;

/// <summary>Acts that are written while an alarm is in force.</summary>
internal static class IntegrityActs
{
    public const string Acknowledged = "integrity.acknowledged";

    public const string Restored = "integrity.restored";

    public static bool IsOne(JournalNote note) => note is { Act: JournalAct.Kept, What: Acknowledged or Restored };
}
