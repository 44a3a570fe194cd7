using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ParIndex.Web.Access;

/// <summary>The city's own sign-in, by OpenID Connect (docs/sign-in.md).</summary>
public sealed record CitySettings
{
    /// <summary>The issuer, such as <c>https://dangnhap.haiphong.gov.vn</c>; its keys are read from there.</summary>
    public required Uri Authority { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Null: a public client, guarded by PKCE alone.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>As the sign-in page calls it; null: "Đăng nhập của thành phố".</summary>
    public string? Name { get; init; }

    /// <summary>Values of <c>amr</c> or <c>acr</c> that prove a second factor there; none: the second factor is always asked here.</summary>
    public IReadOnlyList<string> SecondFactor { get; init; } = [];
}

/// <summary>Sign-in at the city's own server: code flow with PKCE, answered by query so that no other site ever posts here.</summary>
internal static class CitySignIn
{
    public const string Scheme = "city";
    public const string Start = InsideAccess.SignIn + "/thanh-pho";
    public const string Done = Start + "/xong";
    private const string Callback = Start + "/ve";

    public static void Add(IServiceCollection services, SiteSettings settings)
    {
        if (settings.City is not { } city) return;
        services.AddAuthentication().AddOpenIdConnect(Scheme, options =>
        {
            options.Authority = city.Authority.ToString();
            options.RequireHttpsMetadata = !city.Authority.IsLoopback;
            (options.ClientId, options.ClientSecret) = (city.ClientId, city.ClientSecret);
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.CallbackPath = Callback;
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.SaveTokens = false;
            options.MapInboundClaims = false;
            options.GetClaimsFromUserInfoEndpoint = true;
            options.TokenValidationParameters = new() { NameClaimType = "name", ValidateIssuer = true };
            options.Scope.Clear();
            foreach (var scope in new[] { "openid", "email", "profile" }) options.Scope.Add(scope);
            // What the second factor and the link go by; the rest is nobody's business here.
            foreach (var kept in new[] { "iss", "acr" }) options.ClaimActions.Remove(kept);
            foreach (var claim in new[] { "email", "email_verified", "name" }) options.ClaimActions.MapUniqueJsonKey(claim, claim);
            foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            {
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = settings.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
                cookie.Path = InsideAccess.Inside;
            }

            options.Events = new OpenIdConnectEvents
            {
                OnRedirectToIdentityProvider = context =>
                {
                    // The configured address, never one that a request named.
                    if (settings.PublicOrigin is { } known) context.ProtocolMessage.RedirectUri = known.GetLeftPart(UriPartial.Authority) + Callback;
                    return Task.CompletedTask;
                },
                OnRemoteFailure = context =>
                {
                    context.HandleResponse();
                    context.Response.Redirect(Done + "?loi=1");
                    return Task.CompletedTask;
                },
            };
        });
    }

    /// <summary>True when the city's server says that a second factor was given there, and this site is set to believe it.</summary>
    public static bool ProvedTwice(ClaimsPrincipal city, CitySettings settings) =>
        city.Claims.Any(claim => claim.Type is "amr" or "acr" && settings.SecondFactor.Contains(claim.Value, StringComparer.Ordinal));
}
