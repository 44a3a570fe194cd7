using System.Security.Cryptography;
using System.Text;

namespace ParIndex.App.Campaigns;

/// <summary>
/// A token as people hold it: 128 random bits in 26 letters and digits without look-alikes (Crockford's base 32). The database holds a
/// keyed hash of it alone. What must be told apart later (an honest retry, a changed body) is marked with the token itself as the key,
/// so that nobody without the token learns anything from a mark.
/// </summary>
public static class SurveyToken
{
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    /// <summary>A new token.</summary>
    public static byte[] New() => RandomNumberGenerator.GetBytes(16);

    /// <summary>In groups of five, as it is printed and typed.</summary>
    public static string Text(ReadOnlySpan<byte> token) => Base32(token);

    /// <summary>Reads a token as typed: capitals, spaces, dashes and look-alikes are forgiven.</summary>
    public static bool TryRead(string? typed, out byte[] token)
    {
        token = new byte[16];
        return typed is { Length: <= 64 } && Unbase32(typed, token, Length);
    }

    /// <summary>The first ten bytes of the commitment that a receipt stands for; null: it is none.</summary>
    public static byte[]? ReadReceipt(string receipt)
    {
        var bytes = new byte[10];
        return Unbase32(receipt, bytes, 16) ? bytes : null;
    }

    private static bool Unbase32(string typed, byte[] bytes, int length)
    {
        var (bits, held, at, letters) = (0u, 0, 0, 0);
        foreach (var one in typed)
        {
            if (one is '-' or ' ') continue;
            var letter = char.ToLowerInvariant(one) switch { 'i' or 'l' => '1', 'o' => '0', 'u' => 'v', var same => same };
            var value = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0 || ++letters > length) return false;
            (bits, held) = ((bits << 5) | (uint)value, held + 5);
            if (held < 8 || at == bytes.Length) continue;
            held -= 8;
            bytes[at++] = (byte)(bits >> held);
            bits &= (1u << held) - 1;
        }

        return letters == length && bits == 0;
    }

    /// <summary>The key under which a token or a device's secret is stored.</summary>
    public static byte[] Hash(byte[] key, ReadOnlySpan<byte> token) => HMACSHA256.HashData(key, token)[..16];

    /// <summary>A mark for the idempotency key, and another for key and answers.</summary>
    public static byte[] Mark(byte[] token, string kind, string key, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, token);
        mac.AppendData(Encoding.UTF8.GetBytes($"{kind}\n{key}\n"));
        mac.AppendData(body);
        return mac.GetHashAndReset()[..16];
    }

    /// <summary>SHA-256 of salt and answers.</summary>
    public static byte[] Commitment(byte[] salt, ReadOnlySpan<byte> answers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(answers);
        return hash.GetHashAndReset();
    }

    /// <summary>The number a citizen keeps: the beginning of the commitment. It shows that the form counts and nothing of what it says.</summary>
    public static string Receipt(ReadOnlySpan<byte> commitment)
    {
        var letters = Base32(commitment[..10]);
        return string.Join('-', letters.Chunk(4).Select(group => new string(group)));
    }

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 / 5) + 1);
        var (bits, held) = (0u, 0);
        foreach (var one in bytes)
        {
            (bits, held) = ((bits << 8) | one, held + 8);
            while (held >= 5)
            {
                held -= 5;
                text.Append(Letters[(int)((bits >> held) & 31)]);
            }

            bits &= (1u << held) - 1;
        }

        if (held > 0) text.Append(Letters[(int)((bits << (5 - held)) & 31)]);
        return text.ToString();
    }
}
