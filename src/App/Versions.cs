namespace ParIndex.App;

/// <summary>The check of two editors: who saves says which version was looked at.</summary>
public static class Versions
{
    /// <summary>Refuses unless <paramref name="seen"/> is the version in force.</summary>
    public static void Check(int? seen, int inForce)
    {
        if (seen is null) throw new RefusedException(Refusal.VersionMissing);
        if (seen != inForce) throw new RefusedException(Refusal.Stale(inForce));
    }
}
