using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace ParIndex.Web;

/// <summary>The files of wwwroot, held in memory as they are and compressed once; an address with their hash may be kept for ever.</summary>
public sealed class Assets
{
    private const string Root = "wwwroot/lib/";
    private readonly FrozenDictionary<string, Asset> files = Load().ToFrozenDictionary(asset => asset.Path, StringComparer.Ordinal);

    /// <summary>The address of a file, with its hash.</summary>
    public string Address(string path) => $"/lib/{path}?v={files[path].Hash}";

    /// <summary>The file, compressed for those who take it.</summary>
    public IResult Answer(string path, HttpContext context)
    {
        if (!files.TryGetValue(path, out var asset)) return Results.NotFound();
        var response = context.Response;
        response.Headers.CacheControl = context.Request.Query["v"] == asset.Hash ? "public, max-age=31536000, immutable" : "public, max-age=3600";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        var tag = new EntityTagHeaderValue($"\"{asset.Hash}\"");
        if (asset.Compressed is not null && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            response.Headers.ContentEncoding = "br";
            return Results.Bytes(asset.Compressed, asset.MediaType, entityTag: tag);
        }

        return Results.Bytes(asset.Content, asset.MediaType, entityTag: tag);
    }

    private static IEnumerable<Asset> Load()
    {
        var assembly = typeof(Assets).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(Root, StringComparison.Ordinal)) continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            var ending = Path.GetExtension(name);
            yield return new(
                name[Root.Length..].Replace('\\', '/'), MediaType(ending), content, ending == ".woff2" ? null : Compress(content),
                Convert.ToHexStringLower(SHA256.HashData(content))[..12]);
        }
    }

    private static string MediaType(string ending) => ending switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".woff2" => "font/woff2",
        ".svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };

    private static byte[] Compress(byte[] content)
    {
        var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Optimal)) brotli.Write(content);
        return target.ToArray();
    }

    private sealed record Asset(string Path, string MediaType, byte[] Content, byte[]? Compressed, string Hash);
}
