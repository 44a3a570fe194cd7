namespace ParIndex.Testing;

/// <summary>
/// A PostgreSQL server of our own from the packages of the system: on loopback, in a folder of its own, started once for a test program
/// and gone with it. <c>PARINDEX_TEST_POSTGRES</c> names another server to use instead.
/// </summary>
public static class PostgresServer
{
    private static readonly Lazy<string> Running = new(Start);

    /// <summary>Connection string without a database.</summary>
    public static string Connection => Running.Value;

    private static string Start()
    {
        if (Environment.GetEnvironmentVariable("PARINDEX_TEST_POSTGRES") is { Length: > 0 } given) return given;
        var server = PostgresProgram.ForTests();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server.Connection;
    }
}
