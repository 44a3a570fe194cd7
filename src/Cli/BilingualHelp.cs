using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ParIndex.Cli;

/// <summary>The library writes the headings of a help page in English alone; here they stand in both languages.</summary>
internal sealed class BilingualHelp(HelpAction inner) : SynchronousCommandLineAction
{
    private static readonly (string En, string Both)[] Headings =
    [
        ("Description:", "Mô tả / Description:"),
        ("Usage:", "Cách dùng / Usage:"),
        ("Arguments:", "Tham số / Arguments:"),
        ("Options:", "Tùy chọn / Options:"),
        ("Commands:", "Lệnh / Commands:"),
    ];

    /// <summary>Gives every command below this one the same help.</summary>
    public static void On(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            if (option is VersionOption) option.Description = TerminalText.Version.Both();
            if (option is not HelpOption { Action: HelpAction plain } help) continue;
            help.Description = TerminalText.Help.Both();
            help.Action = new BilingualHelp(plain);
        }
    }

    /// <summary>Who asks for help need not give the rest of the call.</summary>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        var settings = parseResult.InvocationConfiguration;
        var output = settings.Output;
        using var page = new StringWriter();
        settings.Output = page;
        var code = inner.Invoke(parseResult);
        settings.Output = output;
        foreach (var line in page.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            var heading = Array.Find(Headings, heading => heading.En == line);
            output.WriteLine(heading.Both ?? line
                .Replace(RootCommand.ExecutableName, "parindex", StringComparison.Ordinal)
                .Replace("(REQUIRED)", "(bắt buộc / required)", StringComparison.Ordinal)
                .Replace("[default: ", "[mặc định / default: ", StringComparison.Ordinal));
        }

        return code;
    }
}
