using System.CommandLine;
using ParIndex.Cli.Verbs;

namespace ParIndex.Cli;

/// <summary>The door for the terminal: parses the call, runs a verb, turns refusals into exit codes.</summary>
public static class Terminal
{
    /// <summary>Runs one call.</summary>
    /// <returns>0 good, 1 findings or differences or a refusal, 2 wrong call, 70 a fault of the program.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand(TerminalText.Root.Both());
        foreach (var verb in AllVerbs()) root.Subcommands.Add(verb);
        BilingualHelp.On(root);
        // A name that begins with @ is a file like any other, not a file of arguments.
        var call = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var settings = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        if (call.Errors.Count > 0)
        {
            foreach (var mistake in CallMistakes.Of(call)) error.WriteLine(mistake);
            error.WriteLine(TerminalText.SeeHelp(call.CommandResult.Command is RootCommand ? null : call.CommandResult.Command.Name).Both());
            return ExitCode.WrongCall;
        }

        try
        {
            return call.Invoke(settings);
        }
        catch (RefusedException refused)
        {
            foreach (var finding in refused.Findings) error.WriteLine($"{finding.Where}: {finding.Code} {finding.Message.Both()}");
            return refused.ExitCode;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            error.WriteLine(TerminalText.Fault(fault.GetType().Name, fault.Message).Both());
            return ExitCode.Fault;
        }
    }

    /// <summary>Every verb: a new one is a file in Verbs and a line here.</summary>
    private static IEnumerable<Command> AllVerbs() => [Compute.Verb(), Verbs.Check.Verb(), Rank.Verb(), Verify.Verb(), Survey.Verb(), Advise.Verb(), Bench.Verb(), Demo.Verb(), Serve.Verb(), Init.Verb(), Verbs.Publish.Verb(),
        Import.Verb(), Export.Verb(), Verbs.Journal.Verb(), Verbs.Work.Verb()];
}
