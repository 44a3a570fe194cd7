using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ParIndex.Core.Sampling;

/// <summary>
/// The chance of a draw: SHA-256 of seed, purpose and name, joined by line feeds. Who has the seed and the frame draws the same sample with any
/// tool that can hash and sort; nobody can steer it who does not know the seed while the frame is made.
/// </summary>
public static class DrawOrder
{
    /// <summary>The place of a name in a lottery: 64 hexadecimal digits, the lowest first.</summary>
    public static string Key(string seed, string purpose, string name) => Convert.ToHexStringLower(Hash(seed, purpose, name));

    /// <summary>A whole number below 2³²: the first four bytes.</summary>
    public static uint Number(string seed, string purpose, string name) => BinaryPrimitives.ReadUInt32BigEndian(Hash(seed, purpose, name));

    private static byte[] Hash(string seed, string purpose, string name) => SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{purpose}\n{name}"));
}
