namespace ParIndex.Cli;

/// <summary>What the program tells its caller.</summary>
public static class ExitCode
{
    /// <summary>All good.</summary>
    public const int Good = 0;

    /// <summary>Findings, differences, or a refusal because of the input.</summary>
    public const int Findings = 1;

    /// <summary>The call itself is wrong: an unknown verb or option, a file that is not there.</summary>
    public const int WrongCall = 2;

    /// <summary>A fault of the program.</summary>
    public const int Fault = 70;
}
