using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ParIndex.App.Accounts;

/// <summary>A secret that travels in a link: 256 random bits; only its hash is kept.</summary>
internal static class Secret
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
