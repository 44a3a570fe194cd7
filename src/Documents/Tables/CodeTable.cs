using System.Text;

namespace ParIndex.Documents.Tables;

/// <summary>Finds the number of a code from its bytes, without making a string: a year has millions of cells that name a unit or a leaf.</summary>
internal sealed class CodeTable
{
    private readonly byte[]?[] codes;
    private readonly int[] values;
    private readonly int mask;
    private byte[] last = [];
    private int lastValue = -1;

    /// <summary>The codes in order; the first of two equal ones wins.</summary>
    public CodeTable(IEnumerable<string> ordered)
    {
        var all = ordered.Select(Encoding.UTF8.GetBytes).ToList();
        var size = 16;
        while (size < all.Count * 2) size *= 2;
        (codes, values, mask) = (new byte[]?[size], new int[size], size - 1);
        for (var i = 0; i < all.Count; i++)
        {
            var slot = Slot(all[i]);
            if (codes[slot] is not null) continue;
            (codes[slot], values[slot]) = (all[i], i);
        }
    }

    /// <summary>The number of a code, or −1.</summary>
    public int Find(ReadOnlySpan<byte> code)
    {
        // Rows of one unit mostly follow each other.
        if (code.SequenceEqual(last)) return lastValue;
        var slot = Slot(code);
        if (codes[slot] is not { } found) return -1;
        (last, lastValue) = (found, values[slot]);
        return lastValue;
    }

    private int Slot(ReadOnlySpan<byte> code)
    {
        var slot = (int)(ByteHash.Of(code) & (uint)mask);
        while (codes[slot] is { } there && !code.SequenceEqual(there)) slot = (slot + 1) & mask;
        return slot;
    }
}

/// <summary>A small hash of a few bytes (FNV-1a, mixed).</summary>
internal static class ByteHash
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            var hash = 2166136261u;
            foreach (var b in bytes) hash = (hash ^ b) * 16777619u;
            hash ^= hash >> 15;
            return hash * 2246822519u ^ (hash >> 13);
        }
    }
}
