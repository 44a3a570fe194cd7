using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;

namespace ParIndex.Web.Access;

/// <summary>
/// Pages made once are kept in memory and given to the next reader, so that a day of publication costs little. They are kept by address and by the
/// newest release, so that a new release is seen at once; the least used give way when the room is full.
/// </summary>
internal static class PageCache
{
    private const long Room = 64 * 1024 * 1024;
    private const long LongestPage = 512 * 1024; // Files for download are longer than pages, and read from the database each time.

    public static void Configure(OutputCacheOptions options)
    {
        options.SizeLimit = Room;
        options.MaximumBodySize = LongestPage;
        options.DefaultExpirationTimeSpan = TimeSpan.FromHours(1);
        options.AddBasePolicy(policy => policy
            .With(caching => Newest(caching.HttpContext) is not null)
            .VaryByValue(context => new("release", Newest(context) ?? "")));
    }

    private static string? Newest(HttpContext context) =>
        context.Items[typeof(ReleaseCache)] is int release ? release.ToString(CultureInfo.InvariantCulture) : null;
}
