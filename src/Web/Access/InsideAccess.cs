using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;

namespace ParIndex.Web.Access;

/// <summary>
/// No foreign site may send anything anywhere. The door of everything inside (<c>/noi-bo</c>): nothing is kept by browsers, rights are read anew for
/// each request, a second factor is asked of everyone, and a page opens only for the roles it names. A page that names none opens for nobody.
/// </summary>
public sealed class InsideAccess(RequestDelegate next)
{
    public const string Inside = "/noi-bo";
    public const string SignIn = Inside + "/dang-nhap";
    public const string SecondFactorSetup = Inside + "/tai-khoan/xac-thuc";

    public const string SecondFactorCode = Inside + "/ma-xac-thuc";

    /// <summary>Claim: how the session was opened (pwd, mfa, passkey, oidc, demo).</summary>
    public const string Method = "amr";

    /// <summary>Claim: when, as Unix seconds.</summary>
    public const string ConfirmedAt = "auth_time";

    /// <summary>Claim: the session's row.</summary>
    public const string Session = "sid";

    private static readonly string[] Strong = ["mfa", "passkey", "oidc", "demo"];

    public async Task InvokeAsync(HttpContext context, LoadPerson load, SeeSession see, IndexDb db, Who who, TimeProvider clock)
    {
        who.Arrived = clock.GetUtcNow();
        // Wherever it goes: the forms of the survey are guarded like those of the inside.
        if (IsForeign(context.Request))
        {
            await Refusals.WriteAsync(context, Refusal.CrossSite);
            return;
        }

        if (!context.Request.Path.StartsWithSegments(Inside, StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        var endpoint = context.GetEndpoint();
        if (endpoint is null)
        {
            await next(context);
            return;
        }

        // One connection for the whole request: each opening sets SQLite up again.
        await db.Database.OpenConnectionAsync(context.RequestAborted);
        var signedIn = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (signedIn.Principal is { } principal && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
        {
            if (Guid.TryParse(principal.FindFirstValue(Session), out var session) && await PersonAsync(session, account, load, see, context.RequestAborted) is { } person)
            {
                who.Session = session;
                context.User = principal;
                who.Person = person;
                who.SecondFactor = principal.FindAll(Method).Any(claim => Strong.Contains(claim.Value));
                who.Passkey = principal.HasClaim(Method, "passkey");
                who.ConfirmedAt = long.TryParse(principal.FindFirstValue(ConfirmedAt), CultureInfo.InvariantCulture, out var seconds)
                    ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
            }
            else
            {
                await context.SignOutAsync(IdentityConstants.ApplicationScheme);
                // Forms of this page are made out to nobody, as the next request will be.
                context.User = new();
            }
        }

        if (endpoint.Metadata.GetMetadata<BeforeSignInAttribute>() is not null)
        {
            await next(context);
            return;
        }

        var may = endpoint.Metadata.GetMetadata<MayOpenAttribute>();
        if (!who.SignedIn)
        {
            if (HttpMethods.IsGet(context.Request.Method) && !WantsJson(context.Request))
                context.Response.Redirect($"{context.Request.PathBase}{SignIn}?ve={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
            else
                await Refusals.WriteAsync(context, Refusal.NotSignedIn);
            return;
        }

        if (!who.SecondFactor && endpoint.Metadata.GetMetadata<BeforeSecondFactorAttribute>() is null)
        {
            context.Response.Redirect($"{context.Request.PathBase}{SecondFactorSetup}");
            return;
        }

        if (!MayOpen(may, who.Person))
        {
            await Refusals.WriteAsync(context, Refusal.Forbidden);
            return;
        }

        await next(context);
    }

    /// <summary>
    /// Rights as they are now, once all of a long body has arrived: an account may have been closed, or a right ended, meanwhile.
    /// </summary>
    /// <exception cref="RefusedException">It was.</exception>
    internal static async Task AgainAsync(HttpContext context, Who who)
    {
        if (who.Session is not { } session) return;
        var (load, see) = (context.RequestServices.GetRequiredService<LoadPerson>(), context.RequestServices.GetRequiredService<SeeSession>());
        who.Person = await PersonAsync(session, who.Person.Account, load, see, context.RequestAborted) ?? throw new RefusedException(Refusal.NotSignedIn);
        if (context.GetEndpoint()?.Metadata.GetMetadata<BeforeSignInAttribute>() is null && !MayOpen(context.GetEndpoint()?.Metadata.GetMetadata<MayOpenAttribute>(), who.Person))
            throw new RefusedException(Refusal.Forbidden);
    }

    private static async Task<Person?> PersonAsync(Guid session, Guid account, LoadPerson load, SeeSession see, CancellationToken cancel) =>
        await see.RunAsync(session, account, cancel) ? await load.RunAsync(account, cancel) : null;

    // No rights named on the page: nobody.
    private static bool MayOpen(MayOpenAttribute? may, Person person) => may is not null && (may.Roles.Count == 0 || may.Roles.Any(role => person.Is(role)));

    /// <summary>True for an address of the inside, where a sign-in may lead back to.</summary>
    internal static bool IsInside(string? path) => path is not null && (path == Inside || path.StartsWith(Inside + "/", StringComparison.Ordinal) || path.StartsWith(Inside + "?", StringComparison.Ordinal));

    internal static bool WantsJson(HttpRequest request) =>
        request.Path.StartsWithSegments(Inside + "/api", StringComparison.Ordinal) || request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal);

    /// <summary>A request that changes something and comes from another site; browsers say where from, and forms are guarded besides.</summary>
    internal static bool IsForeign(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return false;
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site") return true;
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }
}
