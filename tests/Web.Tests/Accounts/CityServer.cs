using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ParIndex.Web.Tests.Accounts;

/// <summary>A city's sign-in server: OpenIddict, real protocol, and a person who is signed in there already.</summary>
internal sealed class CityServer : IAsyncDisposable
{
    public const string Client = "par-index", Secret = "bi mat cua ung dung";

    private readonly WebApplication server;

    private CityServer(WebApplication server, Uri address) => (this.server, Address) = (server, address);

    public Uri Address { get; }

    /// <summary>Who is signed in there; null: the sign-in is refused.</summary>
    public (string Subject, string Email, bool Verified, string[] Amr)? Person { get; set; }

    /// <summary>Where the site is registered to be called back; others are refused.</summary>
    public string? Callback { get; set; }

    public static async Task<CityServer> StartAsync()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(address.ToString());
        CityServer? city = null;
        builder.Services.AddAuthentication();
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            options.SetIssuer(address).EnableDegradedMode().AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            options.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            options.RegisterScopes("email", "profile");
            options.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            options.UseAspNetCore().DisableTransportSecurityRequirement();
            options.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || (city!.Callback is { } known && context.RedirectUri != known)) context.Reject("invalid_client");
                return default;
            }));
            options.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || context.ClientSecret != Secret) context.Reject("invalid_client");
                return default;
            }));
            options.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (city!.Person is not { } person)
                {
                    context.Reject("access_denied");
                    return default;
                }

                var identity = new ClaimsIdentity("city", "name", "role");
                identity.SetClaim("sub", person.Subject).SetClaim("email", person.Email).SetClaim("email_verified", person.Verified).SetClaims("amr", [.. person.Amr]);
                identity.SetScopes(context.Request.GetScopes());
                identity.SetDestinations(_ => ["id_token"]);
                context.SignIn(new ClaimsPrincipal(identity));
                return default;
            }));
        });
        var server = builder.Build();
        server.UseAuthentication();
        city = new CityServer(server, address);
        await server.StartAsync();
        return city;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
