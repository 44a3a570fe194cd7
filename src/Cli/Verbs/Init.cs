using System.CommandLine;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.Cli.Verbs;

/// <summary>init: prepares a database and makes its first two administrators, once; prints their invitation links.</summary>
internal static class Init
{
    public static Command Verb()
    {
        var data = new Option<FileInfo?>("--data") { Description = InitText.Data.Both() };
        var postgres = new Option<string?>("--postgres") { Description = JournalText.Postgres.Both() };
        var address = new Option<string>("--address") { Description = InitText.Address.Both(), Required = true };
        var administrators = new Option<string[]>("--administrator")
        {
            Description = InitText.Administrator.Both(),
            Required = true,
            Arity = new ArgumentArity(1, 2),
            AllowMultipleArgumentsPerToken = false,
        };
        var verb = new Command("init", InitText.Init.Both()) { data, postgres, address, administrators };
        verb.SetAction((call, cancel) => RunAsync(
            call.GetValue(data), call.GetValue(postgres), call.GetValue(address)!, call.GetValue(administrators)!, call.InvocationConfiguration.Output, cancel));
        return verb;
    }

    private static async Task<int> RunAsync(FileInfo? data, string? postgres, string address, string[] administrators, TextWriter output, CancellationToken cancel)
    {
        if (data is null == postgres is null) throw new RefusedException(ExitCode.WrongCall, new Finding("J105", "--data", JournalText.NoDatabase));
        if (!Uri.TryCreate(address, UriKind.Absolute, out var place) || place.Scheme is not ("http" or "https"))
            throw new RefusedException(ExitCode.WrongCall, new Finding("S004", address, ServingText.BadUrl));
        if (administrators.Length != 2) throw new RefusedException(ExitCode.WrongCall, new Finding("S005", "--administrator", InitText.TwoNeeded));
        await using var db = postgres is not null ? PostgresStorage.Open(postgres) : SqliteStorage.Open(data!.FullName);
        await PrepareDatabase.RunAsync(db, cancel);
        try
        {
            var links = await new MakeFirstAdministrators(db, TimeProvider.System).RunAsync(Read(administrators[0]), Read(administrators[1]), cancel);
            for (var i = 0; i < links.Count; i++)
                await output.WriteLineAsync(InitText.Link(administrators[i], address.TrimEnd('/') + links[i].Path, App.Vietnam.Moment(links[i].Expires)).Both().AsMemory(), cancel);
        }
        catch (App.RefusedException refused)
        {
            throw new RefusedException(ExitCode.Findings, new Finding("S006", "init", refused.Refusal.Message));
        }

        return ExitCode.Good;
    }

    /// <summary><c>Name &lt;address&gt;</c>.</summary>
    private static (string Name, string Email) Read(string given)
    {
        var at = given.LastIndexOf('<');
        if (at < 1 || !given.EndsWith('>')) throw new RefusedException(ExitCode.WrongCall, new Finding("S005", given, InitText.TwoNeeded));
        return (given[..at].Trim(), given[(at + 1)..^1].Trim());
    }
}
