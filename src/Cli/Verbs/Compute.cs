using System.CommandLine;
using System.Reflection;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Documents;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.OpenData;

namespace ParIndex.Cli.Verbs;

/// <summary><c>compute CYCLE_DIR --out DIR</c>: a year's folder in; results, documents and open data out, whole or not at all.</summary>
internal static class Compute
{
    /// <summary>Version of the engine, as it stands in every output.</summary>
    public static string Engine { get; } =
        $"ParIndex {typeof(Compute).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0"}";

    public static Command Verb()
    {
        var folder = new Argument<string>("CYCLE_DIR") { Description = ComputeText.Folder.Both() };
        var to = new Option<string>("--out") { Description = ComputeText.Out.Both(), Required = true };
        var verb = new Command("compute", ComputeText.Verb.Both()) { folder, to };
        verb.SetAction(call => Run(call.GetValue(folder)!, call.GetValue(to)!, call.InvocationConfiguration.Output, call.InvocationConfiguration.Error));
        return verb;
    }

    private static int Run(string from, string to, TextWriter output, TextWriter error)
    {
        if (!Directory.Exists(from)) throw new RefusedException(ExitCode.WrongCall, new Finding("C001", from, TerminalText.NoFile));
        using var progress = new Progress(error);
        progress.Now(ComputeText.Reading);
        var reading = CycleFolder.Read(from);
        foreach (var finding in reading.Findings) error.WriteLine($"{finding.Where}: {finding.Code} {finding.Message.Both()}");
        if (reading.Input is null) return ExitCode.Findings;

        progress.Now(ComputeText.Computing);
        var result = Computing.Compute(reading.Input, Engine);
        foreach (var finding in result.Findings) error.WriteLine($"{finding.Where}: {finding.Code} {finding.Message.Both()}");

        progress.Now(ComputeText.Writing);
        try
        {
            using var folder = OutputFolder.Begin(to);
            YearDocuments.Write(folder.Path, result);
            Package.Write(folder.Path, result, reading.Files);
            folder.Complete();
        }
        catch (NotOursException taken)
        {
            throw new RefusedException(ExitCode.Findings, new Finding("O001", to, taken.Why));
        }
        // A limit on the size of files (EFBIG) comes from the runtime as an argument out of range, named so.
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" })
        {
            throw new RefusedException(ExitCode.Findings, new Finding("O002", to, OutputText.CannotWrite(to, refused.Message)));
        }

        output.WriteLine(ComputeText.Done(result, to).Both());
        return ExitCode.Good;
    }
}
