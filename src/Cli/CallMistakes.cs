using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using ParIndex.Core;

namespace ParIndex.Cli;

/// <summary>
/// What is wrong with a call, in both languages. The library's own messages are English alone, so they are made anew from what it found.
/// </summary>
internal static class CallMistakes
{
    private const string BothLanguages = " / ";

    /// <summary>Every mistake of the call.</summary>
    public static IReadOnlyList<string> Of(ParseResult call)
    {
        var command = call.CommandResult.Command;
        var mistakes = new List<Text>();
        mistakes.AddRange(call.UnmatchedTokens.Select(token => Unknown(token, command)));
        if (call.UnmatchedTokens.Count == 0 && command.Subcommands.Count > 0) mistakes.Add(TerminalText.NoVerb(Names(command.Subcommands)));
        mistakes.AddRange(command.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > 0 && call.GetResult(argument) is not { Tokens.Count: > 0 })
            .Select(argument => TerminalText.NoArgument(argument.Name, argument.Description ?? "")));
        mistakes.AddRange(command.Options.Where(option => option.Required && Absent(call.GetResult(option)))
            .Select(option => TerminalText.NoOption(option.Name, option.Description ?? "")));
        var said = mistakes.Select(mistake => mistake.Both()).ToList();
        // A verb's own validators speak both languages already.
        said.AddRange(call.Errors.Where(error => error.Message.Contains(BothLanguages, StringComparison.Ordinal)).Select(error => error.Message));
        said.AddRange(call.Errors.Where(error => !error.Message.Contains(BothLanguages, StringComparison.Ordinal))
            .Select(error => error.SymbolResult is ArgumentResult { Parent: OptionResult parent } ? parent : error.SymbolResult)
            .OfType<OptionResult>().Where(result => !Absent(result)).Distinct().Select(result => Value(result).Both()));
        return said.Count > 0 ? said : [.. call.Errors.Select(error => TerminalText.WrongCall(error.Message).Both())];
    }

    private static bool Absent(OptionResult? result) => result is not { IdentifierTokenCount: > 0 };

    private static Text Unknown(string token, Command command) => command.Subcommands.Count > 0
        ? TerminalText.UnknownVerb(token, Names(command.Subcommands))
        : TerminalText.Unknown(token, command.Name, Names(command.Options));

    private static Text Value(OptionResult result)
    {
        var option = result.Option;
        if (result.Tokens.Count < option.Arity.MinimumNumberOfValues) return TerminalText.NoValue(option.Name, option.Description ?? "");
        var given = string.Join(' ', result.Tokens.Select(token => token.Value));
        if (result.Tokens.Count > option.Arity.MaximumNumberOfValues) return TerminalText.Twice(option.Name, given);
        var choices = string.Join(", ", option.GetCompletions(CompletionContext.Empty).Select(choice => choice.Label));
        return choices.Length > 0 ? TerminalText.NotAChoice(option.Name, given, choices)
            : option.ValueType == typeof(int) ? TerminalText.NotAWholeNumber(option.Name, given)
            : TerminalText.WrongValue(option.Name, given, option.Description ?? "");
    }

    private static string Names(IEnumerable<Symbol> symbols) => string.Join(", ", symbols.Select(symbol => symbol.Name));
}
