using ParIndex.App;

namespace ParIndex.Web.Access;

/// <summary>
/// Tries to sign in, to use a link or to ask for one are counted by network address. An office shares one address, so the measure is wide:
/// a hundred at once, two a second after that; passwords of one account are guarded by its own lock besides.
/// </summary>
public sealed class SignInLimit(RequestDelegate next, SiteSettings settings)
{
    private static readonly string[] Doors = [InsideAccess.SignIn, InsideAccess.SecondFactorCode, InsideAccess.Inside + "/quen-mat-khau", InsideAccess.Inside + "/loi-moi"];

    private readonly NetworkLimit tries = new(settings.SignInBurst, Math.Max(1, settings.SignInBurst / 5), TimeSpan.FromSeconds(10));

    public async Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && Doors.Any(door => context.Request.Path.StartsWithSegments(door, StringComparison.Ordinal)))
        {
            using var lease = tries.Attempt(context.Connection.RemoteIpAddress);
            if (!lease.IsAcquired)
            {
                await Refusals.WriteAsync(context, Refusal.TooManyTries);
                return;
            }
        }

        await next(context);
    }
}
