using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;

namespace ParIndex.Web.Access;

/// <summary>
/// Pages change only when something is published, corrected or withdrawn: their tag is made of the program, what is out at this moment and the address,
/// so that an unchanged page is answered by 304 before anything is read for it. What is not out yet changes no tag.
/// </summary>
public sealed class ReleaseCache(RequestDelegate next)
{
    private static readonly Guid Program = typeof(ReleaseCache).Assembly.ManifestModule.ModuleVersionId;

    public async Task InvokeAsync(HttpContext context, IndexDb db)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Path.StartsWithSegments("/lib", StringComparison.Ordinal)
            || context.Request.Path.StartsWithSegments(InsideAccess.Inside, StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        // One connection for the whole request: each opening sets SQLite up again.
        await db.Database.OpenConnectionAsync(context.RequestAborted);
        // Grows with every release that comes out and with every later change of one.
        var newest = await db.Releases.SumAsync(release => (int?)release.Version, context.RequestAborted) ?? 0;
        var address = $"{Program}|{newest}|{context.Request.Host}{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}";
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..16]}\"";
        if (context.Request.Headers.IfNoneMatch.Contains(tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.Headers.ETag = tag;
            return;
        }

        context.Items[typeof(ReleaseCache)] = newest;
        context.Response.OnStarting(() =>
        {
            // A page that is not there says nothing that could be kept, or guessed from.
            if (context.Response.StatusCode == StatusCodes.Status200OK)
            {
                context.Response.Headers.ETag = tag;
                context.Response.Headers.CacheControl = "public, max-age=0, must-revalidate";
            }
            else
            {
                context.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        await next(context);
    }
}
