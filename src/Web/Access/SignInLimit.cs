using System.Net;
using System.Threading.RateLimiting;
using ParIndex.App;

namespace ParIndex.Web.Access;

/// <summary>
/// Tries to sign in, to use a link or to ask for one are counted by network address. An office shares one address, so the measure is wide:
/// a hundred at once, two a second after that; passwords of one account are guarded by its own lock besides.
/// </summary>
public sealed class SignInLimit(RequestDelegate next, SiteSettings settings)
{
    private static readonly string[] Doors = [InsideAccess.SignIn, InsideAccess.SecondFactorCode, InsideAccess.Inside + "/quen-mat-khau", InsideAccess.Inside + "/loi-moi"];

    private readonly PartitionedRateLimiter<IPAddress> tries = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new()
    {
        TokenLimit = settings.SignInBurst,
        TokensPerPeriod = Math.Max(1, settings.SignInBurst / 5),
        ReplenishmentPeriod = TimeSpan.FromSeconds(10),
        AutoReplenishment = true,
    }));

    public async Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && Doors.Any(door => context.Request.Path.StartsWithSegments(door, StringComparison.Ordinal)))
        {
            using var lease = tries.AttemptAcquire(Network(context.Connection.RemoteIpAddress ?? IPAddress.None));
            if (!lease.IsAcquired)
            {
                await Refusals.WriteAsync(context, Refusal.TooManyTries);
                return;
            }
        }

        await next(context);
    }

    /// <summary>One household or office has a whole /64 of IPv6 to itself.</summary>
    internal static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new(bytes);
    }
}
