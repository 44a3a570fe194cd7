using System.Net;
using System.Threading.RateLimiting;

namespace ParIndex.Web.Access;

/// <summary>So many at once for one network address, and so many more each period.</summary>
public sealed class NetworkLimit(int burst, int more, TimeSpan period)
{
    private readonly PartitionedRateLimiter<IPAddress> all = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = more,
        ReplenishmentPeriod = period,
        AutoReplenishment = true,
    }));

    /// <summary>Counts one; the answer says whether it is allowed, and where not, from when on.</summary>
    public RateLimitLease Attempt(IPAddress? address) => all.AttemptAcquire(Network(address ?? IPAddress.None));

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
