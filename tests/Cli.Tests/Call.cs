using System.Globalization;
using ParIndex.Testing;

namespace ParIndex.Cli.Tests;

/// <summary>One call of the program, in this process.</summary>
internal sealed record Call(int ExitCode, string Output, string Error)
{
    public static Call Of(params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var code = Terminal.Run(args, output, error);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>The lines of standard output.</summary>
    public IReadOnlyList<string> Lines => Output.TrimEnd('\n').Split('\n');

    /// <summary>A table beside these tests.</summary>
    public static string Table(string name) => Repository.Path("tests", "Cli.Tests", "Data", name);
}
