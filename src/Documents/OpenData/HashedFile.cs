using System.Security.Cryptography;

namespace ParIndex.Documents.OpenData;

/// <summary>A file of the package as it was written.</summary>
/// <param name="Name">Relative, <c>/</c> between folders.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Bytes">Its size.</param>
public sealed record HashedFile(string Name, string Sha256, long Bytes)
{
    /// <summary>Writes a file and hashes it on the way.</summary>
    public static HashedFile Write(string folder, string name, Action<Stream> content)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 256 * 1024);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = new HashingStream(file, hash);
        content(stream);
        file.Flush();
        return new(name, Convert.ToHexStringLower(hash.GetHashAndReset()), stream.Count);
    }

    /// <summary>Hashes a file that lies there.</summary>
    public static HashedFile Of(string folder, string name)
    {
        using var stream = File.OpenRead(Path.Combine(folder, name));
        return new(name, Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length);
    }

    private sealed class HashingStream(Stream inner, IncrementalHash hash) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Count;

        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            inner.Write(buffer);
            hash.AppendData(buffer);
            Count += buffer.Length;
        }
    }
}
