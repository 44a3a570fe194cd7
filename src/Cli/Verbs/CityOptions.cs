using System.CommandLine;
using ParIndex.Core;
using ParIndex.Web.Access;

namespace ParIndex.Cli.Verbs;

/// <summary>Options that name the city's own sign-in (docs/sign-in.md).</summary>
internal sealed class CityOptions
{
    private const string Secret = "PARINDEX_CITY_SECRET";

    private readonly Option<string?> authority = new("--city") { Description = ServingText.City.Both() };
    private readonly Option<string?> client = new("--city-client") { Description = ServingText.CityClient.Both() };
    private readonly Option<string?> name = new("--city-name") { Description = ServingText.CityName.Both() };
    private readonly Option<string?> factor = new("--city-second-factor") { Description = ServingText.CitySecondFactor.Both() };

    public void AddTo(Command verb)
    {
        foreach (var option in new[] { authority, client, name, factor }) verb.Options.Add(option);
    }

    /// <summary>The city's sign-in; null when none was named.</summary>
    public CitySettings? Settings(ParseResult call)
    {
        if (call.GetValue(authority) is not { } address) return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var server) || !(server.Scheme == "https" || (server.Scheme == "http" && server.IsLoopback)) || call.GetValue(client) is not { Length: > 0 } id)
            throw new RefusedException(ExitCode.WrongCall, new Finding("S006", "--city", ServingText.BadCity));
        return new()
        {
            Authority = server,
            ClientId = id,
            ClientSecret = Environment.GetEnvironmentVariable(Secret),
            Name = call.GetValue(name),
            SecondFactor = (call.GetValue(factor) ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };
    }
}
